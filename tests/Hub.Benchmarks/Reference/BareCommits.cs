using System.Diagnostics;
using Npgsql;

namespace Hub.Benchmarks.Reference;

/// <summary>What one row costs that is durable when the database answers: one connection, one row at a time.</summary>
internal static class BareCommits
{
    /// <summary>Milliseconds each.</summary>
    public static async Task<List<double>> Take(string server, int times, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(stop);
        await using (var make = new NpgsqlCommand("create table if not exists bare (id bigint generated always as identity primary key, payload bytea not null)", connection))
        {
            await make.ExecuteNonQueryAsync(stop);
        }

        await using var insert = new NpgsqlCommand("insert into bare (payload) values ($1)", connection) { Parameters = { new() { Value = new byte[512] } } };
        await insert.PrepareAsync(stop);
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await insert.ExecuteNonQueryAsync(stop);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return took;
    }
}
