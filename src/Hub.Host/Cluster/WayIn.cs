using System.Data.Common;

namespace Hub.Host.Cluster;

/// <summary>How a gateway gets into the cluster: it tries again and again, and after a while says why it gives up.</summary>
internal sealed class WayIn(TimeProvider time) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private Exception? last;

    /// <summary>How long a gateway waits for its cluster when it starts.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        last = exception;
        try
        {
            await Task.Delay(Between, time, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The one sentence for the operator.</summary>
    public ClusterUnreachable Closed()
        => last is DbException database
            ? new ClusterUnreachable($"the cluster's membership cannot be read: {database.Message.Split('\n')[0].TrimEnd()}")
            : new ClusterUnreachable(
                $"no silo let this gateway in within {Patience.TotalSeconds:F0} s: one must be up, and know the authority of Hub:Cluster:CertificateFile");
}

/// <summary>A gateway found nobody to work for.</summary>
internal sealed class ClusterUnreachable(string message) : Exception(message);
