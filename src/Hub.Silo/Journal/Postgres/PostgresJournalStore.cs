using System.Runtime.CompilerServices;
using Npgsql;
using static Hub.Silo.Journal.Postgres.BatchCommands;

namespace Hub.Silo.Journal.Postgres;

/// <summary>The journal on PostgreSQL 15 or later.</summary>
internal sealed partial class PostgresJournalStore : IJournalStore
{
    private readonly PostgresOptions options;
    private readonly NpgsqlDataSource reads;

    private PostgresJournalStore(PostgresOptions options)
    {
        this.options = options;
        reads = NpgsqlDataSource.Create(options.Reads);
        lease = new PostgresLink(options.Lease, options.History);
    }

    public int Lanes => options.Lanes;

    public Task Left => options.History.Left;

    /// <summary>Connects. Throws <see cref="UnsafeDatabase"/> or <see cref="SchemaMismatch"/> when nothing may be written there, and
    /// <see cref="StoreFault"/> while the server cannot be reached.</summary>
    public static async Task<PostgresJournalStore> Open(PostgresOptions options, TimeProvider time, CancellationToken stop)
    {
        var store = new PostgresJournalStore(options);
        try
        {
            await using var connection = await store.reads.OpenConnectionAsync(stop);
            await PostgresConditions.Require(connection, stop);
            await PostgresMigrations.RequireCurrent(connection, stop);
            await store.EnsurePartitions(time.GetUtcNow(), stop);
            options.History.Meet(await store.ReadTimeline(stop));
            return store;
        }
        catch (Exception e)
        {
            await store.DisposeAsync();
            if (PostgresFaults.Knows(e))
            {
                throw PostgresFaults.NotWritten(e);
            }

            throw;
        }
    }

    /// <summary>Makes the partitions of the months to come. Done at start; a silo that runs for months may call it again. Without it
    /// deliveries go to the default partition, from where the next call moves them.</summary>
    public ValueTask EnsurePartitions(DateTimeOffset now, CancellationToken stop) =>
        Execute(
            "select ensure_delivery_partitions($1, $2::integer)", stop, Value(now.ToUnixTimeMilliseconds() * 1000), Value(options.MonthsAhead));

    public IJournalLane OpenLane() => new PostgresLane(options);

    public ValueTask<IReadOnlyList<EventRow>> ReadEvents(string stream, long after, int limit, CancellationToken stop) =>
        Rows(
            $"select {RowReader.EventColumns} from event where stream = $1 and version > $2 order by version limit $3",
            RowReader.Event, stop, Value(stream), Value(after), Value(limit));

    public ValueTask<IReadOnlyList<EventRow>> ReadEventsBefore(string stream, long before, int limit, CancellationToken stop) =>
        Rows(
            $"select {RowReader.EventColumns} from event where stream = $1 and version < $2 order by version desc limit $3",
            RowReader.Event, stop, Value(stream), Value(before == 0 ? long.MaxValue : before), Value(limit));

    public ValueTask<EventRow?> FindRequest(string stream, string agency, string requestId, CancellationToken stop) =>
        First(
            $"select {RowReader.EventColumns} from event where stream = $1 and agency = $2 and request_id = $3 and request_id <> ''",
            RowReader.Event, stop, Value(stream), Value(agency), Value(requestId));

    public ValueTask<StreamKeyRow?> ReadKey(string stream, CancellationToken stop) =>
        First($"select {RowReader.KeyColumns} from stream_key where stream = $1", RowReader.Key, stop, Value(stream));

    public ValueTask<IReadOnlyList<StreamKeyRow>> ReadKeys(IReadOnlyList<string> streams, CancellationToken stop) =>
        Rows($"select {RowReader.KeyColumns} from stream_key where stream = any($1)", RowReader.Key, stop, streams.Column(s => s));

    public ValueTask DestroyKey(string stream, string order, CancellationToken stop) =>
        Execute(
            "update stream_key set wrapped = '', erasure_order = $2 where stream = $1 and wrapped <> ''", stop, Value(stream), Value(order));

