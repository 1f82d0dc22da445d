using Hub.Domain.Inbox;
using Hub.Domain.Teams;
using static Hub.Domain.Inbox.AcknowledgementWord;

namespace Hub.Domain.Tests.Inbox;

/// <summary>The one line that a sender sees.</summary>
public sealed class TheProgressOfAnUpdate
{
    private static readonly Moment Recorded = new(1_800_000_123_456_789);
    private static readonly Moment Floor = new(1_800_000_000_000_000);

    [Fact]
    public void Begins_on_record_at_a_time_that_tells_no_minute() => Assert.Equal(new Progress(ProgressStage.Accepted, null, Floor), Of(isReceived: false));

    [Fact]
    public void Is_with_a_team_once_a_system_has_it_and_has_no_time_then() => Assert.Equal(new Progress(ProgressStage.WithTeam, null, null), Of(isReceived: true));

    [Fact]
    public void Is_not_taken_by_somebody_who_says_it_is_another_ones()
        => Assert.Equal(ProgressStage.WithTeam, Of(isReceived: true, (NotMine, Role.LeadSocialWorker, 1)).Stage);

    [Theory]
    [InlineData(Accepted)]
    [InlineData(Told)]
    [InlineData(NotReached)]
    [InlineData(NotSafeToTell)]
    public void Is_taken_by_the_first_who_says_anything_else(AcknowledgementWord word)
        => Assert.Equal(
            new Progress(ProgressStage.Taken, Role.CareCoordinator, Floor),
            Of(isReceived: true, (NotMine, Role.LeadSocialWorker, 0), (word, Role.CareCoordinator, 4), (Accepted, Role.DutyManager, 9)));

    [Fact]
    public void Is_acted_on_by_the_first_who_says_so()
        => Assert.Equal(
            new Progress(ProgressStage.Actioned, Role.DutyManager, new Moment(Floor.Microseconds + 600_000_000)),
            Of(isReceived: false, (Accepted, Role.CareCoordinator, 4), (Actioned, Role.DutyManager, 10), (Actioned, null, 20)));

    [Fact]
    public void Is_of_several_teams_the_furthest_and_of_equal_ones_the_first()
    {
        var accepted = Progress.Accepted(Recorded);
        var (early, late) = (new Progress(ProgressStage.Taken, null, new Moment(2)), new Progress(ProgressStage.Taken, Role.DutyManager, new Moment(3)));
        Assert.Equal(early, Progress.Furthest(accepted, [new Progress(ProgressStage.WithTeam, null, null), late, early, accepted]));
        Assert.Equal(accepted, Progress.Furthest(accepted, []));
        Assert.Same(accepted, Progress.Furthest(accepted, [Progress.Accepted(Recorded)]));
    }

    private static Progress Of(bool isReceived, params (AcknowledgementWord Word, Role? Role, int Minutes)[] said)
        => Progress.Of(Recorded, isReceived, [.. said.Select(s => new SaidOfDelivery(s.Word, s.Role, new Moment(Floor.Microseconds + (s.Minutes * 60_000_000L))))]);
}
