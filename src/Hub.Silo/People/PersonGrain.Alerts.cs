using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Teams;
using Hub.Silo.Entrance;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>What practitioners alert to, and who leads when somebody tells of this person.</summary>
internal abstract partial class PersonGrain
{
    public Task<Answer<AlertWritten>> RaiseAlert(Caller caller, RaiseAlert command)
        => Decide(new Write<Person, AlertWritten>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.RaiseAlert),
            (state, _) => Known(state, caller, s => PersonSight.NamesItsOwn(ToAlert(s, caller, command), s)),
            (state, happened) => happened?.Content is AlertRaised e
                ? new AlertWritten(
                    [.. e.Elements.Select(w => w.Id)], [.. e.Elements.Where(w => w.Content.Category is null).Select(w => w.Id)], happened.Version, WarningsOf(state, caller, e))
                : new AlertWritten([], [], 0))
        {
            Effect = PersonFold.EffectOf,
            Share = (state, change, place) => people.Dispatch.Of(Stream, state, change, caller, place),
        });

    public Task<Answer<Told>> Told(Caller caller, long version)
        => Recall<Told>(version, (state, past) => IsShut(state, caller) ? Refusal.Because(RefusalReason.NotKnown)
            : past is { Event: { } e } && e.Agency == caller.Agency
            ? ToldTeams.Of(past, d => KnownRecipients.MayKnowOf(state, caller.Agency, IsOfLead(state, caller), d))
            : Arrival.NoHandle("update_id"));

    public Task<Answer<Heard>> WhoHeard(long version)
        => Recall<Heard>(version, (state, past) => new Heard([.. state.Circle.Select(m => m.Team)
            .Concat(state.Links.Select(l => l.Team))
            .Concat(state.Relationships.Select(r => r.Content.CarryingTeam).OfType<TeamId>())
            .Concat(state.Restrictions.Where(r => r.Terms.IsSeal).Select(r => r.Terms.Guardian))
            .Concat(past?.Event.Content is MemberEnded e ? [e.Team] : [])
            .Distinct()]));

    public Task<Answer<FoundPerson>> WhoLeads(LeadQuestion question)
        => Read<FoundPerson>(state => state.Kind is null || (question.Record is { } record && !Matching.IsSamePerson(state.Records, question.Asker, record))
            ? Refusal.Because(RefusalReason.NotKnown)
            : new FoundPerson(
                Kind, Id, Circle.LeadOf(state.Circle, Kind)?.Team, state.FactsVersion, state.Records.FirstOrDefault(r => r.Agency == question.Asker)?.Record,
                state.Relationships, state.Restrictions));

    private Decided ToAlert(Person state, Caller caller, RaiseAlert command)
        => state.Records.All(r => r.Agency != caller.Agency) && !state.Plans.Any(p => p.Agency == caller.Agency && p.IsOpen)
            ? Decided.Refuse(Refusal.Because(RefusalReason.NotKnown))
            : command.Plan is { } plan && NoOpenPlan(state, plan, caller) is { } no ? Decided.Refuse(no)
            : people.Facts.SectorOf(caller.Agency) is { } sector ? command.Decide(sector)
            : Decided.Refuse(Refusal.Because(RefusalReason.UnknownCaller));
}
