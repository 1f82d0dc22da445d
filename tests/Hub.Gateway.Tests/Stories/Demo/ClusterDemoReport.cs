namespace Hub.Gateway.Tests.Stories.Demo;

/// <summary>The same of <c>demo --cluster</c>.</summary>
public sealed class ClusterDemoReport : DemoReport
{
    private protected override IReadOnlyList<string> Staging => ["--cluster"];
}
