using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Contracts.Agencies;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Teams;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.Agencies;

/// <summary>Owner of one agency. The register has the new facts before the caller has the answer.</summary>
[GrainType("agency")]
internal sealed class AgencyGrain(OwnerServices services, AgencyRegister register, TeamRegister teams) : Owner<Agency>(services, AgencyFold.Instance), IAgency
{
    private AgencyId Id => AgencyFold.Read(Stream)!;

    public Task<Answer<Done>> Admit(Caller caller, AdmitAgency command)
        => Run(caller, command, AgencyJson.Default.AdmitAgency, command.Decide);

    public async Task<Answer<Done>> RegisterConnection(Caller caller, RegisterConnection command)
    {
        if (KeyFingerprint.TryParse(command.Key) is { } key && await IsAnothers(key))
        {
            return Refusal.About(RefusalReason.StateConflict, "key_fingerprint", "is registered for another agency");
        }

        return await Run(caller, command, AgencyJson.Default.RegisterConnection, command.Decide);
    }

    public Task<Answer<Done>> RevokeConnection(Caller caller, RevokeConnection command)
        => Run(caller, command, AgencyJson.Default.RevokeConnection, command.Decide);

    public Task<Answer<Done>> RegisterPractitioner(Caller caller, RegisterPractitioner command)
        => Run(caller, command, AgencyJson.Default.RegisterPractitioner, command.Decide);

    public Task<Answer<Done>> SetDutyTeam(Caller caller, SetDutyTeam command)
    {
        // A team once opened stays: nothing that is read here can be taken back before the commit.
        var isOwn = TeamId.TryParse(command.Team) is { } team && team.Agency == Id && teams.Of(team) is not null;
        return Run(caller, command, AgencyJson.Default.SetDutyTeam, agency => command.Decide(agency, isOwn));
    }

    public Task<Answer<Done>> SetReciprocalAuthority(Caller caller, SetReciprocalAuthority command)
        => Run(caller, command, AgencyJson.Default.SetReciprocalAuthority, agency => command.Decide(agency, other => other != Id && register.Of(other) is not null));

    public Task<Answer<Done>> RecordDelegation(Caller caller, RecordDelegation command)
        => Run(caller, command, AgencyJson.Default.RecordDelegation, (agency, now) => command.Decide(agency, caller, by => teams.Manages(Id, by), now));

    public Task<Answer<Done>> EndDelegation(Caller caller, EndDelegation command)
        => Run(caller, command, AgencyJson.Default.EndDelegation, (agency, now) => command.Decide(agency, caller, by => teams.Manages(Id, by), now));

    protected override void Confirmed(StreamState<Agency> confirmed)
        => register.Set(Id, confirmed.State, confirmed.Version);

    private Task<Answer<Done>> Run<TCommand>(Caller caller, TCommand command, JsonTypeInfo<TCommand> json, Func<Agency, Decided> decide)
        => Run(caller, command, json, (agency, _) => decide(agency));

    private Task<Answer<Done>> Run<TCommand>(Caller caller, TCommand command, JsonTypeInfo<TCommand> json, Func<Agency, Moment, Decided> decide)
        => Decide(new Write<Agency, Done>(caller, JsonSerializer.SerializeToUtf8Bytes(command, json), decide, (_, _) => Done.Instance)
        {
            Effect = (_, change) => AgencyGround.IsNarrowedBy(change) ? GroundEffect.Narrows : GroundEffect.Raises,
            Claims = (_, change, _) => Task.FromResult<IReadOnlyList<ClaimRow>?>(
                change is ConnectionRegistered e ? [new ClaimRow(ClaimSpace.Connection, Convert.FromHexString(e.Key.Value), Stream)] : []),
        });

    private async Task<bool> IsAnothers(KeyFingerprint key)
    {
        try
        {
            var bytes = Convert.FromHexString(key.Value);
            var held = await Services.Store.FindClaims(ClaimSpace.Connection, bytes, bytes, CancellationToken.None);
            return held.Any(c => c.Stream != Stream);
        }
        catch (StoreFault fault)
        {
            // The claim itself decides; this look only makes the refusal clear.
            Services.Log.Unreadable(fault.Kind);
            return false;
        }
    }
}
