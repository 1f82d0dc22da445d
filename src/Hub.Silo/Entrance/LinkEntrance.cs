using Hub.Contracts.Calls;
using Hub.Contracts.Links;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Keys;
using Hub.Silo.People;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about links.</summary>
[GrainType("entrance-links"), StatelessWorker, Reentrant]
internal sealed class LinkEntrance(Arrival arrival, HubSecret secret, IJournalStore store, Silence silence, OwnerLog log) : Grain, ILinkEntrance
{
    public async Task<Answer<LinkReceipt>> Propose(Call call, LinkDraft draft)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", draft.Person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        var other = await arrival.Meet(found.Caller, GrainFactory, null, "other_person", draft.Other);
        if (other.Value is not { } named)
        {
            return other.Refusal!;
        }

        var agency = found.Caller.Agency;
        if (arrival.Handles.ReadPlan(agency, draft.Plan) is not { } plan)
        {
            return Arrival.NoHandle("plan_id");
        }

        var id = new LinkId(secret.NewId("link", found.Caller, found.Person.GetPrimaryKeyString()));
        var command = new ProposeLink(id, plan, draft.Team, named.Kind, named.Id, draft.OtherTeam);
        return Receipt(agency, await found.Person.ProposeLink(found.Caller, command));
    }

    public async Task<Answer<LinkReceipt>> Accept(Call call, string person, string link, string plan)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", person);
        return met.Value is not { } found ? met.Refusal!
            : arrival.Handles.ReadPlan(found.Caller.Agency, plan) is { } id ? await Answer(found, link, id, "")
            : Arrival.NoHandle("plan_id");
    }

    public async Task<Answer<LinkReceipt>> Decline(Call call, string person, string link, string because)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", person);
        return met.Value is { } found ? await Answer(found, link, null, because) : met.Refusal!;
    }

    public async Task<Answer<LinkReceipt>> End(Call call, string person, string link, string because)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", person);
        return met.Value is not { } found ? met.Refusal!
            : arrival.Handles.ReadLink(found.Caller.Agency, link) is { } id
                ? Receipt(found.Caller.Agency, await silence.After(found.Person.EndLink(found.Caller, new EndLink(id, because)), found.Person.GetPrimaryKeyString()))
            : Arrival.NoHandle("link_id");
    }

    public async Task<Answer<LinksShown>> List(Call call, string person)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: false), GrainFactory, null, "person", person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        var agency = found.Caller.Agency;
        return (await found.Person.ListLinks(found.Caller)).Map(list => new LinksShown([.. list.Links.Select(l => Shown(agency, l))]));
    }

    private async Task<Answer<LinkReceipt>> Answer(Met found, string link, PlanId? plan, string because)
    {
        var agency = found.Caller.Agency;
        if (arrival.Handles.ReadLink(agency, link) is not { } id)
        {
            return Arrival.NoHandle("link_id");
        }

        try
        {
            var key = PersonGrain.LinkKey(id);
            return (await store.FindClaims(ClaimSpace.Link, key, key, CancellationToken.None)) is [var claim] && PersonFold.Read(claim.Stream) is var (kind, proposer)
                ? Receipt(agency, await found.Person.AnswerLink(found.Caller, new AnswerLink(id, plan, because), kind, proposer))
                : Refusal.Because(RefusalReason.NotKnown);
        }
        catch (StoreFault fault)
        {
            log.Unreadable(fault.Kind);
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }

    private Answer<LinkReceipt> Receipt(AgencyId agency, Answer<LinkWritten> written)
        => written.Map(w => new LinkReceipt(w.Link == default ? "" : arrival.Handles.Link(agency, w.Link)));

    private LinkShown Shown(AgencyId agency, LinkStanding link) => new(
        arrival.Handles.Link(agency, link.Half.Id),
        link.Half.Plan is { } plan ? arrival.Handles.Plan(agency, plan) : "",
        link.Half.Team,
        link.Half.OtherKind,

        // Who was asked never gave the other person's number, and has no handle of it.
        link.Half.State == HalfState.Proposed ? arrival.Handles.Person(agency, link.Half.OtherKind, link.Half.Other) : "",
        link.Half.OtherTeam,
        link.State,
        link.Half.At);
}
