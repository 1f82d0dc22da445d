using System.Net;
using System.Net.Sockets;
using Hub.Host.Configuration;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories;

/// <summary>A hub that cannot start says why, and leaves nothing behind that hinders the next start.</summary>
public sealed class APortThatIsTaken
{
    public static TheoryData<string> Ports => ["agencies", "operators", "silo"];

    [Theory, MemberData(nameof(Ports))]
    public async Task Is_the_cause_that_the_operator_hears_and_the_next_start_succeeds(string which)
    {
        await using var hub = await RunningHub.Start(StoreKind.Embedded);
        await hub.StopProcess();
        using var taken = new TcpListener(IPAddress.Loopback, Port(hub.Options, which));
        taken.Start();
        var failure = await Assert.ThrowsAnyAsync<Exception>(hub.StartProcess);
        Assert.Contains("in use", failure.ToString(), StringComparison.Ordinal);
        taken.Stop();
        await hub.StartProcess();
        await hub.Agency("council");
    }

    private static int Port(HubOptions options, string which) => which switch
    {
        "agencies" => IPEndPoint.Parse(options.Gateway.Listen).Port,
        "operators" => IPEndPoint.Parse(options.Telemetry.Listen).Port,
        _ => options.Silo.Cluster.Silo,
    };
}
