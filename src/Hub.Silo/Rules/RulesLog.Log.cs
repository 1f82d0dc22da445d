using Microsoft.Extensions.Logging;

namespace Hub.Silo.Rules;

/// <summary>What editions of the rules say to operators.</summary>
internal sealed partial class RulesLog(ILogger<RulesLog> logger)
{
    [LoggerMessage(1, LogLevel.Warning, "That an edition of the rules has begun could not be put on record: {Cause}; the next round tries again")]
    public partial void Failed(string cause);
}
