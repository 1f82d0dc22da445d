using Hub.Domain.Alerts;

namespace Hub.Domain.Tests.Alerts;

public sealed class AnAcknowledgementClock
{
    [Theory]
    [InlineData(Severity.Red, 30)]
    [InlineData(Severity.Amber, 240)]
    [InlineData(Severity.Green, 1440)]
    public void Gives_a_named_person_this_many_minutes(Severity severity, int minutes)
        => Assert.Equal(TimeSpan.FromMinutes(minutes), AcknowledgementClock.Of(severity));

    [Fact]
    public void Does_not_run_for_information() => Assert.Null(AcknowledgementClock.Of(Severity.Blue));

    [Fact]
    public void Is_shorter_the_redder_it_is()
        => Assert.Equal([Severity.Red, Severity.Amber, Severity.Green], Enum.GetValues<Severity>().Where(s => AcknowledgementClock.Of(s) is not null).OrderBy(AcknowledgementClock.Of));
}
