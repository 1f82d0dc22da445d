using System.Diagnostics;
using System.Text;
using Hub.Silo.Journal;
using Hub.Silo.Journal.Postgres;
using Hub.Silo.Journal.Sqlite;

namespace Hub.Silo.Tests.Journal;

/// <summary>A process that commits until it is killed, and says after each transaction what stands. Run as
/// <c>dotnet exec Hub.Silo.Tests.dll postgres|sqlite where</c>.</summary>
internal static class KilledWriter
{
    public const int PerBatch = 16;
    public const int FanOut = 4;

    public static async Task Main(string[] args)
    {
        await using IJournalStore store = args[0] == "postgres"
            ? await PostgresJournalStore.Open(new PostgresOptions { ConnectionString = args[1] }, TimeProvider.System, CancellationToken.None)
            : await SqliteJournalStore.Open(new SqliteOptions { Path = args[1] }, CancellationToken.None);
        await using var lane = store.OpenLane();
        await using var confirmations = Console.OpenStandardOutput();
        while (true)
        {
            var batch = Enumerable.Range(0, PerBatch)
                .Select(_ => CommitExamples.First(CommitExamples.NewStream()).Claiming(CommitExamples.NewKey()).WithFanOut(FanOut)).ToList();
            for (var version = 1; version <= 3; version++)
            {
                var result = await lane.Commit(batch, CancellationToken.None);
                var lines = batch.Select(c => $"{c.Event.Stream} {version} {result.CommitNumber} {Convert.ToHexString(c.Event.Hash)}\n");
                await confirmations.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(lines)));
                batch = [.. batch.Select(c => CommitExamples.Next(c.Event).WithFanOut(FanOut))];
            }
        }
    }

    public static Process Start(string store, string where)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { "exec", typeof(KilledWriter).Assembly.Location, store, where })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Lets it confirm some batches, kills it, and returns all that it had confirmed.</summary>
    public static async Task<IReadOnlyList<string[]>> KillAfter(this Process writer, int lines)
    {
        List<string> confirmed = [];
        while (confirmed.Count < lines)
        {
            confirmed.Add(await writer.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the writer ended by itself"));
        }

        writer.Kill();
        var rest = await writer.StandardOutput.ReadToEndAsync();
        await writer.WaitForExitAsync();

        // The last line may be cut; all before it are whole.
        confirmed.AddRange(rest.Split('\n')[..^1]);
        return [.. confirmed.Select(c => c.Split(' '))];
    }
}
