namespace Hub.Host.Demo.Cluster;

/// <summary>The demo's cluster cannot be set up, or is not there any more; one sentence says why.</summary>
internal sealed class DemoStagingException(string message) : Exception(message);
