using Hub.Silo.Journal;
using Hub.Silo.Journal.Sqlite;
using Hub.Silo.Tests.Journal;
using Hub.Silo.Tests.Owners;
using SQLitePCL;

namespace Hub.Silo.Tests.Lanes;

/// <summary>What a lane keeps from its grains, and what it tells them.</summary>
public sealed class ACommitThatMeetsTrouble(PostgresHubPlace postgres, SqliteHubPlace sqlite) : IClassFixture<PostgresHubPlace>, IClassFixture<SqliteHubPlace>
{
    private const string Waiting = "from pg_stat_activity where application_name = 'hub silo lane' and datname = current_database() and wait_event_type = 'Lock'";
    private readonly CommitRows commit = CommitExamples.First(CommitExamples.NewStream()).WithFanOut(2);

    [Theory]
    [InlineData("40001")]
    [InlineData("40P01")]
    public async Task Lost_to_a_concurrent_transaction_is_tried_again(string state)
    {
        await using var lane = await LanePlace.Open(postgres);
        await postgres.Run(
            $"""
            create sequence tries;
            create function lose() returns trigger language plpgsql as $$
            begin
                if nextval('tries') <= 3 then
                    raise exception 'lost' using errcode = '{state}';
                end if;
                return new;
            end $$;
            create trigger lose before insert on batch for each row execute function lose()
            """);
        var outcome = await lane.Lane.Enqueue(commit);
        await postgres.Run("drop trigger lose on batch; drop function lose; drop sequence tries");

        Assert.Equal(OutcomeKind.Committed, outcome.Kind);
        Assert.Equal(4, lane.Gate.Passed);
    }

    [Fact]
    public async Task Lost_again_and_again_is_told_so()
    {
        await using var lane = await LanePlace.Open(postgres);
        await postgres.Run(
            """
            create function lose() returns trigger language plpgsql as $$ begin raise exception 'lost' using errcode = '40001'; end $$;
            create trigger lose before insert on batch for each row execute function lose()
            """);
        var outcome = await lane.Lane.Enqueue(commit);
        await postgres.Run("drop trigger lose on batch; drop function lose");

        Assert.Equal(OutcomeKind.Unavailable, outcome.Kind);
        Assert.Equal(5, lane.Gate.Passed);
        Assert.Equal(OutcomeKind.Committed, (await lane.Lane.Enqueue(commit)).Kind);
    }

    [Fact]
    public async Task Locked_out_of_the_file_is_tried_again()
    {
        await using var lane = await LanePlace.Open(sqlite);
        var hold = await sqlite.HoldCommits();
        var committing = lane.Lane.Enqueue(commit);
        await lane.Words.Busy;
        await hold.DisposeAsync();

        Assert.Equal(OutcomeKind.Committed, (await committing).Kind);
    }

    [Fact]
    public async Task Cut_off_before_it_stood_is_told_that_nothing_was_written()
    {
        await using var lane = await LanePlace.Open(postgres);
        Task<CommitOutcome> committing;
        await using (await postgres.HoldCommits())
        {
            committing = lane.Lane.Enqueue(commit);
            await postgres.Until($"select count(*) = 1 {Waiting}");
            await postgres.Rows($"select pg_terminate_backend(pid, 5000) {Waiting}");
            Assert.Equal(OutcomeKind.Unavailable, (await committing).Kind);
            Assert.True(lane.Words.Uncertain.IsCompletedSuccessfully);
        }

        Assert.Equal(0L, await postgres.Ask<long>($"select count(*) from delivery where stream = '{commit.Event.Stream}'"));
        Assert.Equal(OutcomeKind.Committed, (await lane.Lane.Enqueue(commit)).Kind);
    }

    [Fact]
    public async Task Cut_off_after_it_stood_is_told_that_it_stands_and_where()
    {
        await using var wire = new PostgresWire(postgres.Options.Store.ConnectionString);
        await using var lane = await LanePlace.Open(postgres, wire.ConnectionString);
        var hold = await postgres.HoldCommits();
        var committing = lane.Lane.Enqueue(commit);
        await postgres.Until($"select count(*) = 1 {Waiting}");
        wire.Deafen();
        await hold.DisposeAsync();
        await postgres.Until($"select count(*) = 1 from event where stream = '{commit.Event.Stream}'");
        wire.Cut();

        var outcome = await committing;
        Assert.Equal(OutcomeKind.Committed, outcome.Kind);
        Assert.Equal(outcome.CommitNumber, await postgres.Ask<long>($"select min(commit_number) from delivery where stream = '{commit.Event.Stream}'"));
        Assert.True(lane.Words.Uncertain.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task That_nobody_can_find_out_about_is_told_nothing_until_somebody_can()
    {
        await using var wire = new PostgresWire(postgres.Options.Store.ConnectionString);
        await using var lane = await LanePlace.Open(postgres, wire.ConnectionString);
        var hold = await postgres.HoldCommits();
        var committing = lane.Lane.Enqueue(commit);
        await postgres.Until($"select count(*) = 1 {Waiting}");
        wire.Cut(andStay: true);
        await lane.Words.Unsettled;
        Assert.False(committing.IsCompleted);
        await hold.DisposeAsync();
        wire.Mend();
        while (!committing.IsCompleted)
        {
            lane.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        // Which way it went is the server's to say; that the lane says the same is what is promised.
        var stands = await postgres.Ask<long>($"select count(*) from event where stream = '{commit.Event.Stream}'") == 1;
        Assert.Equal(stands ? OutcomeKind.Committed : OutcomeKind.Unavailable, (await committing).Kind);
    }

    [Fact]
    public async Task That_nobody_can_find_out_about_is_cancelled_when_the_lane_ends()
    {
        await using var wire = new PostgresWire(postgres.Options.Store.ConnectionString);
        var lane = await LanePlace.Open(postgres, wire.ConnectionString);
        await using (await postgres.HoldCommits())
        {
            var committing = lane.Lane.Enqueue(commit);
            await postgres.Until($"select count(*) = 1 {Waiting}");
            wire.Cut(andStay: true);
            await lane.Words.Unsettled;
            var ending = lane.DisposeAsync().AsTask();
            while (!ending.IsCompleted)
            {
                lane.Time.Advance(TimeSpan.FromSeconds(2));
                await Task.Yield();
            }

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => committing);
        }

        wire.Mend();
        await postgres.Until($"select count(*) = 0 {Waiting}");
    }

    [Fact]
    public async Task Failed_by_the_disk_at_the_commit_is_told_what_stands()
    {
        await using var lane = await LanePlace.Open(sqlite);
        await ((SqliteJournalStore)lane.Store).Writer.Run(
            sql =>
            {
                raw.sqlite3_commit_hook(sql.Connection.Handle, _ => 1, null);
                return true;
            },
            default);

        Assert.Equal(OutcomeKind.Unavailable, (await lane.Lane.Enqueue(commit)).Kind);
        Assert.True(lane.Words.Uncertain.IsCompletedSuccessfully);
        Assert.Equal(OutcomeKind.Committed, (await lane.Lane.Enqueue(commit)).Kind);
    }
}
