using Microsoft.Extensions.Logging;

namespace Hub.Silo.Journal;

/// <summary>What the lanes say to operators: counts and kinds.</summary>
internal sealed partial class LaneLog(ILogger<LaneLog> logger)
{
    [LoggerMessage(1, LogLevel.Information, "Batch of {Count} lost to a concurrent transaction, try {Tried}")]
    public partial void Busy(int count, int tried);

    [LoggerMessage(2, LogLevel.Warning, "Batch of {Count} not written: {Kind}")]
    public partial void Unavailable(int count, StoreFaultKind kind);

    [LoggerMessage(3, LogLevel.Warning, "Broke while committing {Count}: {Cause}; settling")]
    public partial void Uncertain(int count, string cause);

    [LoggerMessage(4, LogLevel.Warning, "Fate of {Count} commits not known yet: {Cause}")]
    public partial void Unsettled(int count, string cause);

    [LoggerMessage(5, LogLevel.Error, "A commit of {Event} cannot be stored: {Cause}")]
    public partial void Rejected(string @event, string cause);
}
