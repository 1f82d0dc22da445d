using Hub.Contracts.Calls;
using Hub.Contracts.Teams;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Register;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about teams.</summary>
[GrainType("entrance-teams"), StatelessWorker, Reentrant]
internal sealed class TeamEntrance(Arrival arrival, TeamRegister register, Silence silence) : Grain, ITeamEntrance
{
    public Task<Answer<Done>> Open(Call call, string team, OpenTeam command)
        => Enter(call, team, registrarToo: true, (owner, caller) => owner.Open(caller, command));

    public Task<Answer<Done>> AssignRole(Call call, string team, AssignRole command)
        => Enter(call, team, registrarToo: false, (owner, caller) => owner.AssignRole(caller, command));

    public Task<Answer<Done>> EndRole(Call call, string team, EndRole command)
        => Enter(call, team, registrarToo: false, (owner, caller) => owner.EndRole(caller, command));

    public Task<Answer<TeamView>> Get(Call call, string team)
    {
        var who = arrival.Identify(call);
        return Task.FromResult(who.Value is not { } caller ? who.Refusal!
            : TeamId.TryParse(team) is not { } id ? NoTeam
            : register.Of(id) is { Team: { Profile: { } profile } known } ? new TeamView(profile, caller.Agency == id.Agency ? known.Holders : [])
            : (Answer<TeamView>)Refusal.Because(RefusalReason.NotKnown));
    }

    private static Refusal NoTeam => Refusal.About(
        RefusalReason.InvalidField, "team_id", "must be agency/team, each 2 to 24 characters of a-z, 0-9 and hyphen");

    private async Task<Answer<Done>> Enter(Call call, string team, bool registrarToo, Func<ITeam, Caller, Task<Answer<Done>>> enter)
    {
        var who = arrival.Identify(call);
        if (who.Value is not { } caller)
        {
            return who.Refusal!;
        }

        // A text that can name no team tells nothing about any.
        if (TeamId.TryParse(team) is not { } id || AgencyRegister.IsReserved(id.Agency))
        {
            return NoTeam;
        }

        // An agency may for its own teams, with a practitioner named; the registrar may open. Anybody else hears one answer.
        var isRegistrar = AgencyRegister.IsRegistrar(caller);
        if (isRegistrar ? !registrarToo : caller.Agency != id.Agency)
        {
            return Refusal.Because(RefusalReason.UnknownCaller);
        }

        var write = isRegistrar ? Arrival.WithRequest(caller) : arrival.Practitioner(call, write: true);
        if (write.Refusal is { } no)
        {
            return no;
        }

        // What every silo keeps is known to every silo before anybody hears that it is done.
        var key = TeamFold.Key(id);
        return await silence.After(enter(GrainFactory.GetGrain<ITeam>(key), caller), key);
    }
}
