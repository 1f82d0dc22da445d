using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Consents;
using Hub.Domain.Deciding;
using Hub.Domain.People;
using Hub.Domain.Sharing;

namespace Hub.Domain.Inbox;

/// <summary>What an answer to a question sends. Source: sharing rules, "send under the directed lane".</summary>
public static class DirectedAnswer
{
    /// <summary>Refuses a question that was answered, one of whose recipient policy says no, an element that was not asked about or stands no more,
    /// and a justification that lacks something. What stands no more and was not named is left out.</summary>
    /// <param name="command">The answer.</param>
    /// <param name="person">The person now.</param>
    /// <param name="about">The event that the question is about.</param>
    /// <param name="isAnswered">Whether somebody has answered it.</param>
    /// <param name="policy">What the directed lane says of the recipient.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="sight">What the recipient may not see by anybody's word. Source: "restrictions and relation rules still apply".</param>
    public static Directed Decide(SendDirected command, Person person, Happened about, bool isAnswered, Verdict policy, Moment now, ElementSight? sight = null)
    {
        if (isAnswered)
        {
            return Directed.Refuse(RefusalReason.StateConflict, "delivery_id", "was answered already");
        }

        if (command.Asks.Informee is { } informee)
        {
            return InformeeAnswer.Decide(command, informee, person, about, policy, now, sight);
        }

        if (policy.Because != Because.Directed || PersonNews.Of(person, about.Content, about.Agency) is not { } news)
        {
            return Directed.Refuse(RefusalReason.StateConflict, "delivery_id", "cannot be sent to this recipient");
        }

        var broken = new FieldRules();
        var why = command.Why.Read(broken);
        MustRestOnConsent(broken, why, PersonConsent.Of(person, about.Agency, command.Asks.Recipient.Agency), now);
        if (broken.Refusal is { } refusal)
        {
            return Directed.Refuse(refusal);
        }

        var sees = sight ?? ElementSight.Whole;
        var asked = Question.Releasable(news, command.Asks)
            .Select(e => (e.Id, Content: policy.Shows(e.After!.Category) && Standing(person, about, news, e) is { } stands && sees.Lets(stands) ? stands : null)).ToList();
        for (var i = 0; i < command.Elements.Length; i++)
        {
            var at = asked.FindIndex(e => e.Id == command.Elements[i]);
            if (at < 0 || asked[at].Content is null)
            {
                return at < 0
                    ? Directed.Refuse(RefusalReason.InvalidElement, $"element_ids[{i}]", "is not among what the recipient would need of this")
                    : Directed.Refuse(RefusalReason.StateConflict, $"element_ids[{i}]", "stands no more, or tells something else now");
            }
        }

        ImmutableArray<WrittenElement> sent =
            [.. asked.Where(e => e.Content is not null && (command.Elements.IsEmpty || command.Elements.Contains(e.Id))).Select(e => new WrittenElement(e.Id, e.Content!))];
        var needs = command.Asks.Needs.And(policy.Categories);
        var showsType = needs.Has(news.Category);
        if (sent.IsEmpty && !(showsType && !news.OnlyElements))
        {
            return Directed.Refuse(RefusalReason.StateConflict, "delivery_id", "nothing of it stands any more that could be sent");
        }

        var change = new SharedDirected(
            command.Item, command.Asks.Version, command.Asks.Recipient, command.Asks.SubjectKind, command.Asks.Subject, news.Plan, showsType ? news.Type : Cut.RecordUpdated, news.Severity, sent, why);
        var facts = needs.Has(Category.PlanTypeAndDates) ? news.Facts : null;
        var view = Of(change, about.Agency, IsOfPlan(about.Content) ? DirectedFrom.Plan : DirectedFrom.Alert) with
        {
            Facts = facts,
            Link = news.Link,
            TypeCategory = showsType && news.Category != Category.PlanTypeAndDates ? news.Category : null,
        };
        return new Directed(Decided.Commit(change), view, asked.Count - sent.Length + (showsType ? 0 : 1)) { IsNewsInItself = showsType && !news.OnlyElements };
    }

