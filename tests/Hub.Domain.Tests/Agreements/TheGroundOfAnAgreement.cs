using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;

namespace Hub.Domain.Tests.Agreements;

public sealed class TheGroundOfAnAgreement
{
    private static readonly Gen<(int Kind, AgencyId Who, int Gives, int Takes, int Days)> Move = Gen.Select(
        Gen.Int[0, 3], Gen.OneOf(Cast.Riverside, Cast.Harbour), Gen.Int[1, 8], Gen.Int[1, 8], Gen.Int[0, 20],
        (kind, who, gives, takes, days) => (kind, who, gives, takes, days));

    [Fact]
    public void Is_marked_as_narrowed_by_every_event_after_which_somebody_may_see_less()
        => Narrowing.MustBeMarked(
            Move,
            AgreementFile.Empty,
            (file, move, now) => move.Kind switch
            {
                0 => (Treaty.Proposal with { Gives = [move.Gives], Takes = [move.Takes] }).Decide(file),
                1 => new SignAgreement(Treaty.Id).Decide(file, move.Who, now.Plus(TimeSpan.FromDays(move.Days))),
                2 => new EndAgreement(Treaty.Id, "because").Decide(file, move.Who, now.Plus(TimeSpan.FromDays(move.Days))),
                _ => Decided.Nothing,
            },
            (file, happened) => file.Apply(happened),
            Sight,
            AgreementGround.IsNarrowedBy,
            [nameof(AgreementEnded)]);

    // At every instant that is still to come: the clock alone narrows without an event.
    private static ImmutableHashSet<string> Sight(AgreementFile file) => file.Agreement is not { } agreement ? [] :
    [
        .. from day in Enumerable.Range(1, 30)
           from purpose in Enum.GetValues<Purpose>()
           from category in Enum.GetValues<Category>()
           from way in new[] { (From: Cast.Riverside, To: Cast.Harbour), (From: Cast.Harbour, To: Cast.Riverside) }
           where agreement.Covers(way.From, way.To, purpose, category, Treaty.April(day))
           select $"{way.From} {way.To} {purpose} {category} {day}",
    ];
}
