using System.Text.RegularExpressions;

namespace Hub.Gateway.Tests.Stories.Examples;

/// <summary>examples/curl.sh: the whole way from two unknown agencies to an alert that a named person took, by buf curl.</summary>
public abstract partial class EveryNounByCurl(HubOf place)
{
    private static string Buf => Environment.GetEnvironmentVariable("HUB_TEST_BUF")
        ?? throw new InvalidOperationException("HUB_TEST_BUF is not set; tests/run.sh installs buf and sets it.");

    [Fact]
    public async Task Is_called_and_answers()
    {
        var authority = place.Hub.Authority;
        authority.IssueClient("eastfell");
        authority.IssueClient("westmoor");
        using var script = StartedProgram.Start("bash", [Path.Combine(Built.At("Root"), "examples", "curl.sh")], new Dictionary<string, string>
        {
            ["HUB_ADDRESS"] = place.Hub.Address.ToString(),
            ["CERTS"] = Path.GetDirectoryName(authority.RootFile)!,
            ["BUF"] = Buf,
        });
        var (code, said, error) = await script.Rest();
        Assert.True(code == 0, error + said);

        var called = Calls().Matches(error).Select(m => m.Groups["service"].Value).ToHashSet();
        Assert.Equal(Services().Order(StringComparer.Ordinal), called.Order(StringComparer.Ordinal));

        Assert.Contains("\"state\": \"MEMBER_STATE_ACTIVE\"", said, StringComparison.Ordinal);
        var events = (await place.Hub.Decisions()).Events;
        var alert = Assert.Single(Assert.Single(events, e => e.Event == "alert.raised").Recipients);
        Assert.Equal(("eastfell/duty", "link", true), (alert.Team, alert.Route, alert.IsDelivered));
        Assert.Equal("SW999009", Assert.Single(events.SelectMany(e => e.Recipients), r => r.Acknowledged is not null).Acknowledged!.Practitioner);
        Assert.Contains("\"type\": \"relapse.early-sign\"", error, StringComparison.Ordinal);
    }

    // Such as teams.v1.TeamsService, from protos/hub/teams/v1.
    private static IEnumerable<string> Services()
    {
        var protos = Path.Combine(Built.At("Root"), "protos", "hub");
        return from file in Directory.EnumerateFiles(protos, "*.proto", SearchOption.AllDirectories)
               from service in Service().Matches(File.ReadAllText(file))
               select $"{Path.GetRelativePath(protos, Path.GetDirectoryName(file)!).Replace('/', '.')}.{service.Groups["name"].Value}";
    }

    [GeneratedRegex("^service (?<name>\\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Service();

    [GeneratedRegex("^# \\w+: (?<service>[\\w.]+)/", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Calls();
}

/// <summary>On the embedded store.</summary>
public sealed class EveryNounByCurlOnEmbedded(EmbeddedHub place) : EveryNounByCurl(place), IClassFixture<EmbeddedHub>;

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class EveryNounByCurlOnPostgres(PostgresHub place) : EveryNounByCurl(place), IClassFixture<PostgresHub>;
