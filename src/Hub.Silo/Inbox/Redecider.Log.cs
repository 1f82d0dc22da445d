using Microsoft.Extensions.Logging;

namespace Hub.Silo.Inbox;

/// <summary>What the redecider says to operators.</summary>
internal sealed partial class RedeciderLog(ILogger<RedeciderLog> logger)
{
    [LoggerMessage(1, LogLevel.Warning, "What waits could not be decided again: {Cause}; it is kept back, and tried again")]
    public partial void Failed(string cause);
}
