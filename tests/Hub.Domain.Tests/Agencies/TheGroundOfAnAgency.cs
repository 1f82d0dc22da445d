using System.Collections.Immutable;
using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Agencies;

public sealed class TheGroundOfAnAgency
{
    private static readonly Gen<(int Kind, int Number)> Move = Gen.Select(Gen.Int[0, 9], Gen.Int[1, 4], (kind, number) => (kind, number));

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
                7 or 8 => Cover(move.Number).Decide(agency, Cast.CallerOf(Cast.Riverside), _ => true, Cast.Now),
                9 => new EndDelegation(Desk.StaffNumber(move.Number), Desk.StaffNumber(move.Number % 4 + 1), "").Decide(agency, Cast.CallerOf(Cast.Riverside), _ => true, Cast.Now),
                _ => new RevokeConnection(Desk.Key(move.Number)).Decide(agency),
            },
            (agency, happened) => agency.Apply(happened),
            Sight,
            AgencyGround.IsNarrowedBy,
            [nameof(ConnectionRevoked), nameof(DelegationRecorded)]);

    private static RecordDelegation Cover(int number) => new(Desk.StaffNumber(number), Desk.StaffNumber(number % 4 + 1), "", "2026-03-05", "On leave.");

    // Who may ask at all, and who sees what is kept from a colleague. Sector and duty team say where later news goes; nothing that is on its way is decided again for them.
    private static ImmutableHashSet<string> Sight(Agency agency) =>
    [
        .. agency.Connections.Where(c => !c.Revoked).Select(c => $"calls {c.Key}"),
        .. agency.Practitioners.Select(p => $"asks {p}"),
        .. (from one in agency.Practitioners
           let acting = new Acting(ImmutableDictionary<AgencyId, ActingIn>.Empty.Add(Cast.Riverside, new ActingIn(1, 1, agency.Delegations)), Cast.Now)
           from other in Enumerable.Range(1, 4).Select(n => PractitionerId.TryParse(Desk.StaffNumber(n))!)
           where one != other && !acting.Of(Cast.Riverside, one).Contains(other)
           select $"{one} sees what is kept from {other}"),
    ];
}
