using Hub.Silo;

namespace Hub.Gateway.Tests;

/// <summary>One hub for all tests of a class that do not disturb each other.</summary>
public abstract class HubOf(StoreKind kind) : IAsyncLifetime
{
    public RunningHub Hub { get; private set; } = null!;

    public virtual async Task InitializeAsync() => Hub = await RunningHub.Start(kind);

    public async Task DisposeAsync() => await Hub.DisposeAsync();
}

/// <summary>On SQLite.</summary>
public sealed class EmbeddedHub() : HubOf(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresHub() : HubOf(StoreKind.Postgres);
