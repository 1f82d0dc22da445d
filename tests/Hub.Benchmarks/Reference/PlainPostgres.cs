using Npgsql;
using NpgsqlTypes;

namespace Hub.Benchmarks.Reference;

/// <summary>Plain rows in PostgreSQL: one insert from arrays, prepared once.</summary>
internal static class PlainPostgres
{
    private const string Table = "create table plain (id bigint primary key, payload bytea not null)";
    private const string Insert = "insert into plain select * from unnest(@ids, @payloads)";

    public static async Task<double> Rate(string server, int bytes, CancellationToken stop)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using (var command = source.CreateCommand($"drop table if exists plain; {Table}"))
        {
            await command.ExecuteNonQueryAsync(stop);
        }

        var writers = new List<Writer>();
        for (var i = 0; i < PlainRows.Writers; i++)
        {
            writers.Add(await Writer.Open(source, bytes, stop));
        }

        var rate = await PlainRows.Rate([.. writers.Select(w => (Func<long, Task>)w.Write)]);
        foreach (var writer in writers)
        {
            await writer.DisposeAsync();
        }

        return rate;
    }

    private sealed class Writer(NpgsqlConnection connection, NpgsqlCommand insert) : IAsyncDisposable
    {
        public static async Task<Writer> Open(NpgsqlDataSource source, int bytes, CancellationToken stop)
        {
            var connection = await source.OpenConnectionAsync(stop);
            var insert = new NpgsqlCommand(Insert, connection)
            {
                Parameters =
                {
                    new NpgsqlParameter("ids", NpgsqlDbType.Array | NpgsqlDbType.Bigint),
                    new NpgsqlParameter("payloads", NpgsqlDbType.Array | NpgsqlDbType.Bytea) { Value = PlainRows.Payloads(bytes) },
                },
            };
            await insert.PrepareAsync(stop);
            return new Writer(connection, insert);
        }

        public async Task Write(long from)
        {
            insert.Parameters[0].Value = PlainRows.Ids(from);
            await insert.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await insert.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
