namespace Hub.Domain.Tests.Wire;

public sealed class AMoment
{
    private static readonly Gen<long> Microseconds = Gen.Long[0, 253_402_300_799_999_999];

    [Fact]
    public void Counts_microseconds_from_the_start_of_1970()
    {
        Assert.Equal(0, Moment.Of(DateTimeOffset.UnixEpoch).Microseconds);
        Assert.Equal(1_772_442_000_000_000, Moment.Of(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)).Microseconds);
    }

    [Fact]
    public void Is_the_same_wherever_the_clock_hangs()
        => Assert.Equal(
            Moment.Of(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero)),
            Moment.Of(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.FromHours(1))));

    [Fact]
    public void Cuts_what_is_finer_than_a_microsecond()
    {
        var clock = DateTimeOffset.UnixEpoch.AddTicks(19);
        Assert.Equal(1, Moment.Of(clock).Microseconds);
        Assert.Equal(1, new Moment(0).Plus(TimeSpan.FromTicks(19)).Microseconds);
    }

    [Fact]
    public void Comes_back_unchanged_from_a_clock_reading()
        => Microseconds.Sample(m => Assert.Equal(m, Moment.Of(new Moment(m).ToDateTimeOffset()).Microseconds));

    [Fact]
    public void Is_ordered_as_time_is()
        => Gen.Select(Microseconds, Microseconds).Sample((a, b) => Assert.Equal(
            new Moment(a).ToDateTimeOffset().CompareTo(new Moment(b).ToDateTimeOffset()),
            new Moment(a).CompareTo(new Moment(b))));

    [Fact]
    public void Moves_by_a_span_there_and_back()
        => Gen.Select(Gen.Long[0, 1L << 50], Gen.Int).Sample((m, milliseconds) =>
        {
            var span = TimeSpan.FromMilliseconds(milliseconds);
            Assert.Equal(new Moment(m), new Moment(m).Plus(span).Plus(-span));
            Assert.Equal(new Moment(m).ToDateTimeOffset().Add(span), new Moment(m).Plus(span).ToDateTimeOffset());
        });
}
