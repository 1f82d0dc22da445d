using System.Diagnostics;
using System.Text.RegularExpressions;
using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Connections;

namespace Hub.Gateway.Tests.Stories.Demo;

/// <summary>The demo's cluster stays up after the story, and ends with the demo, however that ends.</summary>
[Collection(nameof(TheDemoOnACluster))]
[Trait("Runs", "long")]
public sealed partial class TheClusterThatStaysUp
{
    [Fact]
    public async Task Can_be_called_through_either_gateway_and_ends_cleanly_when_it_is_terminated()
    {
        using var demo = new DemoProgram();
        using var program = demo.Start("--cluster");
        var up = Up().Match(await program.Line(Up().IsMatch));
        foreach (var address in new[] { up.Groups["first"].Value, up.Groups["second"].Value })
        {
            var certificates = HubCertificates.FromPemFiles(
                Path.Combine(demo.Certificates, "northmoor.crt"), Path.Combine(demo.Certificates, "northmoor.key"), Path.Combine(demo.Certificates, "ca.crt"));
            using var council = new HubClient(new HubClientOptions(new Uri($"https://{address}"), certificates) { Agency = "northmoor", Practitioner = "SW999001" });
            Assert.Equal("Northmoor Council", (await council.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = "northmoor" })).Name);
        }

        Assert.Single(demo.ProcessesOf("/silo-"));
        Assert.Equal(2, demo.ProcessesOf("/gateway-").Count());
        Assert.Equal(0, await program.Terminate());
        Assert.Empty(demo.Processes);
        Assert.Empty(demo.Left);
    }

    [Theory]
    [InlineData("Safeguarding Hub")]
    [InlineData("up after")]
    [InlineData("is gone")]
    public async Task Leaves_no_process_and_no_key_behind_when_it_is_terminated_before_or_in_its_story(string at)
    {
        using var demo = new DemoProgram();
        using var program = demo.Start("--cluster");
        await program.Line(line => line.Contains(at, StringComparison.Ordinal));
        Assert.Equal(130, await program.Terminate());
        Assert.Empty(demo.Processes);
        Assert.Empty(demo.Left);
    }

    [Fact]
    public async Task No_process_outlives_a_demo_that_is_killed()
    {
        using var demo = new DemoProgram();
        using var program = demo.Start("--cluster");
        await program.Line(line => line.Contains("is gone", StringComparison.Ordinal));
        var processes = demo.Processes.Select(Process.GetProcessById).ToList();

        // A silo, two gateways, the database and who ends it.
        Assert.InRange(processes.Count, 5, int.MaxValue);
        Assert.Equal(137, await program.Kill());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        foreach (var process in processes)
        {
            await process.WaitForExitAsync(patience.Token);
            process.Dispose();
        }

        Assert.Empty(demo.Processes);
    }

    [GeneratedRegex("^The hub stays up at (?<first>[0-9.:]+) and (?<second>[0-9.:]+),", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Up();
}
