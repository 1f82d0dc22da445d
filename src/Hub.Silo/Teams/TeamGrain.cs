using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Contracts.Calls;
using Hub.Contracts.Teams;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Teams;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.Teams;

/// <summary>Owner of one team. The register has the new facts before the caller has the answer.</summary>
[GrainType("team")]
internal sealed class TeamGrain(OwnerServices services, AgencyRegister agencies, TeamRegister register, EditionRegister editions)
    : Owner<Team>(services, TeamFold.Instance), ITeam
{
    private TeamId Id => TeamFold.Read(Stream)!;

    public Task<Answer<Done>> Open(Caller caller, OpenTeam command)
        => Run(caller, command, TeamJson.Default.OpenTeam, (team, agency, _) => command.Decide(team, agency?.Profile));

    public Task<Answer<Done>> AssignRole(Caller caller, AssignRole command)
        => Run(caller, command, TeamJson.Default.AssignRole, (team, agency, now) => agency is null
            ? Decided.Refuse(Refusal.Because(RefusalReason.UnknownCaller))
            : command.Decide(team, agency.Profile.Sector, agency.Practitioners.Contains, editions.At(now).Sectors));

    public Task<Answer<Done>> EndRole(Caller caller, EndRole command)
        => Run(caller, command, TeamJson.Default.EndRole, (team, _, _) => command.Decide(team));

    protected override void Confirmed(StreamState<Team> confirmed) => register.Set(Id, confirmed.State, confirmed.Version);

    private Task<Answer<Done>> Run<TCommand>(Caller caller, TCommand command, JsonTypeInfo<TCommand> json, Func<Team, AgencyFacts?, Moment, Decided> decide)
    {
        // What was read to decide is what the commit rests on, also when it is decided a second time.
        AgencyFacts? agency = null;
        return Decide(new Write<Team, Done>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, json),
            (team, now) => decide(team, agency = agencies.Of(Id.Agency), now),
            (_, _) => Done.Instance)
        {
            Effect = (_, change) => TeamGround.IsNarrowedBy(change) ? GroundEffect.Narrows : GroundEffect.Raises,
            Claims = (team, change, _) => Task.FromResult<IReadOnlyList<ClaimRow>?>(
                change is TeamOpened && team.Profile is null ? [.. InboxAddress.Of(Id).Select(a => new ClaimRow(ClaimSpace.Inbox, Key(a), Stream))] : []),
            Share = (_, change, _) => Task.FromResult<Outward?>(
                change is RoleEnded || agency is null ? Outward.Nothing : Outward.Nothing with { ReadSet = [new GroundRow(AgencyFold.Key(Id.Agency), agency.Version)] }),
        });
    }

    private static byte[] Key(InboxAddress address)
    {
        var key = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(key, address.Number);
        return key;
    }
}
