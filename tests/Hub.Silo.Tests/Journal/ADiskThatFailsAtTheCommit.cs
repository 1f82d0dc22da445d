using System.Runtime.InteropServices;
using Hub.Silo.Journal;
using Hub.Silo.Journal.Sqlite;
using SQLitePCL;

namespace Hub.Silo.Tests.Journal;

/// <summary>SQLite says that a commit failed: it may stand all the same.</summary>
public sealed class ADiskThatFailsAtTheCommit(SqlitePlace place) : IClassFixture<SqlitePlace>
{
    private const int IoError = 10;

    private readonly CommitRows[] batch = [CommitExamples.First(CommitExamples.NewStream()).WithFanOut(3)];

    private delegate int LogHook(IntPtr context, IntPtr database, IntPtr name, int pages);

    [Fact]
    public async Task Before_it_stands_leaves_nothing()
    {
        await using var lane = place.Store.OpenLane();
        await OnWriter(sql => raw.sqlite3_commit_hook(sql.Connection.Handle, _ => 1, null));

        Assert.Equal(StoreFaultKind.Uncertain, await Fault(lane));
        Assert.Equal(StoreFaultKind.Uncertain, await Fault(lane));

        Assert.Equal([CommitFate.HeadMoved], (await lane.Settle(batch, default)).Fates);
        Assert.Equal([CommitFate.Committed], (await lane.Commit(batch, default)).Fates);
    }

    [Fact]
    public async Task After_it_stands_is_found_out()
    {
        await using var lane = place.Store.OpenLane();
        LogHook failing = (_, _, _, _) => IoError;
        await OnWriter(sql => sqlite3_wal_hook(sql.Connection.Handle!.DangerousGetHandle(), failing, IntPtr.Zero));

        Assert.Equal(StoreFaultKind.Uncertain, await Fault(lane));

        var settled = await lane.Settle(batch, default);
        GC.KeepAlive(failing);
        Assert.Equal([CommitFate.Committed], settled.Fates);
        Assert.Equal(3, await place.Count($"delivery where commit_number = {settled.CommitNumber}"));
        var next = await lane.Commit([CommitExamples.Next(batch[0].Event)], default);
        Assert.True(next.CommitNumber > settled.CommitNumber);
    }

    // SQLite: an error of this hook is reported by the statement although the commit has taken place.
    // CA5392, SYSLIB1054, CA1838, CA2101: a native function that the binding does not offer; the library is the package's.
#pragma warning disable CA5392, SYSLIB1054, CA1838, CA2101
    [DllImport("e_sqlite3")]
    private static extern IntPtr sqlite3_wal_hook(IntPtr database, LogHook hook, IntPtr context);
#pragma warning restore CA5392, SYSLIB1054, CA1838, CA2101

    private Task<bool> OnWriter(Action<SqliteStatements> act) => ((SqliteJournalStore)place.Store).Writer.Run(
        sql =>
        {
            act(sql);
            return true;
        },
        default);

    private async Task<StoreFaultKind> Fault(IJournalLane lane) =>
        (await Assert.ThrowsAsync<StoreFault>(async () => await lane.Commit(batch, default))).Kind;
}
