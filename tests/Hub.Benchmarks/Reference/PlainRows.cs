using System.Diagnostics;
using System.Security.Cryptography;

namespace Hub.Benchmarks.Reference;

/// <summary>The rate that the same store gives to the plainest way of keeping as many bytes: rows of an id and a payload, as many in one
/// insert and transaction as the hub's lanes take at most, and nothing else on the machine.</summary>
internal static class PlainRows
{
    /// <summary>As <c>Hub:Silo:Journal:BatchSize</c>.</summary>
    public const int Batch = 256;

    /// <summary>As <c>Hub:Silo:Journal:Lanes</c>.</summary>
    public const int Writers = 2;

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(4);

    /// <summary>Rows per second of writers that each write one batch after the other.</summary>
    public static async Task<double> Rate(IReadOnlyList<Func<long, Task>> writers)
    {
        var began = Stopwatch.GetTimestamp();
        var batches = await Task.WhenAll(writers.Select((write, i) => Task.Run(async () =>
        {
            var done = 0L;
            while (Stopwatch.GetElapsedTime(began) < Window)
            {
                await write(((done * writers.Count) + i) * Batch);
                done++;
            }

            return done;
        })));
        return batches.Sum() * Batch / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Payloads that no store can make smaller, as sealed content is.</summary>
    public static byte[][] Payloads(int bytes) => [.. Enumerable.Range(0, Batch).Select(_ => RandomNumberGenerator.GetBytes(bytes))];

    public static long[] Ids(long from) => [.. Enumerable.Range(0, Batch).Select(i => from + i)];
}
