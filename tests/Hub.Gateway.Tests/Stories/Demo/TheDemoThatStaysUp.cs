using System.Text.RegularExpressions;
using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Connections;

namespace Hub.Gateway.Tests.Stories.Demo;

/// <summary>The demo leaves its hub up after the story, until it is told to end.</summary>
public sealed partial class TheDemoThatStaysUp
{
    [Fact]
    public async Task Can_be_called_and_ends_cleanly_when_it_is_terminated()
    {
        using var demo = new DemoProgram();
        using var program = demo.Start();
        var up = Up().Match(await program.Line(Up().IsMatch));
        var certificates = HubCertificates.FromPemFiles(
            Path.Combine(demo.Certificates, "northmoor.crt"), Path.Combine(demo.Certificates, "northmoor.key"), Path.Combine(demo.Certificates, "ca.crt"));
        using var council = new HubClient(new HubClientOptions(new Uri($"https://{up.Groups["address"].Value}"), certificates) { Agency = "northmoor", Practitioner = "SW999001" });
        Assert.Equal("Northmoor Council", (await council.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = "northmoor" })).Name);

        Assert.Equal(0, await program.Terminate());
        Assert.Empty(demo.Left);
    }

    [Theory]
    [InlineData("Safeguarding Hub")]
    [InlineData("registers the child")]
    public async Task Leaves_no_key_behind_when_it_is_terminated_before_or_in_its_story(string at)
    {
        using var demo = new DemoProgram();
        using var program = demo.Start();
        await program.Line(line => line.Contains(at, StringComparison.Ordinal));
        Assert.Equal(130, await program.Terminate());
        Assert.Empty(demo.Left);
    }

    [GeneratedRegex("^The hub stays up at (?<address>[0-9.:]+),", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Up();
}
