using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

/// <summary>A database of a test class's own, migrated, with a store open on it.</summary>
public abstract class JournalPlace : IAsyncLifetime
{
    internal IJournalStore Store { get; set; } = null!;

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <summary>First column of the first row of a query that both databases understand.</summary>
    public abstract Task<object?> Ask(string sql);

    /// <summary>Returns when a commit number is below the horizon. Transactions in other databases of the server hold it back, other
    /// tests' for a minute.</summary>
    public async Task HorizonPasses(long commitNumber)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(150));
        while (await Store.ReadHorizon(patience.Token) <= commitNumber)
        {
            await Task.Yield();
        }
    }

    public async Task<long> Count(string from) => Convert.ToInt64(await Ask($"select count(*) from {from}"));
}
