using Hub.Contracts.Calls;
using Hub.Contracts.Deciding;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Deciding;
using Hub.Domain.Teams;

namespace Hub.Silo.Entrance;

/// <summary>Decisions for which nobody asked, and what stands on record of all.</summary>
internal sealed partial class DecisionEntrance
{
    private const int MaxPage = 100;
    private const int DefaultPage = 50;

    public async Task<Answer<DecisionReceipt>> ShareDirected(Call call, PlanElements what, string recipient, int severity, JustificationDraft why)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", what.Person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        if (arrival.Handles.ReadPlan(found.Caller.Agency, what.Plan) is not { } plan)
        {
            return Arrival.NoHandle("plan_id");
        }

        var picked = Elements(found.Caller.Agency, what.Elements);
        return picked.Value is not { } chosen ? picked.Refusal!
            : Receipt(found.Caller, found.Kind, found.Id, await found.Person.ShareDirected(found.Caller, new ShareDirected(plan, chosen.Elements, recipient, severity, why)));
    }

    public async Task<Answer<DecisionReceipt>> RecordNotShared(Call call, PlanElements what, string recipient, NotSharedDraft why)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", what.Person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        PlanId? plan = what.Plan.Length == 0 ? null : arrival.Handles.ReadPlan(found.Caller.Agency, what.Plan);
        if (plan is null && what.Plan.Length > 0)
        {
            return Arrival.NoHandle("plan_id");
        }

        var picked = Elements(found.Caller.Agency, what.Elements);
        return picked.Value is not { } chosen ? picked.Refusal!
            : Receipt(found.Caller, found.Kind, found.Id, await found.Person.RecordNotShared(found.Caller, new RecordNotShared(plan, chosen.Elements, recipient, why)));
    }

    public async Task<Answer<DecisionList>> List(Call call, string person, int size, string pageToken)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: false), GrainFactory, null, "person", person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        if (size is < 0 or > MaxPage)
        {
            return Refusal.About(RefusalReason.InvalidField, "page_size", $"must be 0 to {MaxPage}");
        }

        var agency = found.Caller.Agency;
        var query = $"ListDecisions/{person}";
        if (tokens.Read(agency, query, pageToken) is not { } before)
        {
            return Refusal.About(RefusalReason.InvalidPageToken, "page_token", "is not a page token of this list");
        }

        var page = await found.Person.ListDecisions(found.Caller, IsSafeguardingLead(found.Caller), before, size == 0 ? DefaultPage : size);
        return page.Map(p => new DecisionList([.. p.Decisions.Select(d => View(agency, d))], tokens.Make(agency, query, p.Before)));
    }

    // Who answers for safeguarding in the whole agency has another name in each sector.
    private bool IsSafeguardingLead(Caller caller)
        => caller.Holds(by => teams.OfAgency(caller.Agency).Any(t => t.Team.Holders.Any(h => h.Practitioner == by
            && h.Role is Role.DesignatedSafeguardingLead or Role.NamedNurse or Role.DutyManager)));

    private DecisionView View(AgencyId agency, DecisionMade made) => new(
        made.At,
        made.Practitioner,
        made.Recipient,
        made.Plan is { } plan ? arrival.Handles.Plan(agency, plan) : "",
        made.Type,
        [
            .. made.Elements.Select(e => new DecidedElement(arrival.Handles.Element(agency, e.Id), e.Content with { About = null })),
            .. made.About.Select(e => new DecidedElement(arrival.Handles.Element(agency, e), null)),
        ],
        made.Shared,
        made.NotShared);
}