    /// <summary>Refuses a plan that is not the caller's (NOT_KNOWN), no elements, one that does not stand in the plan, that has no category or is another
    /// agency's, a recipient of whom policy says no, and a justification that lacks something.</summary>
    /// <param name="command">What is shared.</param>
    /// <param name="person">The person now.</param>
    /// <param name="caller">Who shares.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="policy">What the directed lane says of the recipient.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="sight">What the recipient may not see by anybody's word.</param>
    public static Directed Decide(ShareDirected command, Person person, Caller caller, Recipient to, Verdict policy, Moment now, ElementSight? sight = null)
    {
        if (Plans.PlanAccess.ToSee(person.Plans, command.Plan, caller) is not { } plan)
        {
            return Directed.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        var broken = new FieldRules();
        broken.Must(policy.Because == Because.Directed, "recipient_team_id", "cannot be sent to");
        broken.Must(!command.Elements.IsEmpty, "element_ids", "must name at least one element");
        var sent = ImmutableArray.CreateBuilder<WrittenElement>();
        for (var i = 0; i < command.Elements.Length; i++)
        {
            var element = plan.Elements.FirstOrDefault(e => e.Id == command.Elements[i]);
            if (element is { Origin: null, Content.Category: { } category } && (policy.Because != Because.Directed || policy.Shows(category)) && sight?.Lets(element.Content) != false)
            {
                sent.Add(new WrittenElement(element.Id, element.Content));
            }
            else
            {
                broken.Add(
                    RefusalReason.InvalidElement,
                    $"element_ids[{i}]",
                    element is null ? "does not stand in this plan" : element.Origin is null ? element.Content.Category is null ? "must have a category" : "cannot be sent to this recipient" : "is another agency's: only that agency shares it");
            }
        }

        var severity = (Alerts.Severity)command.Severity;
        broken.Must(Enum.IsDefined(severity), "severity", "must be a known severity");
        var why = command.Why.Read(broken);
        MustRestOnConsent(broken, why, PersonConsent.Of(person, caller.Agency, to.Team.Agency), now);
        if (broken.Refusal is { } refusal)
        {
            return Directed.Refuse(refusal);
        }

        var change = new SharedDirected(null, null, to.Team, to.Kind, to.Subject, plan.Id, Cut.RecordUpdated, severity, sent.ToImmutable(), why);
        return new Directed(Decided.Commit(change), Of(change, caller.Agency, DirectedFrom.Plan), 0);
    }

    // What rests on nothing but consent needs one that holds; a duty or a court's order does not ask for it. Source: scenario "Consent withdrawn, duty
    // remains": "with consent shown as withdrawn, not as the basis".
    internal static void MustRestOnConsent(FieldRules broken, Justification why, ConsentFacts? consent, Moment now)
        => broken.Must(why.Ground != StatutoryGround.ConsentOnly || consent?.Holds(now) == true, "ground", "there is no consent on record that holds");

    // What is sent is what the plan says now, and only under the category that was asked about. An alert's words do not change.
    private static ElementContent? Standing(Person person, Happened about, News news, NewsElement element)
        => !IsOfPlan(about.Content) ? element.After
            : person.Plans.FirstOrDefault(p => p.Id == news.Plan)?.Elements.FirstOrDefault(e => e.Id == element.Id) is { Origin: null } stands
                && stands.Content.Category == element.After!.Category ? stands.Content
            : null;

    private static bool IsOfPlan(IEvent about) => about is Plans.PlanStarted or Plans.PlanChanged or Plans.PlanEnded;

    private static View Of(SharedDirected sent, AgencyId holder, DirectedFrom from)
        => new(
            sent.Type, sent.Severity, holder, sent.SubjectKind, null, sent.Plan, null, null, null,
            [.. sent.Elements.Select(e => new ElementChange(ElementAct.Add, e.Id, e.Content))], MoreExists: false, Directed: from);
}

/// <summary>What a directed decision sends, or why it cannot.</summary>
/// <param name="Decided">The event or the refusal.</param>
/// <param name="View">What the recipient sees; null with a refusal.</param>
/// <param name="Withheld">How many pieces that it would need were not sent.</param>
public sealed record Directed(Decided Decided, View? View, int Withheld)
{
    /// <summary>What is on record of the person's consent that an informee is told; null where it is about none.</summary>
    public ConsentState? Consent { get; init; }

    /// <summary>Whether it tells something where it shows no element.</summary>
    public bool IsNewsInItself { get; init; }

    /// <summary>Nothing is sent.</summary>
    public static Directed Refuse(Refusal refusal) => new(Decided.Refuse(refusal), null, 0);

    /// <summary>Nothing is sent, because of one field.</summary>
    public static Directed Refuse(RefusalReason reason, string field, string rule) => Refuse(Refusal.About(reason, field, rule));
}
