using System.Diagnostics.Metrics;
using Hub.Silo.Journal;
using Hub.Silo.Tests.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Hub.Silo.Tests.Journal.ReceiptExamples;

namespace Hub.Silo.Tests.Lanes;

/// <summary>Receipts that wait together are written together; who is told true can rest on it.</summary>
#pragma warning disable CA1001 // xunit disposes of it through IAsyncLifetime.
public abstract class ReceiptsTogether(JournalPlace place) : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly ServiceProvider metrics = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private JournalTelemetry telemetry = null!;
    private ReceiptGate gate = null!;
    private ReceiptLane lane = null!;

    private protected ReceiptLane Lane => lane;

    public Task InitializeAsync()
    {
        telemetry = new JournalTelemetry(metrics.GetRequiredService<IMeterFactory>());
        gate = new ReceiptGate(place.Store.OpenReceiptLane());
        lane = new ReceiptLane(gate, new JournalOptions { QueueCommits = 64 }, telemetry, new ReceiptLaneLog(NullLogger<ReceiptLaneLog>.Instance));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await lane.DisposeAsync();
        telemetry.Dispose();
        await metrics.DisposeAsync();
    }

    [Fact]
    public async Task Are_one_transaction_and_durable_when_told_so()
    {
        var written = await Together([.. Enumerable.Range(1, 40).Select(i => new ReceiptRows(Mark(1, i), HandOver(1, i)))]);

        Assert.All(written, Assert.True);
        Assert.Equal([1, 40], gate.Passed);
        Assert.Equal(40, Assert.Single(await place.Store.ReadMarks(1, default)).Position.Commit);
        Assert.Equal(40, await place.Store.ReadLastHandOver(1, "case-system", default));
    }

    [Fact]
    public async Task With_a_bad_one_are_all_written_but_that_one()
    {
        Assert.True(await lane.Write(HandOver(2, 1, 7).Alone()));
        var written = await Together(
            [.. Enumerable.Range(1, 10).Select(i => i == 5 ? new ReceiptRows(Mark(2, 99), HandOver(2, 1, 8)) : Mark(2, i).Alone())]);

        Assert.Equal(5, Assert.Single(written.Index(), w => !w.Item).Index + 1);
        Assert.Equal(10, Assert.Single(await place.Store.ReadMarks(2, default)).Position.Commit);
    }

    [Fact]
    public async Task Beyond_the_queue_are_not_taken()
    {
        var reached = gate.Hold();
        var first = lane.Write(Mark(3, 1).Alone());
        await reached;
        var waiting = Enumerable.Range(2, 64).Select(i => lane.Write(Mark(3, i).Alone())).ToList();

        Assert.False(await lane.Write(Mark(3, 100).Alone()));
        gate.Open();

        Assert.True(await first);
        Assert.All(await Task.WhenAll(waiting), Assert.True);
        Assert.Equal(65, Assert.Single(await place.Store.ReadMarks(3, default)).Position.Commit);
    }

    [Fact]
    public async Task That_wait_when_the_lane_ends_are_written_and_later_ones_are_not_taken()
    {
        var reached = gate.Hold();
        var first = lane.Write(Mark(4, 1).Alone());
        await reached;
        var waiting = lane.Write(Mark(4, 2).Alone());
        var ending = lane.DisposeAsync();
        var late = lane.Write(Mark(4, 3).Alone());
        gate.Open();
        await ending;

        Assert.True(await first);
        Assert.True(await waiting);
        Assert.False(await late);
    }

    private async Task<bool[]> Together(ReceiptRows[] rows)
    {
        var reached = gate.Hold();
        var first = lane.Write(HandOver(99, await place.Store.ReadLastHandOver(99, "case-system", default) + 1).Alone());
        await reached;
        var written = rows.Select(lane.Write).ToList();
        gate.Open();
        Assert.True(await first);
        return await Task.WhenAll(written);
    }
}

public sealed class PostgresReceiptsTogether(PostgresPlace place) : ReceiptsTogether(place), IClassFixture<PostgresPlace>
{
    [Fact]
    public async Task Are_written_again_when_the_connection_broke()
    {
        Assert.True(await Lane.Write(HandOver(5, 1).Alone()));
        await place.Ask("select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'hub silo receipts' and datname = current_database()");

        Assert.True(await Lane.Write(new ReceiptRows(Mark(5, 1), HandOver(5, 2))));
        Assert.Equal(2, await place.Store.ReadLastHandOver(5, "case-system", default));
    }

    [Fact]
    public async Task Are_written_again_when_they_lost_to_another_transaction()
    {
        await place.Ask(
            """
            create sequence tries;
            create function lose() returns trigger language plpgsql as $$
            begin
                if nextval('tries') <= 3 then
                    raise exception 'lost' using errcode = '40P01';
                end if;
                return new;
            end $$;
            create trigger lose before insert on mark for each row execute function lose()
            """);
        var written = await Lane.Write(new ReceiptRows(Mark(7, 1), HandOver(7, 1)));
        await place.Ask("drop trigger lose on mark; drop function lose; drop sequence tries");

        Assert.True(written);
        Assert.Equal(1, await place.Count("hand_over where inbox = 7"));
    }

    [Fact]
    public async Task Are_written_once_when_the_connection_breaks_in_the_middle()
    {
        const string waiting = "from pg_stat_activity where application_name = 'hub silo receipts' and datname = current_database() and wait_event_type = 'Lock'";
        Assert.True(await Lane.Write(Mark(6, 1).Alone()));
        Task<bool> writing;
        await using (var hold = await place.Connect())
        {
            await using var take = new Npgsql.NpgsqlCommand("begin; select 1 from mark where inbox = 6 for update", hold);
            await take.ExecuteNonQueryAsync();
            writing = Lane.Write(new ReceiptRows(Mark(6, 2), HandOver(6, 1)));
            await place.Until($"select count(*) = 1 {waiting}");
            await place.Ask($"select pg_terminate_backend(pid, 5000) {waiting}");
        }

        Assert.True(await writing);
        Assert.Equal(1, await place.Count("hand_over where inbox = 6"));
        Assert.Equal(2, Assert.Single(await place.Store.ReadMarks(6, default)).Position.Commit);
    }
}

public sealed class SqliteReceiptsTogether(SqlitePlace place) : ReceiptsTogether(place), IClassFixture<SqlitePlace>;
