using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hub.Gateway.Tests.Stories.Markers;

/// <summary>Hears log sentences with all that belongs to them: values, scopes, exceptions.</summary>
internal sealed class LogListener : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<(string Category, LogLevel Level, string Text)> Heard { get; } = [];

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Ear(LogListener listener, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => listener.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
            var around = new List<object?>();
            listener.scopes.ForEachScope((scope, list) => list.Add(scope), around);
            IEnumerable<object?> all =
            [
                formatter(state, exception), exception, .. values.Select(v => v.Value), .. around,
                .. around.OfType<IEnumerable<KeyValuePair<string, object?>>>().SelectMany(s => s).Select(v => v.Value),
            ];
            listener.Heard.Enqueue((category, logLevel, string.Join(" | ", all)));
        }
    }
}
