namespace Hub.House.Tests.Protos;

/// <summary>The command line makes every call of the API.</summary>
public sealed class CommandTests
{
    private static IEnumerable<ProtoFile> Protos
        => Repository.Files.Where(f => f.Path.StartsWith("protos/hub/", StringComparison.Ordinal) && f.Is(".proto")).Select(f => new ProtoFile(f));

    [Fact]
    public void Every_call_has_a_command()
        => Repository.Expect(Without([.. Protos], [.. Repository.Sources.Where(f => f.Path.StartsWith("src/Hub.Cli/", StringComparison.Ordinal))]), "no command makes these calls:");

    [Fact]
    public void A_call_without_a_command_is_found()
    {
        var proto = new ProtoFile(new TextFile("protos/hub/plans/v1/plans.proto", "rpc OpenPlan(OpenPlanRequest) returns (OpenPlanResponse);"));
        Assert.Equal(["OpenPlan"], Without([proto], [new TextFile("src/Hub.Cli/X.cs", "call.Hub.Plans.OpenPlansAsync(")]));
        Assert.Empty(Without([proto], [new TextFile("src/Hub.Cli/X.cs", "call.Hub.Plans.OpenPlanAsync(")]));
    }

    // A subscription is opened by the client's HubInbox.
    private static IEnumerable<string> Without(IReadOnlyList<ProtoFile> protos, IReadOnlyList<TextFile> sources)
        => protos.SelectMany(p => p.Rpcs).Select(r => r.Name)
            .Where(rpc => !sources.Any(f => f.Text.Contains(rpc == "Subscribe" ? "HubInbox" : $".{rpc}Async(", StringComparison.Ordinal)));
}
