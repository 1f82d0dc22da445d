using Hub.Client.Errors;
using Hub.Client.Inbox;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.CommandLine;

/// <summary>Two linked plans; one side watches from a command line, or through the client, what the other side does.</summary>
public sealed class AnInboxWatched : IAsyncLifetime
{
    private const string Practitioner = "SW999001";
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Shows_what_another_command_line_changes_and_a_practitioner_acknowledges_it()
    {
        using var watch = HubProgram.Start(hub, "council", Practitioner, "inbox", "watch", Family.ChildrensTeam, Family.System, "--json");
        await ReviseFromTheCommandLine("Slept two hours.");
        var first = await Next(watch);
        Assert.Equal(("plan.changed", "Slept two hours."), (first.Type, Assert.Single(first.Elements).Content.Text));

        var (code, said, error) = await HubProgram.Run(hub, "council", Practitioner, "acknowledge", Family.ChildrensTeam, first.DeliveryId, "accepted", "--json");
        Assert.True(code == 0, error);
        Assert.True(AcknowledgeDeliveryResponse.Parser.ParseJson(said).IsFirst);

        // The second is shown after the first was confirmed.
        await ReviseFromTheCommandLine("Slept well.");
        var second = await Next(watch);
        Assert.Equal(0, await watch.Interrupt());
        Assert.DoesNotContain(await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 0), d => d.DeliveryId == first.DeliveryId);
        Assert.NotEqual(first.DeliveryId, second.DeliveryId);
    }

    [Fact]
    public async Task Goes_on_after_a_restart_of_the_hub_and_shows_again_what_it_did_not_confirm()
    {
        using var watch = HubProgram.Start(hub, "council", Practitioner, "inbox", "watch", Family.ChildrensTeam, Family.System, "--json", "--no-confirm");
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));
        var first = await Next(watch);
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Equal(first, await Next(watch));
        await family.ReviseMother(People.Element("Slept well.", Category.HealthMental));
        Assert.Equal("Slept well.", (await Next(watch)).Elements.Single().Content.Text);
        Assert.Equal(0, await watch.Interrupt());
    }

    [Fact]
    public async Task Is_readable_without_json()
    {
        using var watch = HubProgram.Start(hub, "council", Practitioner, "inbox", "watch", Family.ChildrensTeam, Family.System);
        await family.ReviseMother(People.Element("Slept \u009b2J[red]two hours.", Category.HealthMental));
        var lines = new List<string>();
        while (!lines.Exists(l => l.Contains("acknowledge by", StringComparison.Ordinal)))
        {
            lines.Add(await watch.Line());
        }

        var shown = string.Join('\n', lines);
        Assert.EndsWith("plan.changed", lines[0].TrimEnd(), StringComparison.Ordinal);
        Assert.Matches("holder +trust, duty number 999 0202", shown);
        Assert.Matches(@"add +Slept \uFFFD2J\[red\]two hours. \(health-mental, fact\)", shown);
    }

    [Fact]
    public async Task Through_the_client_goes_on_after_a_restart_and_confirms_nothing_by_itself()
    {
        var interruptions = 0;
        var inbox = new HubInbox(family.Council) { Interrupted = _ => interruptions++ };
        using var stop = new CancellationTokenSource();
        await using var heard = inbox.ReadAll(Family.ChildrensTeam, Family.System, stop.Token).GetAsyncEnumerator();
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));
        Assert.True(await heard.MoveNextAsync());
        var first = heard.Current;
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.True(await heard.MoveNextAsync());
        Assert.Equal(first, heard.Current);
        Assert.NotEqual(0, interruptions);

        await inbox.Confirm(Family.ChildrensTeam, Family.System, [first]);
        await hub.StopProcess();
        await hub.StartProcess();
        await family.ReviseMother(People.Element("Slept well.", Category.HealthMental));
        Assert.True(await heard.MoveNextAsync());
        Assert.NotEqual(first.DeliveryId, heard.Current.DeliveryId);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await heard.MoveNextAsync());
    }

    [Fact]
    public async Task Through_the_client_a_refusal_ends_it()
    {
        await using var heard = new HubInbox(family.Trust).ReadAll(Family.ChildrensTeam, Family.System).GetAsyncEnumerator();
        var no = await Assert.ThrowsAsync<HubRefusedException>(async () => await heard.MoveNextAsync());
        Assert.Equal(HubReasons.NotKnown, no.Reason);
    }

    private static async Task<Delivery> Next(StartedProgram watch) => Delivery.Parser.ParseJson(await watch.Line());

    private async Task ReviseFromTheCommandLine(string text)
    {
        string[] plan = [family.Mother, family.MotherPlan];
        var (_, said, _) = await HubProgram.Run(hub, "trust", "NMC-999002", ["plans", "get", .. plan, "--json"]);
        var etag = GetPlanResponse.Parser.ParseJson(said).Plan.Etag;
        var (code, _, error) = await HubProgram.Run(hub, "trust", "NMC-999002", ["plans", "revise", .. plan, "--etag", etag, "--add", $"health-mental:observation:{text}"]);
        Assert.True(code == 0, error);
    }
}
