using Microsoft.Extensions.Logging;

namespace Hub.Silo.Cluster;

/// <summary>What silos say to operators of each other.</summary>
internal sealed partial class ClusterLog(ILogger<ClusterLog> logger)
{
    [LoggerMessage(1, LogLevel.Warning, "What other silos have committed could not be taken in: {Cause}")]
    public partial void NotTakenIn(string cause);
}
