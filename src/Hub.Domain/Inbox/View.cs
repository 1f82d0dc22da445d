using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.Plans;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>What one or more recipients see of an event: cut already, sealed and stored so, in ids that never leave the hub.</summary>
/// <param name="Type">Alert type of the vocabulary; <c>record.updated</c> where its own category is not shown.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Holder">The agency whose information it is.</param>
/// <param name="SubjectKind">Whether it is filed under a child or an adult; absent when under a concern alone or an agreement.</param>
/// <param name="Link">The link by which it comes, or that it is about.</param>
/// <param name="Plan">The plan it is about; absent where that is not shown.</param>
/// <param name="Facts">Type and dates of the plan; absent where they are not shown.</param>
/// <param name="From">Who asks for a link.</param>
/// <param name="Asked">Who is asked for a link.</param>
/// <param name="Elements">What was done to elements, as the recipient sees it.</param>
/// <param name="MoreExists">True only where the recipient may be told so.</param>
/// <param name="TypeCategory">The category of the type itself, where it is another than that of a plan's type and dates.</param>
/// <param name="Concern">The concern it tells of.</param>
/// <param name="Identity">Who the concern is about, as its sender told it.</param>
/// <param name="Description">The same in the sender's words.</param>
/// <param name="About">The delivery of the same inbox that it is about.</param>
/// <param name="For">The member of the team whom it asks.</param>
/// <param name="Agreement">The agreement it tells of.</param>
/// <param name="AgreementEndsOn">That agreement's last day.</param>
/// <param name="Subject">The person it is about, where the delivery is filed under a name of its own.</param>
/// <param name="Asks">What a person of the holder has to decide.</param>
/// <param name="Directed">Whence it is, when a named person of the holder sent it.</param>
/// <param name="ShowsAbout">Whether the recipient is told whom elements are about; null for no.</param>
/// <param name="Number">With released words: the number that goes with them, in place of the holder's own.</param>
/// <param name="Restriction">The restriction that has to be looked at again.</param>
/// <param name="ReviewOn">The last day by which.</param>
/// <param name="KeptOut">Named people from whom it is kept, whatever their team sees; absent for nobody.</param>
/// <param name="Instead">The team that would have heard, where another one hears in its place.</param>
/// <param name="Moved">Where what it shows stands; such a view shows nothing itself.</param>
/// <param name="UnderConsent">Whether its words stand while the person consents that they are told; absent for no.</param>
/// <param name="Contact">Who asks to be rung back; the holder is the asker's agency.</param>
public sealed record View(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("severity")] Severity Severity,
    [property: JsonPropertyName("holder")] AgencyId Holder,
    [property: JsonPropertyName("subject_kind")] PersonKind? SubjectKind,
    [property: JsonPropertyName("link")] LinkId? Link,
    [property: JsonPropertyName("plan")] PlanId? Plan,
    [property: JsonPropertyName("facts")] PlanFacts? Facts,
    [property: JsonPropertyName("from")] TeamId? From,
    [property: JsonPropertyName("asked")] TeamId? Asked,
    [property: JsonPropertyName("elements")] ImmutableArray<ElementChange> Elements,
    [property: JsonPropertyName("more_exists")] bool MoreExists,
    [property: JsonPropertyName("type_category")] Category? TypeCategory = null,
    [property: JsonPropertyName("concern")] ConcernId? Concern = null,
    [property: JsonPropertyName("identity")] IdentityRecord? Identity = null,
    [property: JsonPropertyName("description")] string? Description = null,
    [property: JsonPropertyName("about")] DeliveryPlace? About = null,
    [property: JsonPropertyName("for")] PractitionerId? For = null,
    [property: JsonPropertyName("agreement")] AgreementId? Agreement = null,
    [property: JsonPropertyName("agreement_ends_on")] DateOnly? AgreementEndsOn = null,
    [property: JsonPropertyName("subject")] PersonId? Subject = null,
    [property: JsonPropertyName("asks")] AskedDecision? Asks = null,
    [property: JsonPropertyName("directed")] DirectedFrom? Directed = null,
    [property: JsonPropertyName("shows_about")] bool? ShowsAbout = null,
    [property: JsonPropertyName("number")] string? Number = null,
    [property: JsonPropertyName("restriction")] RestrictionId? Restriction = null,
    [property: JsonPropertyName("review_on")] DateOnly? ReviewOn = null,
    [property: JsonPropertyName("kept_out")] KeptOut? KeptOut = null,
    [property: JsonPropertyName("instead")] TeamId? Instead = null,
    [property: JsonPropertyName("moved")] MovedFrom? Moved = null,
    [property: JsonPropertyName("under_consent")] bool? UnderConsent = null,
    [property: JsonPropertyName("contact")] ContactAsked? Contact = null)
{
    /// <summary>All that it tells, by category.</summary>
    public CategorySet Told()
    {
        var type = Type == Cut.RecordUpdated ? default : CategorySet.Of(TypeCategory ?? Category.PlanTypeAndDates);
        var facts = Facts is null ? default : CategorySet.Of(Category.PlanTypeAndDates);
        return Elements.Select(e => e.Content?.Category).OfType<Category>().Aggregate(type.Or(facts), (all, c) => all.Or(CategorySet.Of(c)));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(View);
}

/// <summary>Where a delivery came from that went to another inbox: what it shows stays there, sealed under its owner's key.</summary>
/// <param name="At">The inbox.</param>
/// <param name="Place">The delivery.</param>
/// <param name="Step">Who hears now.</param>
public sealed record MovedFrom(
    [property: JsonPropertyName("at")] InboxAddress At,
    [property: JsonPropertyName("place")] DeliveryPlace Place,
    [property: JsonPropertyName("step")] HearingStep Step);

/// <summary>Which plan, from when to when.</summary>
/// <param name="Type">Its type.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartsOn">First day, when known.</param>
/// <param name="EndsOn">Last day, once known.</param>
public sealed record PlanFacts(
    [property: JsonPropertyName("type")] PlanType Type,
    [property: JsonPropertyName("state")] PlanState State,
    [property: JsonPropertyName("starts_on")] DateOnly? StartsOn,
    [property: JsonPropertyName("ends_on")] DateOnly? EndsOn);
