using System.Collections.Immutable;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Teams;

public sealed class TheGroundOfATeam
{
    private const int Staff = 4;
    private static readonly Role[] Roles = [Role.LeadSocialWorker, Role.TeamManager];

    private static readonly Gen<(int Kind, int Staff, Role Role)> Move = Gen.Select(
        Gen.Int[0, 4], Gen.Int[1, Staff], Gen.OneOf(Roles), (kind, staff, role) => (kind, staff, role));

    [Fact]
    public void Is_marked_as_narrowed_by_every_event_after_which_somebody_may_see_less()
        => Narrowing.MustBeMarked(
            Move,
            Team.Empty,
            (team, move, _) => move.Kind switch
            {
                0 => new OpenTeam($"Desk {move.Staff}", "01632 960002").Decide(team, Agencies.Desk.Admitted.Profile),
                1 or 2 => Rota.Assign(move.Staff, move.Role).Decide(team),
                _ => Rota.End(move.Staff, move.Role).Decide(team),
            },
            (team, happened) => team.Apply(happened),
            Sight,
            TeamGround.IsNarrowedBy,
            [nameof(RoleAssigned), nameof(RoleEnded)]);

    // Who asks sees by a role of their own; a machine of the team is shown what may be shown to each member, whoever it is kept from.
    private static ImmutableHashSet<string> Sight(Team team) => team.Profile is null ? [] :
    [
        "the team hears",
        .. team.Holders.Select(h => $"asks {h.Practitioner} {h.Role}"),
        .. Enumerable.Range(1, Staff).Select(Rota.Staff).Where(p => !team.IsMember(p)).Select(p => $"machine hears what is kept from {p}"),
    ];
}
