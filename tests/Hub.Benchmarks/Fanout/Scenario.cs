using Hub.Silo;

namespace Hub.Benchmarks.Fanout;

/// <summary>What is measured at a time.</summary>
/// <param name="Store">Where the hub keeps everything.</param>
/// <param name="FanOut">Teams that hear of each update.</param>
/// <param name="ElementBytes">Bytes of the element that an update replaces.</param>
/// <param name="IsCluster">Whether two silos and a gateway are processes of their own, instead of one process.</param>
internal sealed record Scenario(StoreKind Store, int FanOut, int ElementBytes, bool IsCluster = false)
{
    public string StoreName => Store == StoreKind.Postgres ? "PostgreSQL" : "SQLite";

    public override string ToString() => $"{StoreName}{(IsCluster ? ", a cluster" : "")}, fan-out {FanOut}, {ElementBytes} bytes";
}

/// <summary>How hard and how long.</summary>
/// <param name="Writers">People whose plans are revised at once, each by one call at a time.</param>
/// <param name="WarmUp">Before anything is counted.</param>
/// <param name="Window">As long as updates are sent and counted.</param>
internal sealed record Load(int Writers, TimeSpan WarmUp, TimeSpan Window);
