using Hub.Silo.Journal;
using Hub.Silo.Tests.Journal;
using Hub.Silo.Tests.Owners;

namespace Hub.Silo.Tests.Lanes;

/// <summary>Commits that wait together are written together, and one bad one hurts nobody else.</summary>
public abstract class CommitsTogether(HubPlace place) : IAsyncLifetime
{
    private LanePlace lane = null!;

    public async Task InitializeAsync() => lane = await LanePlace.Open(place);

    public async Task DisposeAsync() => await lane.DisposeAsync();

    [Fact]
    public async Task Are_one_transaction()
    {
        var outcomes = await Together(Enumerable.Range(0, 256).Select(_ => New().WithFanOut(2)));

        Assert.All(outcomes, o => Assert.Equal(OutcomeKind.Committed, o.Kind));
        Assert.Single(outcomes.Select(o => o.CommitNumber).Distinct());
        Assert.Equal(Enumerable.Range(0, 256).Select(i => 2 * i), outcomes.Select(o => o.FirstOrdinal));
    }

    [Fact]
    public async Task Above_256_are_two_transactions()
    {
        var outcomes = await Together(Enumerable.Range(0, 300).Select(_ => New()));
        Assert.Equal([256, 44], outcomes.GroupBy(o => o.CommitNumber).OrderBy(g => g.Key).Select(g => g.Count()));
    }

    [Fact]
    public async Task Of_one_stream_go_one_after_the_other_in_their_order()
    {
        var first = New();
        var second = CommitExamples.Next(first.Event);
        var outcomes = await Together([first, New(), second, CommitExamples.Next(second.Event), New()]);

        Assert.All(outcomes, o => Assert.Equal(OutcomeKind.Committed, o.Kind));
        var numbers = outcomes.Select(o => o.CommitNumber).ToList();
        Assert.Equal((numbers[0], numbers[0]), (numbers[1], numbers[4]));
        Assert.True(numbers[0] < numbers[2] && numbers[2] < numbers[3]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(255)]
    public async Task With_one_that_the_schema_refuses_are_all_written_but_that_one(int bad)
    {
        var commits = Enumerable.Range(0, 256).Select(i => i == bad ? TooLong(New()) : New()).ToList();
        var outcomes = await Together(commits);

        Assert.Equal(OutcomeKind.Rejected, outcomes[bad].Kind);
        Assert.All(outcomes.Where((_, i) => i != bad), o => Assert.Equal(OutcomeKind.Committed, o.Kind));
        Assert.Empty(await lane.Store.ReadEvents(commits[bad].Event.Stream, 0, 1, default));
    }

    [Fact]
    public async Task With_several_bad_ones_of_each_kind_are_all_written_but_those()
    {
        var held = await Together([New().Claiming([1, 2, 3])]);
        Assert.Equal(OutcomeKind.Committed, held[0].Kind);
        List<CommitRows> bad =
        [
            TooLong(New()), New() with { Event = New().Event with { Agency = "not-äscii" } }, CommitExamples.Next(New().Event),
            New().ReadingGround("g", 7), New().Claiming([1, 2, 3]), TooLong(New()),
        ];
        var good = Enumerable.Range(0, 200).Select(_ => New()).ToList();
        var outcomes = await Together(good.Take(50).Concat(bad).Concat(good.Skip(50)));

        Assert.Equal(
            [OutcomeKind.Rejected, OutcomeKind.Rejected, OutcomeKind.HeadMoved, OutcomeKind.ReadSetChanged, OutcomeKind.ClaimLost, OutcomeKind.Rejected],
            outcomes.Skip(50).Take(bad.Count).Select(o => o.Kind));
        Assert.All(outcomes.Take(50).Concat(outcomes.Skip(50 + bad.Count)), o => Assert.Equal(OutcomeKind.Committed, o.Kind));
    }

    [Fact]
    public async Task Leave_a_stream_that_failed_alone_for_a_minute()
    {
        var bad = New();
        Assert.Equal(OutcomeKind.Rejected, (await Together([TooLong(bad)]))[0].Kind);

        var alone = (await Together([New(), bad, New()])).Select(o => o.CommitNumber).ToList();
        Assert.Equal(alone[0], alone[2]);
        Assert.NotEqual(alone[0], alone[1]);

        lane.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Single((await Together([New(), CommitExamples.Next(bad.Event), New()])).Select(o => o.CommitNumber).Distinct());
    }

    [Fact]
    public async Task That_cannot_be_written_now_are_told_so_and_may_come_again()
    {
        var commits = Enumerable.Range(0, 5).Select(_ => New()).ToList();
        await place.Run("alter table batch rename to batch_away");
        Assert.All(await Together(commits), o => Assert.Equal(OutcomeKind.Unavailable, o.Kind));
        await place.Run("alter table batch_away rename to batch");

        Assert.All(await Together(commits), o => Assert.Equal(OutcomeKind.Committed, o.Kind));
    }

    [Fact]
    public async Task Are_written_out_before_the_lane_ends_and_none_after()
    {
        var held = lane.Gate.Hold();
        var waiting = Enumerable.Range(0, 600).Select(_ => lane.Lane.Enqueue(New())).ToList();
        await held;
        var ending = lane.End();
        Assert.False(ending.IsCompleted);
        lane.Gate.Open();
        await ending;

        Assert.All(waiting, w => Assert.True(w.IsCompletedSuccessfully));
        Assert.All(await Task.WhenAll(waiting), o => Assert.Equal(OutcomeKind.Committed, o.Kind));
        Assert.Equal(OutcomeKind.Unavailable, (await lane.Lane.Enqueue(New())).Kind);
    }

    private static CommitRows New() => CommitExamples.First(CommitExamples.NewStream());

    private static CommitRows TooLong(CommitRows commit) => commit with { Event = commit.Event with { Agency = new string('a', 65) } };

    /// <summary>Lets all of them gather behind one commit that is held at the gate.</summary>
    private async Task<IReadOnlyList<CommitOutcome>> Together(IEnumerable<CommitRows> commits)
    {
        var held = lane.Gate.Hold();
        var first = lane.Lane.Enqueue(New());
        await held;
        List<Task<CommitOutcome>> waiting = [.. commits.Select(lane.Lane.Enqueue)];
        lane.Gate.Open();
        await first;
        return await Task.WhenAll(waiting);
    }
}

public sealed class PostgresCommitsTogether(PostgresHubPlace place) : CommitsTogether(place), IClassFixture<PostgresHubPlace>;

public sealed class SqliteCommitsTogether(SqliteHubPlace place) : CommitsTogether(place), IClassFixture<SqliteHubPlace>;
