using Hub.Domain.Agreements;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Agreements;

public sealed class AnAgreementInForce
{
    private static readonly AgreementFacts Day = new(
        new Ground("agreement", 1), 1UL << (int)Purpose.Safeguard, CategorySet.All, Cast.Now, Cast.Now.Plus(TimeSpan.FromDays(1)));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(86_399_999_999, true)]
    [InlineData(86_400_000_000, false)]
    public void Runs_from_its_first_instant_and_is_over_at_its_last(long microseconds, bool inForce)
        => Assert.Equal(inForce, Day.IsInForce(Purpose.Safeguard, new Moment(Cast.Now.Microseconds + microseconds)));

    [Fact]
    public void Runs_for_ever_without_an_end()
        => Assert.True((Day with { Until = null }).IsInForce(Purpose.Safeguard, new Moment(long.MaxValue)));

    [Fact]
    public void Covers_its_own_purposes_only()
        => Assert.Equal([Purpose.Safeguard], Enum.GetValues<Purpose>().Where(p => Day.IsInForce(p, Cast.Now)));
}
