using Microsoft.Extensions.Logging;

namespace Hub.Silo.Inbox;

/// <summary>What the sweeper says to operators.</summary>
internal sealed partial class SweeperLog(ILogger<SweeperLog> logger)
{
    [LoggerMessage(1, LogLevel.Warning, "Clocks could not be looked at: {Cause}; they go on running")]
    public partial void Failed(string cause);

    [LoggerMessage(2, LogLevel.Error, "A clock ran out at inbox {Inbox}, which no team has")]
    public partial void NoTeam(long inbox);
}
