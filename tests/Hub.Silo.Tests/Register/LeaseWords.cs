using Hub.Silo.Register;
using Microsoft.Extensions.Logging;

namespace Hub.Silo.Tests.Register;

/// <summary>What a lease tells operators, for a test to wait on.</summary>
internal sealed class LeaseWords : ILogger<SiloLeaseLog>
{
    private readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource regained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];

    public Task Lost => lost.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public Task Regained => regained.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Loss and regain in their order.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            lock (said)
            {
                return [.. said];
            }
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (said)
        {
            said.Add(eventId.Id == 1 ? "lost" : "regained");
        }

        (eventId.Id == 1 ? lost : regained).TrySetResult();
    }
}
