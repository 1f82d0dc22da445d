using Hub.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hub.Silo.Tests.Lanes;

/// <summary>What lanes tell operators, for a test to wait on.</summary>
internal sealed class LaneWords : ILogger<LaneLog>
{
    private readonly Dictionary<int, TaskCompletionSource> said = Enumerable.Range(1, 5)
        .ToDictionary(i => i, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public Task Busy => Said(1);

    public Task Uncertain => Said(3);

    public Task Unsettled => Said(4);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => said[eventId.Id].TrySetResult();

    private Task Said(int id) => said[id].Task.WaitAsync(TimeSpan.FromSeconds(60));
}
