using System.Collections.Concurrent;
using Hub.Gateway.Tests.Stories.Markers;
using Microsoft.Extensions.Logging;

namespace Hub.Gateway.Tests.Stories.Examples;

/// <summary>Which calls a hub has taken and answered, by its own log: a program in another process has no other barrier.</summary>
internal sealed class CallsHeard
{
    private const string Category = "Microsoft.AspNetCore.Hosting.Diagnostics";
    private readonly ConcurrentBag<LogListener> starts = [];

    /// <summary>Listens to one start of the hub.</summary>
    public void Hear(ILoggingBuilder logging)
    {
        var log = new LogListener();
        starts.Add(log);
        logging.AddProvider(log).AddFilter<LogListener>(Category, LogLevel.Information);
    }

    public int Taken(string method) => Count("Request starting", method);

    public int Answered(string method) => Count("Request finished", method);

    private int Count(string what, string method)
        => starts.SelectMany(s => s.Heard).Count(h => h.Category == Category
            && h.Text.StartsWith(what, StringComparison.Ordinal) && h.Text.Contains($"/{method}", StringComparison.Ordinal));
}
