using System.Diagnostics.Metrics;
using Hub.Silo.Journal;
using Hub.Silo.Journal.Postgres;
using Hub.Silo.Journal.Sqlite;
using Hub.Silo.Tests.Owners;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Silo.Tests.Lanes;

/// <summary>One lane over a real store.</summary>
internal sealed class LanePlace : IAsyncDisposable
{
    private readonly ServiceProvider metrics = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly JournalTelemetry telemetry;
    private Task? ended;

    private LanePlace(IJournalStore store)
    {
        Store = store;
        telemetry = new JournalTelemetry(metrics.GetRequiredService<IMeterFactory>());
        Gate = new Gate(store.OpenLane());
        Lane = new Lane(Gate, new JournalOptions(), Time, telemetry, new LaneLog(Words));
    }

    public IJournalStore Store { get; }

    public Gate Gate { get; }

    public Lane Lane { get; }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch);

    public LaneWords Words { get; } = new();

    public static async Task<LanePlace> Open(HubPlace place, string? connectionString = null)
    {
        var store = place.Options.Store;
        return new LanePlace(store.Kind == StoreKind.Postgres
            ? await PostgresJournalStore.Open(new PostgresOptions { ConnectionString = connectionString ?? store.ConnectionString }, TimeProvider.System, default)
            : await SqliteJournalStore.Open(
                new SqliteOptions { Path = Path.Combine(store.Folder, "journal.db"), LockTimeout = TimeSpan.FromSeconds(1) }, default));
    }

    /// <summary>Ends the lane, as a silo that stops does.</summary>
    public Task End() => ended ??= Lane.DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await End();
        await Store.DisposeAsync();
        telemetry.Dispose();
        await metrics.DisposeAsync();
    }
}
