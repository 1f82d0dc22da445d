using Microsoft.Data.Sqlite;

namespace Hub.Benchmarks.Reference;

/// <summary>Plain rows in SQLite, with the hub's own settings for durability: write-ahead log, fsync at every commit, one writer.</summary>
internal static class PlainSqlite
{
    private const string Table = "pragma journal_mode = wal; pragma synchronous = full; create table plain (id integer primary key, payload blob not null) strict";

    public static async Task<double> Rate(int bytes)
    {
        var folder = Directory.CreateTempSubdirectory("hub-benchmarks-");
        try
        {
            return await Rate(Path.Combine(folder.FullName, "plain.db"), bytes);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> Rate(string file, int bytes)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText = Table;
        await insert.ExecuteNonQueryAsync();
        insert.CommandText = "insert into plain values ($id, $payload)";
        var (id, payload) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$payload", SqliteType.Blob));
        var payloads = PlainRows.Payloads(bytes);
        return await PlainRows.Rate([Write]);

        async Task Write(long from)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            insert.Transaction = (SqliteTransaction)transaction;
            for (var i = 0; i < payloads.Length; i++)
            {
                (id.Value, payload.Value) = (from + i, payloads[i]);
                await insert.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }
    }
}
