using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;

namespace Hub.Domain.Tests.Agreements;

public sealed class TheGroundOfAnAgreement
{
    private static readonly Gen<(int Kind, AgencyId Who, int Gives, int Takes, int Days)> Move = Gen.Select(
        Gen.Int[0, 7], Gen.OneOf(Cast.Riverside, Cast.Harbour), Gen.Int[1, 8], Gen.Int[1, 8], Gen.Int[0, 20],
        (kind, who, gives, takes, days) => (kind, who, gives, takes, days));

    [Fact]
    public void Is_marked_as_narrowed_by_every_event_after_which_somebody_may_see_less()
        => Narrowing.MustBeMarked(
            Move,
            AgreementFile.Empty,
            (file, move, now) => move.Kind switch
            {
                0 => (Treaty.Proposal with { Gives = [move.Gives], Takes = [move.Takes] }).Decide(file),
                1 or 6 => new SignAgreement(Treaty.Id).Decide(file, move.Who, now.Plus(TimeSpan.FromDays(move.Days))),
                2 when move.Days > 15 => new EndAgreement(Treaty.Id, "because").Decide(file, move.Who, now.Plus(TimeSpan.FromDays(move.Days))),
                3 => new SuspendAgreement(Treaty.Id, "because").Decide(file, move.Who, now.Plus(TimeSpan.FromDays(move.Days))),
                4 or 7 => new ResumeAgreement(Treaty.Id).Decide(file, move.Who, now.Plus(TimeSpan.FromDays(move.Days))),
                _ => AnnounceAgreement.Decide(file, now.Plus(TimeSpan.FromDays(move.Days * 3))),
            },
            (file, happened) => file.Apply(happened),
            Sight,
            AgreementGround.IsNarrowedBy,
            [nameof(AgreementEnded), nameof(AgreementSuspended)],
            by: move => move.Kind == 0 ? Cast.Riverside : move.Who,
            widening: [nameof(AgreementResumed), nameof(AgreementSigned)]);

    [Fact]
    public void Is_narrowed_for_a_framework_by_its_end_and_by_who_leaves_or_suspends_and_widened_by_who_joins_or_resumes_alone()
        => Narrowing.MustBeMarked(
            Gen.Select(Gen.Int[0, 6], Gen.OneOf(Cast.Riverside, Cast.Harbour, Cast.Meadow), Gen.Int[1, 8], Gen.Int[0, 20], (kind, who, category, days) => (Kind: kind, Who: who, Category: category, Days: days)),
            AgreementFile.Empty,
            (file, move, start) =>
            {
                var now = start.Plus(TimeSpan.FromDays(move.Days));
                return move.Kind switch
                {
                    0 => (Treaty.Terms with { Categories = [move.Category] }).Decide(file, start),
                    1 or 2 => AccedeToFramework.Decide(file, Cast.CallerOf(move.Who), Sector.Police, now),
                    3 => new WithdrawFromFramework(Treaty.Id, "because").Decide(file, Cast.CallerOf(move.Who), now),
                    4 => new SuspendAgreement(Treaty.Id, "because").Decide(file, move.Who, now),
                    5 => new ResumeAgreement(Treaty.Id).Decide(file, move.Who, now),
                    _ when move.Days > 10 => new EndAgreement(Treaty.Id, "because").Decide(file, move.Who, now),
                    _ => AnnounceAgreement.Decide(file, start.Plus(TimeSpan.FromDays(move.Days * 3))),
                };
            },
            (file, happened) => file.Apply(happened),
            Sight,
            AgreementGround.IsNarrowedBy,
            [nameof(AgreementEnded), nameof(AgreementSuspended), nameof(FrameworkWithdrawn)],
            by: move => move.Kind == 0 ? Cast.Riverside : move.Who,
            widening: [nameof(AgreementResumed), nameof(FrameworkAcceded)]);

    // At every instant that is still to come: the clock alone narrows without an event.
    private static ImmutableHashSet<string> Sight(AgreementFile file) =>
    [
        .. from day in Enumerable.Range(1, 30)
           from purpose in Enum.GetValues<Purpose>()
           from category in Enum.GetValues<Category>()
           from giver in Treaty.Everybody
           from taker in Treaty.Everybody
           where file.Covers(giver, taker, purpose, category, Treaty.April(day))
           select $"{giver} {taker} {purpose} {category} {day}",
    ];
}