    public ValueTask<IReadOnlyList<ClaimRow>> FindClaims(int space, byte[] from, byte[] to, CancellationToken stop) =>
        Rows(
            "select space, key, stream from claim where space = $1 and key >= $2 and key <= $3 order by key",
            r => new ClaimRow(r.GetInt32(0), RowReader.Bytes(r, 1), r.GetString(2)), stop, Value(space), Value(from), Value(to));

    public async ValueTask<long> ReadGround(string ground, CancellationToken stop) =>
        await Rows("select version from ground where ground = $1", r => r.GetInt64(0), stop, Value(ground)) is [var version] ? version : 0;

    public ValueTask<IReadOnlyList<string>> ListStreams(string prefix, string after, int limit, CancellationToken stop) =>
        Rows(
            "select stream from stream_key where stream >= $1 and stream < $2 and stream > $3 order by stream limit $4",
            r => r.GetString(0), stop, Value(prefix), Value(KeyRange.End(prefix)), Value(after), Value(limit));

    public ValueTask<IReadOnlyList<ViewRow>> ReadViews(string stream, long version, CancellationToken stop) =>
        Rows(
            "select ordinal, content from view where stream = $1 and version = $2 order by ordinal",
            r => new ViewRow(r.GetInt32(0), RowReader.Bytes(r, 1)), stop, Value(stream), Value(version));

    // The event's own time names the one partition to look into.
    public ValueTask<IReadOnlyList<InboxRow>> ReadDeliveries(string stream, long version, CancellationToken stop) =>
        Rows(
            $"""
            select {RowReader.InboxColumns} from delivery
            where stream = $1 and version = $2 and at = (select e.at from event e where e.stream = $1 and e.version = $2)
            order by ordinal
            """,
            RowReader.Inbox, stop, Value(stream), Value(version));

    public async IAsyncEnumerable<(long CommitNumber, byte[] Marks)> ReadBatchMarks([EnumeratorCancellation] CancellationToken stop)
    {
        for (var after = -1L; ;)
        {
            var page = await Rows(
                "select commit_number, marks from batch where commit_number > $1 order by commit_number limit 1000",
                r => (Number: r.GetInt64(0), Marks: RowReader.Bytes(r, 1)), stop, Value(after));
            foreach (var row in page)
            {
                yield return row;
            }

            if (page.Count < 1000)
            {
                yield break;
            }

            after = page[^1].Number;
        }
    }

    public ValueTask<IReadOnlyList<HubSecretRow>> ReadSecrets(CancellationToken stop) =>
        Rows(
            "select number, master_key, wrapped from hub_secret order by number",
            r => new HubSecretRow(r.GetInt32(0), r.GetString(1), RowReader.Bytes(r, 2)), stop);

    public ValueTask AddSecret(HubSecretRow secret, CancellationToken stop) =>
        Execute(
            "insert into hub_secret (number, master_key, wrapped) values ($1, $2, $3) on conflict do nothing", stop,
            Value(secret.Number), Value(secret.MasterKey), Value(secret.Wrapped));

    public async ValueTask<string> ReadTimeline(CancellationToken stop) =>
        (await Rows("select present_system() || '/' || present_timeline()", r => r.GetString(0), stop))[0];

    public async ValueTask DisposeAsync()
    {
        await lease.DisposeAsync();
        await reads.DisposeAsync();
    }

    private async ValueTask Execute(string sql, CancellationToken stop, params NpgsqlParameter[] values) =>
        await Rows(sql, r => 0, stop, values);

    private async ValueTask<T?> First<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken stop, params NpgsqlParameter[] values)
        where T : class =>
        await Rows(sql, row, stop, values) is [var only, ..] ? only : null;

    private async ValueTask<IReadOnlyList<T>> Rows<T>(
        string sql, Func<NpgsqlDataReader, T> row, CancellationToken stop, params NpgsqlParameter[] values)
    {
        try
        {
            await using var command = reads.CreateCommand(sql);
            command.Parameters.AddRange(values);
            await using var found = await command.ExecuteReaderAsync(stop);
            var rows = new List<T>();
            while (await found.ReadAsync(stop))
            {
                rows.Add(row(found));
            }

            return rows;
        }
        catch (Exception e) when (PostgresFaults.Knows(e))
        {
            throw PostgresFaults.NotWritten(e);
        }
    }
}
