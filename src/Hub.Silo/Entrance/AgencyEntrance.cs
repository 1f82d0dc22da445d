using Hub.Contracts.Agencies;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Silo.Inbox;
using Hub.Silo.Register;
using Orleans.Concurrency;

namespace Hub.Silo.Entrance;

/// <summary>The way in for calls about agencies.</summary>
[GrainType("entrance-agencies"), StatelessWorker, Reentrant]
internal sealed class AgencyEntrance(Arrival arrival, AgencyRegister register, TeamRegister teams, Silence silence, TimeProvider time) : Grain, IAgencyEntrance
{
    public Task<Answer<Done>> Admit(Call call, string agency, AdmitAgency command)
        => Enter(call, agency, ownToo: false, (owner, caller) => owner.Admit(caller, command));

    public Task<Answer<Done>> RegisterConnection(Call call, string agency, RegisterConnection command)
        => Enter(call, agency, ownToo: false, (owner, caller) => owner.RegisterConnection(caller, command));

    public Task<Answer<Done>> RevokeConnection(Call call, string agency, RevokeConnection command)
        => Enter(call, agency, ownToo: true, (owner, caller) => owner.RevokeConnection(caller, command));

    public Task<Answer<Done>> RegisterPractitioner(Call call, string agency, RegisterPractitioner command)
        => Enter(call, agency, ownToo: true, (owner, caller) => owner.RegisterPractitioner(caller, command));

    public Task<Answer<Done>> SetDutyTeam(Call call, string agency, SetDutyTeam command)
        => Enter(call, agency, ownToo: true, (owner, caller) => owner.SetDutyTeam(caller, command));

    public Task<Answer<Done>> SetReciprocalAuthority(Call call, string agency, SetReciprocalAuthority command)
        => Enter(call, agency, ownToo: true, (owner, caller) => owner.SetReciprocalAuthority(caller, command));

    public Task<Answer<Done>> RecordDelegation(Call call, RecordDelegation command) => Enter(call, (owner, caller) => owner.RecordDelegation(caller, command));

    public Task<Answer<Done>> EndDelegation(Call call, EndDelegation command) => Enter(call, (owner, caller) => owner.EndDelegation(caller, command));

    public Task<Answer<DelegationList>> ListDelegations(Call call)
    {
        var (who, now) = (arrival.Practitioner(call, write: false), Moment.Of(time.GetUtcNow()));
        return Task.FromResult(who.Value is not { } caller ? who.Refusal!
            : caller.Holds(by => teams.Manages(caller.Agency, by)) && register.Of(caller.Agency) is { } known
                ? new DelegationList([.. known.Delegations.Where(d => !d.IsOver(now))])
            : (Answer<DelegationList>)Refusal.Because(RefusalReason.NotKnown));
    }

    public Task<Answer<AgencyProfile>> Get(Call call, string agency)
    {
        var who = arrival.Identify(call);
        return Task.FromResult(who.Refusal is { } no ? no
            : AgencyId.TryParse(agency) is not { } id
                ? Refusal.About(RefusalReason.InvalidField, "agency_id", "must be 2 to 24 characters of a-z, 0-9 and hyphen")
            : register.ProfileOf(id) is { } profile ? profile
            : (Answer<AgencyProfile>)Refusal.Because(RefusalReason.NotKnown));
    }

    public Task<Answer<Identified>> WhoAmI(Call call)
        => Task.FromResult(register.Identify(call).Map(c => new Identified(c.Agency, c.Practitioner, register.ProfileOf(c.Agency)?.DutyNumber ?? "")));

    /// <summary>By a named practitioner of an agency, for that agency.</summary>
    private async Task<Answer<Done>> Enter(Call call, Func<IAgency, Caller, Task<Answer<Done>>> enter)
    {
        var who = arrival.Practitioner(call, write: true);
        if (who.Value is not { } caller)
        {
            return who.Refusal!;
        }

        var key = AgencyFold.Key(caller.Agency);
        return await silence.After(enter(GrainFactory.GetGrain<IAgency>(key), caller), key);
    }

    private async Task<Answer<Done>> Enter(Call call, string agency, bool ownToo, Func<IAgency, Caller, Task<Answer<Done>>> enter)
    {
        var who = arrival.Identify(call);
        if (who.Value is not { } caller)
        {
            return who.Refusal!;
        }

        // The registrar may; an agency may for itself, with a practitioner named where it has one. Anybody else hears one answer.
        if (!AgencyRegister.IsRegistrar(caller) && !(ownToo && caller.Agency.Value == agency))
        {
            return Refusal.Because(RefusalReason.UnknownCaller);
        }

        if (AgencyId.TryParse(agency) is not { } id || AgencyRegister.IsReserved(id))
        {
            return Refusal.About(RefusalReason.InvalidField, "agency_id", "must be 2 to 24 characters of a-z, 0-9 and hyphen, and not reserved");
        }

        var write = Arrival.WithRequest(caller);
        if (write.Refusal is { } no)
        {
            return no;
        }

        // What every silo keeps is known to every silo before anybody hears that it is done.
        var key = AgencyFold.Key(id);
        return await silence.After(enter(GrainFactory.GetGrain<IAgency>(key), caller), key);
    }
}
