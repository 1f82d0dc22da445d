namespace Hub.Host.Cluster;

/// <summary>What is told of cluster ports: the reason, and no address.</summary>
internal sealed partial class ClusterDoorLog(ILogger<ClusterDoorLog> log)
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "a connection to a cluster port was refused: {Reason}")]
    public partial void Refused(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "another process of the cluster did not let this one in: {Reason}")]
    public partial void NotLetIn(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the cluster's certificates have changed and cannot be read; the ones before stay in use")]
    public partial void Unreadable();
}
