using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Tests.Agreements;

namespace Hub.Domain.Tests.Sharing;

public sealed class FactsOfAnAgreement
{
    private static readonly Gen<(int Kind, AgencyId Who)[]> Moves = Gen.Select(
        Gen.Int[0, 5], Gen.OneOf(Cast.Riverside, Cast.Harbour, Cast.Meadow), (kind, who) => (Kind: kind, Who: who)).Array[1, 25];

    [Fact]
    public void Say_what_the_agreement_itself_says_between_any_two_in_any_history()
        => Gen.Select(Moves, Gen.Bool, Gen.Int[-1, 31]).Sample((moves, isFramework, day) =>
        {
            var now = Treaty.April(1).Plus(TimeSpan.FromDays(day));
            var file = moves.Aggregate(isFramework ? Treaty.WrittenDown : Treaty.Proposed, (f, move) => Decide(f, move.Kind, move.Who) is { Change: { } change }
                ? f.Apply(Cast.Happened(change, move.Who))
                : f);
            foreach (var (giver, taker) in from g in Treaty.Everybody from t in Treaty.Everybody select (g, t))
            {
                var facts = History.Of(file, giver, taker);
                foreach (var category in Enum.GetValues<Category>())
                {
                    Assert.Equal(
                        file.Covers(giver, taker, Purpose.Safeguard, category, now),
                        facts?.IsInForce(Purpose.Safeguard, now) == true && facts.Categories.Has(category));
                }
            }
        });

    private static Decided Decide(AgreementFile file, int kind, AgencyId who) => kind switch
    {
        0 => new SignAgreement(Treaty.Id).Decide(file, who),
        1 => file.Accede(who),
        2 => new WithdrawFromFramework(Treaty.Id, "").Decide(file, who),
        3 => new SuspendAgreement(Treaty.Id, "").Decide(file, who),
        4 => new ResumeAgreement(Treaty.Id).Decide(file, who),
        _ when who == Cast.Meadow => new EndAgreement(Treaty.Id, "").Decide(file, Cast.Riverside),
        _ => Decided.Nothing,
    };
}
