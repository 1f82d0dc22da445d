using System.Collections.Immutable;
using Hub.Contracts.Alerts;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Silo.Alerts;
using Hub.Silo.Journal;
using Hub.Silo.Keys;
using Hub.Silo.People;
using Hub.Silo.Register;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for alerts and concerns.</summary>
[GrainType("entrance-alerts"), StatelessWorker, Reentrant]
internal sealed partial class AlertEntrance(Arrival arrival, AgencyRegister agencies, ConcernDispatch dispatch, PersonClaims claims, HubSecret secret, TimeProvider time, OwnerLog log)
    : Grain, IAlertEntrance
{
    private const int Tries = 3;

    // Well within the gateway's own patience, which knows no number to call.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    public async Task<Answer<AlertReceipt>> Raise(Call call, string person, AlertDraft draft)
    {
        var met = await arrival.Meet(arrival.Practitioner(call, write: true), GrainFactory, null, "person", person);
        if (met.Value is not { } found)
        {
            return met.Refusal!;
        }

        var agency = found.Caller.Agency;
        PlanId? plan = draft.Plan.Length == 0 ? null : arrival.Handles.ReadPlan(agency, draft.Plan);
        if (plan is null && draft.Plan.Length > 0)
        {
            return Arrival.NoHandle("plan_id");
        }

        var within = found.Person.GetPrimaryKeyString();
        var elements = ImmutableArray.CreateBuilder<DraftedElement>();
        foreach (var (element, i) in draft.Elements.Take(Domain.Alerts.RaiseAlert.MaxElements + 1).Select((e, i) => (e, i)))
        {
            var (read, no) = AboutReferences.Read(arrival.Handles, agency, element, $"elements[{i}]");
            if (read is null)
            {
                return no!;
            }

            elements.Add(new DraftedElement(NewElement(found.Caller, within, i), read));
        }

        var written = await found.Person.RaiseAlert(found.Caller, new RaiseAlert(draft.Type, draft.Severity, plan, elements.ToImmutable()));
        return written.Map(w => new AlertReceipt(
            [.. w.Elements.Select(e => arrival.Handles.Element(agency, e))], [.. w.Uncategorised.Select(e => arrival.Handles.Element(agency, e))],
            w.Version == 0 ? "" : arrival.Handles.Update(agency, found.Id, w.Version), w.Warned));
    }

    public async Task<Answer<ConcernReceipt>> RaiseConcern(Call call, ConcernDraft draft)
    {
        var who = arrival.Agency(call);
        if (who.Value is not { } caller)
        {
            return who.Refusal!;
        }

        var id = new ConcernId(secret.NewId("concern", caller));
        var key = ConcernFold.Key(id);
        var (command, broken) = (draft with { Elements = [.. draft.Elements.Select(e => AboutReferences.ReadLeniently(arrival.Handles, caller.Agency, e))] }).Read(
            i => NewElement(caller, key, i), a => agencies.SectorOf(a) == Sector.ChildrensSocialCare, Moment.Of(time.GetUtcNow()));
        if (command is null)
        {
            return broken!;
        }

        var heard = new Answer<ConcernHeard>(null, Refusal.Because(RefusalReason.TryAgain));
        for (var tried = 0; tried < Tries && heard.Refusal is { Reason: RefusalReason.TryAgain }; tried++)
        {
            var (found, isKnown) = await Find(caller, command);
            heard = isKnown ? await GrainFactory.GetGrain<IConcern>(key).Raise(caller, command, found).InTime(time, Patience) : heard;
        }

        if (heard.Refusal is { Reason: RefusalReason.TryAgain or RefusalReason.RateLimited } notHeard)
        {
            return notHeard with { DutyNumber = dispatch.DutyNumberOf(command.Place) };
        }

        return heard.Map(h => new ConcernReceipt(caller.ValidateOnly ? "" : arrival.Handles.Concern(caller.Agency, id), h.DutyNumber));
    }

    /// <summary>Whom it is about: by the sender's own reference, else by a number, as strictly as a registration. Where nothing leads to
    /// anybody, somebody who is not there is asked: nobody known and nobody there take one way. Not known: somebody cannot answer now.</summary>
    private async Task<(FoundPerson? Found, bool IsKnown)> Find(Caller caller, RaiseConcern command)
    {
        try
        {
            if (arrival.Handles.ReadPerson(caller.Agency, command.Person) is var (kind, person))
            {
                var meant = await Ask(PersonFold.Key(kind, person), new LeadQuestion(caller.Agency, null));
                if (!meant.IsKnown || meant.Found is not null)
                {
                    return meant;
                }
            }

            IReadOnlyList<string> candidates = command.Identity is { } record ? await claims.Candidates(caller, record) : [];
            var nobody = PersonFold.Key(PersonKind.Child, PersonId.Of(secret.Hub, secret.DerivedId("nobody", caller.Agency, caller.Request!.Value, "", 0)));
            foreach (var stream in candidates.Count == 0 ? [nobody] : candidates)
            {
                var asked = await Ask(stream, new LeadQuestion(caller.Agency, command.Identity));
                if (!asked.IsKnown || asked.Found is not null)
                {
                    return asked;
                }
            }

            return (null, true);
        }
        catch (StoreFault fault)
        {
            log.Unreadable(fault.Kind);
            return (null, false);
        }
    }

    private async Task<(FoundPerson? Found, bool IsKnown)> Ask(string stream, LeadQuestion question)
    {
        var answer = await Arrival.Owner(GrainFactory, stream).WhoLeads(question).InTime(time);
        return (answer.Value, answer.Refusal is null or { Reason: RefusalReason.NotKnown });
    }

    private ElementId NewElement(Caller caller, string within, int place)
        => new(secret.NewId("element", caller, within, place));
}
