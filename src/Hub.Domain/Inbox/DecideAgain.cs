using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agreements;
using Hub.Domain.Agencies;
using Hub.Domain.Deciding;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;

namespace Hub.Domain.Inbox;

/// <summary>A verdict that was made again because what the first one rested on has changed.</summary>
/// <param name="Because">The rule that decides now.</param>
/// <param name="Categories">What the recipient may see now.</param>
/// <param name="Untagged">Whether it also sees what has no category.</param>
/// <param name="Basis">What the verdict rests on.</param>
/// <param name="IsRecipient">False when the team has no way to hear of it any more.</param>
/// <param name="Hidden">Elements that are gone from their plan, or tell now what the recipient may not see.</param>
/// <param name="Asks">Whom of the holder to ask, where a person has to decide now; not stored.</param>
/// <param name="KeptOut">Named people from whom it is kept now, null for nobody; stored beside the verdict.</param>
/// <param name="Responsible">The agency that leads the circle; not stored.</param>
/// <param name="Apart">Members of the team because of whom the door of its machine may not show some of it, which their colleagues may read at the person's
/// door; null for nobody; not stored.</param>
/// <param name="Edition">The name of the edition of the rules by which it was decided; null for the built-in one.</param>
[GenerateSerializer, Immutable, Alias("hub.Again")]
public sealed record Again(
    [property: JsonPropertyName("because")][Id(0)] Because Because,
    [property: JsonPropertyName("categories")][Id(1)] CategorySet Categories,
    [property: JsonPropertyName("untagged")][Id(2)] bool Untagged,
    [property: JsonPropertyName("basis")][Id(3)] Basis Basis,
    [property: JsonPropertyName("is_recipient")][Id(4)] bool IsRecipient,
    [property: JsonPropertyName("hidden")][Id(5)] ImmutableArray<ElementId> Hidden,
    [property: JsonIgnore][Id(6)] AskedTeam? Asks = null,
    [property: JsonIgnore][Id(7)] KeptOut? KeptOut = null,
    [property: JsonIgnore][Id(8)] AgencyId? Responsible = null,
    [property: JsonIgnore][Id(9)] KeptOut? Apart = null,
    [property: JsonPropertyName("edition")][Id(10)] string? Edition = null)
{
    /// <summary>A view cut once more by this verdict: what is handed over is never more than was decided at the commit, nor more than may be
    /// seen now. Null: recalled.</summary>
    public View? Narrow(View view)
    {
        if (!IsRecipient)
        {
            return null;
        }

        // A removal has lost its category: it is shown only to whoever sees everything.
        var elements = view.Elements.RemoveAll(e => Hidden.Contains(e.Element) || (e.Content is { } content ? !Shows(content.Category) : !Untagged));
        var showsType = view.Type != Cut.RecordUpdated && Shows(view.TypeCategory ?? Category.PlanTypeAndDates);
        var mayHearOfMore = Categories.Has(Category.ExistenceOfInvolvement);

        // A plan's type tells nothing new once what was done to its elements is cut away; an alert's type is the news itself.
        var typeIsNews = showsType && (view.Elements.IsEmpty || view.TypeCategory is not null);
        return elements.IsEmpty && !typeIsNews && !mayHearOfMore
            ? null
            : view with
            {
                Type = showsType ? view.Type : Cut.RecordUpdated,
                Plan = showsType || !elements.IsEmpty ? view.Plan : null,
                Facts = Shows(Category.PlanTypeAndDates) ? view.Facts : null,
                From = showsType ? view.From : null,
                Asked = showsType ? view.Asked : null,
                TypeCategory = showsType ? view.TypeCategory : null,
                Elements = elements,
                ShowsAbout = Categories.Has(Category.FamilyRelationships) ? view.ShowsAbout : null,
                MoreExists = view.Concern is null && mayHearOfMore && (view.MoreExists || elements.Length < view.Elements.Length || !showsType),

                // Of a concern that is told in part neither that there is more nor the description, which may say the same.
                Description = elements.Length < view.Elements.Length && view.Concern is not null ? "" : view.Description,
            };
    }

    private bool Shows(Category? category) => category is null ? Untagged : Categories.Has(category);
}

/// <summary>Event <c>delivery.decided-again</c>: released narrower, or recalled before anybody had it.</summary>
/// <param name="Place">The delivery.</param>
/// <param name="Recalled">Whether nothing is left to hand over.</param>
/// <param name="Again">The verdict.</param>
public sealed record DeliveryDecidedAgain(
    [property: JsonPropertyName("place")] DeliveryPlace Place,
    [property: JsonPropertyName("recalled")] bool Recalled,
    [property: JsonPropertyName("again")] Again Again) : IEvent;

/// <summary>Event <c>delivery.door-decided</c>: decided again, and kept from named people. It stays at the person's door of this inbox, or went to
/// another inbox before anybody had it.</summary>
/// <param name="Place">The delivery.</param>
/// <param name="Again">The verdict.</param>
/// <param name="KeptOut">From whom it is kept.</param>
/// <param name="To">Who hears instead; null where it stays.</param>
public sealed record DeliveryDoorDecided(
    [property: JsonPropertyName("place")] DeliveryPlace Place,
    [property: JsonPropertyName("again")] Again Again,
    [property: JsonPropertyName("kept_out")] KeptOut KeptOut,
    [property: JsonPropertyName("to")] Hearer? To) : IEvent;

/// <summary>Event <c>delivery.escalated</c>: nobody took it in time. A red delivery about it goes to the same inbox.</summary>
/// <param name="Place">The delivery.</param>
/// <param name="To">The team's manager; null when the team has none.</param>
public sealed record DeliveryEscalated(
    [property: JsonPropertyName("place")] DeliveryPlace Place,
    [property: JsonPropertyName("to")] Agencies.PractitionerId? To) : IEvent;
