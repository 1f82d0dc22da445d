using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>The journal in one file, for one process.</summary>
internal sealed partial class SqliteJournalStore : IJournalStore
{
    private const string OneKey = $"select {RowReader.KeyColumns} from stream_key where stream = $1";
    private readonly SqliteOptions options;
    private readonly FileLock held;
    private readonly SqliteWriter writer;
    private bool closed;

    private SqliteJournalStore(SqliteOptions options, FileLock held)
    {
        this.options = options;
        this.held = held;
        writer = new SqliteWriter(options.Writer);
    }

    public Task Left { get; } = new TaskCompletionSource().Task;

    public int Lanes => 1;

    internal SqliteWriter Writer => writer;

    /// <summary>Takes the file for this process. Throws <see cref="StoreInUse"/> when another has it, <see cref="SchemaMismatch"/>,
    /// and <see cref="StoreFault"/> when the file cannot be read.</summary>
    public static async Task<SqliteJournalStore> Open(SqliteOptions options, CancellationToken stop)
    {
        var store = new SqliteJournalStore(options, FileLock.Take(options.LockPath));
        try
        {
            await store.Read<bool>(
                connection =>
                {
                    SqliteMigrations.RequireCurrent(connection);
                    return true;
                },
                stop);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public IJournalLane OpenLane() => new SqliteLane(writer);

    public ValueTask<IReadOnlyList<EventRow>> ReadEvents(string stream, long after, int limit, CancellationToken stop) =>
        Rows(
            $"select {RowReader.EventColumns} from event where stream = $1 and version > $2 order by version limit $3",
            RowReader.Event, stop, stream, after, limit);

    public ValueTask<IReadOnlyList<EventRow>> ReadEventsBefore(string stream, long before, int limit, CancellationToken stop) =>
        Rows(
            $"select {RowReader.EventColumns} from event where stream = $1 and version < $2 order by version desc limit $3",
            RowReader.Event, stop, stream, before == 0 ? long.MaxValue : before, limit);

    public ValueTask<EventRow?> FindRequest(string stream, string agency, string requestId, CancellationToken stop) =>
        First(
            $"select {RowReader.EventColumns} from event where stream = $1 and agency = $2 and request_id = $3 and request_id <> ''",
            RowReader.Event, stop, stream, agency, requestId);

    public ValueTask<StreamKeyRow?> ReadKey(string stream, CancellationToken stop) =>
        First(OneKey, RowReader.Key, stop, stream);

    public ValueTask<IReadOnlyList<StreamKeyRow>> ReadKeys(IReadOnlyList<string> streams, CancellationToken stop) =>
        Read<IReadOnlyList<StreamKeyRow>>(
            connection =>
            {
                using var command = new SqliteCommand(OneKey, connection);
                var stream = command.Parameters.Add("$1", SqliteType.Text);
                var rows = new List<StreamKeyRow>();
                foreach (var name in streams)
                {
                    stream.Value = name;
                    using var found = command.ExecuteReader();
                    if (found.Read())
                    {
                        rows.Add(RowReader.Key(found));
                    }
                }

                return rows;
            },
            stop);

    public async ValueTask DestroyKey(string stream, string order, CancellationToken stop) =>
        await writer.Run(
            sql =>
            {
                sql.DestroyKey.Run(stream, order);

                // The key's last copies stand in the log: empty it into the file, where they are overwritten.
                return sql.Checkpoint.Ask();
            },
            stop);

    public ValueTask<IReadOnlyList<ClaimRow>> FindClaims(int space, byte[] from, byte[] to, CancellationToken stop) =>
        Rows(
            "select space, key, stream from claim where space = $1 and key >= $2 and key <= $3 order by key",
            r => new ClaimRow(r.GetInt32(0), RowReader.Bytes(r, 1), r.GetString(2)), stop, space, from, to);

    public async ValueTask<long> ReadGround(string ground, CancellationToken stop) =>
        await Rows("select version from ground where ground = $1", r => r.GetInt64(0), stop, ground) is [var version] ? version : 0;

    public ValueTask<IReadOnlyList<string>> ListStreams(string prefix, string after, int limit, CancellationToken stop) =>
        Rows(
            "select stream from stream_key where stream >= $1 and stream < $2 and stream > $3 order by stream limit $4",
            r => r.GetString(0), stop, prefix, KeyRange.End(prefix), after, limit);

    public ValueTask<IReadOnlyList<ViewRow>> ReadViews(string stream, long version, CancellationToken stop) =>
        Rows(
            "select ordinal, content from view where stream = $1 and version = $2 order by ordinal",
            r => new ViewRow(r.GetInt32(0), RowReader.Bytes(r, 1)), stop, stream, version);

    public ValueTask<IReadOnlyList<InboxRow>> ReadDeliveries(string stream, long version, CancellationToken stop) =>
        Rows(
            $"select {RowReader.InboxColumns} from delivery where stream = $1 and version = $2 order by ordinal",
            RowReader.Inbox, stop, stream, version);

    public async IAsyncEnumerable<(long CommitNumber, byte[] Marks)> ReadBatchMarks([EnumeratorCancellation] CancellationToken stop)
    {
        for (var after = -1L; ;)
        {
            var page = await Rows(
                "select commit_number, marks from batch where commit_number > $1 order by commit_number limit 1000",
                r => (Number: r.GetInt64(0), Marks: RowReader.Bytes(r, 1)), stop, after);
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

    public async ValueTask AddSecret(HubSecretRow secret, CancellationToken stop) =>
        await writer.Run(
            sql =>
            {
                sql.AddSecret.Run(secret.Number, secret.MasterKey, secret.Wrapped);
                return true;
            },
            stop);

    public async ValueTask<string> ReadTimeline(CancellationToken stop) =>
        (await Rows("select system_id || '/' || timeline from era order by base desc limit 1", r => r.GetString(0), stop))[0];

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, true))
        {
            return;
        }

        await writer.DisposeAsync();
        using (var pool = new SqliteConnection(options.Reader))
        {
            // Pooled readers would keep the file open after the lock is gone.
            SqliteConnection.ClearPool(pool);
        }

        held.Dispose();
    }

    private async ValueTask<T?> First<T>(string sql, Func<SqliteDataReader, T> row, CancellationToken stop, params object[] values)
        where T : class =>
        await Rows(sql, row, stop, values) is [var only, ..] ? only : null;

    private ValueTask<IReadOnlyList<T>> Rows<T>(string sql, Func<SqliteDataReader, T> row, CancellationToken stop, params object[] values) =>
        Read(
            IReadOnlyList<T> (connection) =>
            {
#pragma warning disable CA2100 // Only constants of this file come here.
                using var command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
                for (var i = 0; i < values.Length; i++)
                {
                    command.Parameters.AddWithValue($"${i + 1}", values[i]);
                }

                using var found = command.ExecuteReader();
                var rows = new List<T>();
                while (found.Read())
                {
                    rows.Add(row(found));
                }

                return rows;
            },
            stop);

    /// <summary>On a thread of the pool: the driver blocks.</summary>
    private async ValueTask<T> Read<T>(Func<SqliteConnection, T> read, CancellationToken stop)
    {
        try
        {
            return await Task.Run(
                () =>
                {
                    using var connection = new SqliteConnection(options.Reader);
                    connection.Open();
                    return read(connection);
                },
                stop);
        }
        catch (Exception e) when (SqliteFaults.Knows(e))
        {
            throw SqliteFaults.NotWritten(e);
        }
    }
}
