using Microsoft.Extensions.Logging;

namespace Hub.Silo.Journal;

/// <summary>What owners say to operators: kinds of failure, never which stream or person.</summary>
internal sealed partial class OwnerLog(ILogger<OwnerLog> logger)
{
    [LoggerMessage(1, LogLevel.Error, "A stream is not what its owner wrote; run the audit. {What}")]
    public partial void Broken(string what);

    [LoggerMessage(2, LogLevel.Warning, "The journal could not be read: {Kind}")]
    public partial void Unreadable(StoreFaultKind kind);

    [LoggerMessage(3, LogLevel.Information, "A snapshot could not be {Done}: {Cause}")]
    public partial void NoSnapshot(string done, string cause);

    [LoggerMessage(4, LogLevel.Error, "A commit cannot be stored and was refused for good")]
    public partial void Unstorable();
}
