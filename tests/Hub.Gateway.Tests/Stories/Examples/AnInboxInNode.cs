using Hub.Client.Calls;
using Hub.Client.Connections;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Examples;

/// <summary>The single calls of examples/node: another language asks, waits, acknowledges and understands why it is refused.</summary>
public abstract class AnInboxInNode(StoreKind kind, NodeExamples node) : IAsyncLifetime, IClassFixture<NodeExamples>
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-poll-").FullName;
    private readonly CallsHeard calls = new();
    private RunningHub hub = null!;
    private Family family = null!;

    private string Store => Path.Combine(folder, "received");

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, h => h.Logging = calls.Hear);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_poll_waits_until_there_is_something_takes_it_and_ends()
    {
        var before = calls.Taken("FetchDeliveries");
        using var poll = Start("council", "SW999001", "poll.mjs", Family.ChildrensTeam, Family.System, Store);
        await Look.Until(() => calls.Taken("FetchDeliveries") > before);
        await Revise("Slept two hours.");
        var (code, said, error) = await poll.Rest();
        Assert.True(code == 0, error);
        Assert.Matches(@"^stored [\w-]{43} green, acknowledge by [^\n]+\n$", said);
        Assert.Contains("Slept two hours.", await File.ReadAllTextAsync(Store), StringComparison.Ordinal);
        Assert.Empty(await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 0));
    }

    [Fact]
    public async Task An_acknowledgement_is_on_record_under_the_practitioners_name_and_once_when_said_twice()
    {
        await Revise("Slept two hours.");
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam)).DeliveryId;
        var request = HubRequest.NewId();
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal("acknowledged: the clock has stopped\n", Done(await Acknowledge("council", "SW999001", heard, "accepted", request)));
        }

        Assert.Equal("acknowledged: not the first who did\n", Done(await Acknowledge("council", "SW999001", heard, "actioned", HubRequest.NewId())));
        var change = (await hub.Decisions()).Events.Last(e => e.Event == "plan.changed");
        var taken = Assert.Single(change.Recipients).Acknowledged!;
        Assert.Equal(("accepted", "SW999001"), (taken.Word, taken.Practitioner));
    }

    [Fact]
    public async Task A_refusal_tells_its_reason_the_field_and_its_rule()
    {
        await Revise("Slept two hours.");
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam)).DeliveryId;
        var told = await Assert.ThrowsAsync<HubRefusedException>(async () => await family.Council.Inbox.AcknowledgeDeliveryAsync(
            new AcknowledgeDeliveryRequest { RequestId = HubRequest.NewId(), TeamId = Family.ChildrensTeam, DeliveryId = heard }));
        var rule = Assert.Single(told.Violations);
        Assert.Equal("acknowledgement", rule.Field);
        var (code, said, error) = await Acknowledge("council", "SW999001", heard, "no-such-word", HubRequest.NewId());
        Assert.Equal((2, ""), (code, said));
        Assert.Contains("INVALID_FIELD: ", error, StringComparison.Ordinal);
        Assert.Contains($"  acknowledgement: {rule.Rule}\n", error, StringComparison.Ordinal);
        Assert.Matches("  reference [0-9a-f]{32}\n", error);
    }

    [Fact]
    public async Task The_neutral_answer_comes_with_its_advice_and_the_own_duty_number()
    {
        await Revise("Slept two hours.");
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam)).DeliveryId;
        var (code, _, error) = await Acknowledge("trust", "NMC-999002", heard, "accepted", HubRequest.NewId());
        Assert.Equal(2, code);
        Assert.Contains("NOT_KNOWN: ", error, StringComparison.Ordinal);
        Assert.Contains("Duty numbers: 999 0202\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_nobody_registered_is_an_unknown_caller_and_one_of_another_authority_does_not_come_in()
    {
        hub.Authority.IssueClient("stranger");
        using var stranger = StartedProgram.Start(hub, "stranger", "SW999001", "env", ["HUB_AGENCY=council", .. Polling()]);
        var (code, _, error) = await stranger.Rest();
        Assert.Equal(2, code);
        Assert.Contains("UNKNOWN_CALLER: ", error, StringComparison.Ordinal);

        var other = CertificateAuthority.OpenOrCreate(Path.Combine(folder, "other"));
        other.IssueClient("council");
        await Unreachable($"HUB_CERT={other.CertificateFile("council")}", $"HUB_KEY={other.KeyFile("council")}");
        await Unreachable($"HUB_AUTHORITIES={other.RootFile}");
    }

    private async Task Unreachable(params string[] settings)
    {
        using var poll = StartedProgram.Start(hub, "council", "SW999001", "env", [.. settings, .. Polling()]);
        var (code, said, error) = await poll.Rest();
        Assert.Equal((1, ""), (code, said));
        Assert.StartsWith("UNAVAILABLE: ", error, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Polling() => node.Command("poll.mjs", Family.ChildrensTeam, Family.System, Store, "0");

    private async Task<(int Code, string Said, string Error)> Acknowledge(string agency, string practitioner, string delivery, string word, string request)
    {
        using var program = Start(agency, practitioner, "acknowledge.mjs", Family.ChildrensTeam, delivery, word, request);
        return await program.Rest();
    }

    private StartedProgram Start(string agency, string practitioner, string file, params string[] arguments)
    {
        var command = node.Command(file, arguments);
        return StartedProgram.Start(hub, agency, practitioner, command[0], [.. command.Skip(1)]);
    }

    private Task Revise(string text) => family.ReviseMother(People.Element(text, Category.HealthMental));

    private static string Done((int Code, string Said, string Error) ran)
    {
        Assert.True(ran.Code == 0, ran.Error + ran.Said);
        return ran.Said;
    }
}

/// <summary>On the embedded store.</summary>
public sealed class AnInboxInNodeOnEmbedded(NodeExamples node) : AnInboxInNode(StoreKind.Embedded, node);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class AnInboxInNodeOnPostgres(NodeExamples node) : AnInboxInNode(StoreKind.Postgres, node);
