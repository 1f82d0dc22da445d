using Hub.Silo.Journal;
using Hub.Silo.Journal.Postgres;
using Npgsql;

namespace Hub.Silo.Tests.Journal;

public sealed class AnInboxOnPostgres(PostgresPlace place) : IClassFixture<PostgresPlace>
{
    private const string Waiting = "from pg_stat_activity where application_name = 'hub silo lane' and datname = current_database() and wait_event_type = 'Lock'";

    public static TheoryData<string, string> Queries => new()
    {
        { PostgresJournalStore.InboxAfter, "1, 2, 3, 4" },
        { PostgresJournalStore.InboxRedAfter, "1, 2, 3, 4" },
        { PostgresJournalStore.InboxOfBetween, "1, 2, 3, 4, 5, '\\x00', 7" },
        { PostgresJournalStore.DeliveryAt, "1, 2, 3" },
        { PostgresJournalStore.ViewsOf.Replace("$1, $2, $3", "$1::text[], $2::bigint[], $3::integer[]", StringComparison.Ordinal), "'{a}'::text[], '{1}'::bigint[], '{0}'::integer[]" },
        { PostgresJournalStore.BatchesBetween, "1, 2, 3" },
    };

    [Fact]
    public async Task Keeps_its_horizon_below_a_position_in_flight_under_a_visible_one()
    {
        await using var slow = place.Store.OpenLane();
        await using var fast = place.Store.OpenLane();
        var first = CommitExamples.First(CommitExamples.NewStream());
        await fast.Commit([first], default);
        var late = CommitExamples.First(CommitExamples.NewStream()) with { Deliveries = [CommitExamples.Delivery(77) with { View = -1 }] };
        var early = CommitExamples.Next(first.Event) with { Deliveries = [CommitExamples.Delivery(77) with { View = -1 }] };
        BatchResult visible;
        Task<BatchResult> inFlight;
        await using (var hold = await place.Connect())
        {
            // Holds back who writes a key, after it has taken its number.
            await using var take = new NpgsqlCommand("begin; lock table stream_key in share mode", hold);
            await take.ExecuteNonQueryAsync();
            inFlight = Task.Run(async () => await slow.Commit([late], default));
            await place.Until($"select count(*) = 1 {Waiting}");
            visible = await fast.Commit([early], default);
            Assert.Equal(visible.CommitNumber, Assert.Single(await place.Store.ReadInbox(77, default, 10, default)).Position.Commit);
            Assert.True(await place.Store.ReadHorizon(default) < visible.CommitNumber);
        }

        var appeared = (await inFlight).CommitNumber;
        Assert.True(appeared < visible.CommitNumber);
        Assert.Equal([appeared, visible.CommitNumber], (await place.Store.ReadInbox(77, default, 10, default)).Select(r => r.Position.Commit));
        await place.HorizonPasses(visible.CommitNumber);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Is_read_by_ordered_probes_into_indexes(string sql, string values)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(place.Options.Reads) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var prepare = new NpgsqlCommand($"prepare p as {sql}; analyze; explain execute p ({values})", connection);
        await using var rows = await prepare.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await rows.ReadAsync())
        {
            plan.Add(rows.GetString(0));
        }

        Assert.NotEmpty(plan);
        Assert.DoesNotContain(plan, l => l.Contains("Seq Scan", StringComparison.Ordinal) || l.Contains("Bitmap", StringComparison.Ordinal));
        Assert.All(plan.Where(l => l.Contains(" Scan", StringComparison.Ordinal) && !l.Contains("Function Scan", StringComparison.Ordinal)), l => Assert.Contains("Index", l, StringComparison.Ordinal));
        if (sql.Contains("delivery", StringComparison.Ordinal))
        {
            Assert.DoesNotContain(plan, l => l.Contains("Sort  (", StringComparison.Ordinal));
        }
    }
}
