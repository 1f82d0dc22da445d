using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hub.Gateway.Tests.Stories.Neutral;

/// <summary>Writes down the statements that this process sends to PostgreSQL, as its driver tells of them.</summary>
internal sealed class Statements : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> seen = new();
    private readonly ActivityListener listener;

    // Other hubs of this process have databases of their own.
    private Statements(string database)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = done => Take(database, done),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public static Statements Watch(string database) => new(database);

    private void Take(string database, Activity done)
    {
        if (database.Length > 0 && done.TagObjects.Any(t => t.Key is "db.namespace" or "db.name" && t.Value as string == database))
        {
            seen.Enqueue($"{done.GetTagItem("db.query.text") ?? done.GetTagItem("db.statement") ?? done.DisplayName}");
        }
    }

    public void Begin() => seen.Clear();

    public IReadOnlyList<string> End() => [.. seen];

    public ValueTask DisposeAsync()
    {
        listener.Dispose();
        return ValueTask.CompletedTask;
    }
}
