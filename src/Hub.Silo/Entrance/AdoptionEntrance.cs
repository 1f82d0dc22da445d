using System.Collections.Immutable;
using Hub.Contracts.Adoptions;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Adoptions;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Silo.Keys;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about adoptions. Here alone both children are named in one call, and neither is told of the other.</summary>
[GrainType("entrance-adoptions"), StatelessWorker, Reentrant]
internal sealed class AdoptionEntrance(Arrival arrival, HubSecret secret) : Grain, IAdoptionEntrance
{
    public async Task<Answer<Handle>> Propose(Call call, CrossingDraft draft)
    {
        var who = arrival.Practitioner(call, write: true);
        var from = await arrival.Meet(who, GrainFactory, PersonKind.Child, "from_person", draft.FromPerson);
        var to = from.Value is null ? from : await arrival.Meet(who, GrainFactory, PersonKind.Child, "to_person", draft.ToPerson);
        if (from.Value is not { } before || to.Value is not { } after)
        {
            return to.Refusal!;
        }

        var agency = after.Caller.Agency;
        if (arrival.Handles.ReadPlan(agency, draft.Plan) is not { } plan)
        {
            return Arrival.NoHandle("plan_id");
        }

        ImmutableArray<ElementDraft> drafts = [.. draft.Elements.Take(Crossing.MostElements + 1)];
        var asked = await before.Person.WouldTell(before.Caller, [.. drafts.Select(e => e.Text)]);
        if (asked.Value is not { } told)
        {
            return asked.Refusal!;
        }

        if (before.Id == after.Id)
        {
            return Refusal.About(RefusalReason.InvalidField, "to_person", "must be another child than from_person");
        }

        var owner = after.Person.GetPrimaryKeyString();
        var command = new ProposeCrossing(
            new CrossingId(secret.NewId("crossing", after.Caller, owner)), told.Team, plan,
            [.. drafts.Select((e, i) => new DraftedElement(new ElementId(secret.NewId("element", after.Caller, owner, i)), e))]);
        var written = await after.Person.ProposeCrossing(after.Caller, command, told.Telling);
        return written.Map(w => new Handle(w.Crossing == default ? "" : arrival.Handles.Crossing(agency, w.Crossing)));
    }

    public async Task<Answer<Done>> Confirm(Call call, string toPerson, string crossing)
    {
        var met = await Meet(call, write: true, toPerson);
        return met.Value is not { } found ? met.Refusal!
            : arrival.Handles.ReadCrossing(found.Caller.Agency, crossing) is { } id ? await found.Person.ConfirmCrossing(found.Caller, new ConfirmCrossing(id))
            : Arrival.NoHandle("crossing_id");
    }

    public async Task<Answer<CrossingList>> List(Call call, string toPerson)
    {
        var met = await Meet(call, write: false, toPerson);
        return met.Value is { } found
            ? (await found.Person.ListCrossings(found.Caller)).Map(w => new CrossingList([.. w.Crossings.Select(c => Shown(found.Caller.Agency, c))]))
            : met.Refusal!;
    }

    private Task<Answer<Met>> Meet(Call call, bool write, string toPerson)
        => arrival.Meet(arrival.Practitioner(call, write), GrainFactory, PersonKind.Child, "to_person", toPerson);

    private CrossingShown Shown(AgencyId agency, Crossing crossing) => new(
        arrival.Handles.Crossing(agency, crossing.Id), arrival.Handles.Plan(agency, crossing.Plan), crossing.By, crossing.EndsAt, [.. crossing.Elements.Select(e => e.Content)]);
}
