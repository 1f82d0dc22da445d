using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Consents;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Domain.Inbox;

/// <summary>Which events of a person's stream others may hear of, and as what.</summary>
public static class PersonNews
{
    /// <summary>The news of an event that <paramref name="holder"/> makes, told from the state before it; null when nobody hears of it.</summary>
    public static News? Of(Person before, IEvent change, AgencyId holder) => change switch
    {
        PlanStarted e => Plan(
            "plan.started", holder, e.Plan, new PlanFacts(e.Type, PlanState.Active, e.StartsOn, e.EndsOn),
            [.. e.Elements.Select(w => new NewsElement(w.Id, null, w.Content))]),
        PlanChanged e when Find(before, e.Plan) is { } plan => Plan(
            "plan.changed", holder, e.Plan, FactsOf(plan), [.. e.Changes.Select(c => new NewsElement(c.Element, ContentOf(plan, c.Element), c.Content))]) with
        {
            OnlyElements = true,
        },
        PlanEnded e when Find(before, e.Plan) is { } plan => Plan("plan.ended", holder, e.Plan, FactsOf(plan) with { State = e.State, EndsOn = e.EndsOn }, []),
        LinkProposed e when Find(before, e.Plan) is { } plan => Link("plan.link-proposed", Severity.Amber, holder, e.Plan, FactsOf(plan), e.Link) with
        {
            From = e.Team,
            Asked = e.OtherTeam,
        },
        LinkAccepted e when Find(before, e.Plan) is { } plan => Link("plan.linked", Severity.Green, holder, e.Plan, FactsOf(plan), e.Link) with
        {
            From = e.OtherTeam,
            Asked = e.Team,
        },
        AlertRaised e => new News(
            StoredWord.Of(e.Type), e.Category, e.Severity, holder, Purpose.Safeguard, e.Plan, null, null, null, null,
            [.. e.Elements.Select(w => new NewsElement(w.Id, null, w.Content))], OnlyElements: false),
        ConsentRecorded { State: ConsentState.Withdrawn } => new News(
            "consent.withdrawn", Category.PlanContent, Severity.Amber, holder, Purpose.Safeguard, null, null, null, null, null, [], OnlyElements: false),
        LinkEnded e => Link("plan.link-ended", Severity.Amber, holder, null, null, e.Link),
        _ => null,
    };

    private static News Plan(string type, AgencyId holder, PlanId plan, PlanFacts facts, ImmutableArray<NewsElement> elements)
        => new(type, Category.PlanTypeAndDates, Severity.Green, holder, Purpose.Safeguard, plan, facts, null, null, null, elements, OnlyElements: false);

    private static News Link(string type, Severity severity, AgencyId holder, PlanId? plan, PlanFacts? facts, LinkId link)
        => new(type, Category.PlanTypeAndDates, severity, holder, Purpose.Safeguard, plan, facts, link, null, null, [], OnlyElements: false);

    private static Plan? Find(Person person, PlanId id) => person.Plans.FirstOrDefault(p => p.Id == id);

    private static PlanFacts FactsOf(Plan plan) => new(plan.Type, plan.State, plan.StartsOn, plan.EndsOn);

    // A copy is shown to nobody but its holder's own agency: never more widely than its origin.
    private static ElementContent? ContentOf(Plan plan, ElementId id)
        => plan.Elements.FirstOrDefault(e => e.Id == id) is not { } element ? null
            : element.Origin is null ? element.Content
            : element.Content with { Category = null };
}
