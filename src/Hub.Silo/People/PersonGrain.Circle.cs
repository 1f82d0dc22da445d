using System.Collections.Immutable;
using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>The circle around a person.</summary>
internal abstract partial class PersonGrain
{
    public Task<Answer<Done>> AddMember(Caller caller, AddMember command)
        => RunOnCircle(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.AddMember),
            (state, now) => command.Decide(Kind, Shown(state, caller), caller, new CircleStanding(
                TeamId.TryParse(command.Team) is { } team ? people.Facts.Team(team)?.Sector : null,
                IsOfLead(state, caller),
                state.Plans.Any(p => p.Agency == caller.Agency && p.IsOpen))
            {
                Sectors = people.Facts.Rules(now).Sectors,
            }));

    public Task<Answer<Done>> EndMember(Caller caller, EndMember command)
        => RunOnCircle(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.EndMember),
            (state, _) => command.Decide(Shown(state, caller), caller, IsOfLead(state, caller)),
            hidesItself: true);

    public Task<Answer<CircleView>> GetCircle(Caller caller)
        => ReadFor<CircleView>(caller, state => IsOfLead(state, caller)
            ? new CircleView(Shown(state, caller))
            : new CircleView([.. state.Circle.Where(m => m.Team.Agency == caller.Agency || (m.State == MemberState.Proposed && m.By == caller.Agency))]));

    private Task<Answer<Done>> RunOnCircle(Caller caller, byte[] canonical, Func<Person, Moment, Decided> decide, bool hidesItself = false)
        => Decide(new Write<Person, Done>(caller, canonical, (state, now) => Known(state, caller, s => decide(s, now)), (_, _) => Done.Instance)
        {
            Effect = PersonFold.EffectOf,
            HidesItself = hidesItself,
        });

    // That a sensitive service is there is nobody else's to see.
    private static ImmutableArray<CircleMember> Shown(Person state, Caller caller)
        => state.Restrictions.IsEmpty ? state.Circle
            : [.. state.Circle.Where(m => m.Team.Agency == caller.Agency || !state.Restrictions.IsSensitiveService(m.Team.Agency))];

    private bool IsOfLead(Person state, Caller caller)
        => Circle.LeadOf(state.Circle, Kind) is { } lead && lead.Team.Agency == caller.Agency
            && caller.Holds(by => people.Facts.Team(lead.Team)?.Members.Contains(by) == true);
}
