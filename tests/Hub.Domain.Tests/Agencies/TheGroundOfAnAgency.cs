using System.Collections.Immutable;
using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Agencies;

public sealed class TheGroundOfAnAgency
{
    private static readonly Gen<(int Kind, int Number)> Move = Gen.Select(Gen.Int[0, 6], Gen.Int[1, 4], (kind, number) => (kind, number));

    [Fact]
    public void Is_marked_as_narrowed_by_every_event_after_which_somebody_may_see_less()
        => Narrowing.MustBeMarked(
            Move,
            Agency.Empty,
            (agency, move, _) => move.Kind switch
            {
                0 => (Desk.Admit with { Name = $"Council {move.Number}" }).Decide(agency),
                1 => new SetDutyTeam($"riverside/team-{move.Number}").Decide(agency, isOwn: true),
                2 => new RegisterPractitioner(Desk.StaffNumber(move.Number)).Decide(agency),
                3 or 4 => new RegisterConnection(Desk.Key(move.Number)).Decide(agency),
                _ => new RevokeConnection(Desk.Key(move.Number)).Decide(agency),
            },
            (agency, happened) => agency.Apply(happened),
            Sight,
            AgencyGround.IsNarrowedBy,
            [nameof(ConnectionRevoked)]);

    // Who may ask at all. Sector and duty team say where later news goes; nothing that is on its way is decided again for them.
    private static ImmutableHashSet<string> Sight(Agency agency) =>
    [
        .. agency.Connections.Where(c => !c.Revoked).Select(c => $"calls {c.Key}"),
        .. agency.Practitioners.Select(p => $"asks {p}"),
    ];
}
