using Microsoft.Extensions.Logging;

namespace Hub.Silo.Cluster;

/// <summary>What silos say to operators of each other.</summary>
internal sealed partial class ClusterLog(ILogger<ClusterLog> logger)
{
    [LoggerMessage(1, LogLevel.Warning, "What other silos have committed could not be taken in: {Cause}")]
    public partial void NotTakenIn(string cause);

    [LoggerMessage(2, LogLevel.Error, "The silo stays silent: narrowing {Sequence} names a stream that is not as its owner wrote it; run the audit")]
    public partial void Stuck(long sequence);
}
