using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Examples;

/// <summary>A receiver of the examples, in a process of its own, hears for one team what another agency changes.</summary>
public abstract class AReceiver(StoreKind kind) : IAsyncLifetime
{
    private const string Practitioner = "SW999001";
    private readonly string folder = Directory.CreateTempSubdirectory("hub-receiver-").FullName;
    private readonly CallsHeard calls = new();
    private RunningHub hub = null!;
    private Family family = null!;

    protected string Store => Path.Combine(folder, "received");

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

    protected abstract IReadOnlyList<string> Command(params IReadOnlyList<string> arguments);

    /// <summary>The words of the first element of each delivery in its store.</summary>
    protected abstract IEnumerable<string> Stored();

    [Fact]
    public async Task Stores_what_comes_then_confirms_it_and_shows_no_word_about_anybody()
    {
        await Revise("Slept two hours.");
        using var receiver = Start();
        var first = await receiver.Line();
        await Revise("Slept well.");
        var second = await receiver.Line();
        Assert.Equal(0, await receiver.Interrupt());
        Assert.Equal(["Slept two hours.", "Slept well."], Stored());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Store));

        // The line holds nothing else.
        Assert.All([first, second], line => Assert.Matches(@"^stored [\w-]{43} green, acknowledge by \d{4}-\d\d-\d\dT[\d:.]+Z$", line));
        Assert.DoesNotMatch("Slept|Example|Kim|plan", (await receiver.Rest()).Error);

        // The first was confirmed before the second was taken.
        var left = await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 0);
        Assert.DoesNotContain(left, d => first.Contains(d.DeliveryId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confirms_nothing_that_it_could_not_store()
    {
        await Revise("Slept two hours.");
        using (var before = Start())
        {
            await before.Line();
            await before.Interrupt();
        }

        await Revise("Slept well.");

        // Not a byte more in any file, and no signal for trying.
        using var receiver = StartWith(["bash", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "bash", "env", "DOTNET_EnableWriteXorExecute=0"], "council");
        var (code, said, _) = await receiver.Rest();
        Assert.NotEqual(0, code);
        Assert.Equal("", said);
        Assert.Contains(await Family.Fetch(family.Council, Family.ChildrensTeam), d => d.Elements.Single().Content.Text == "Slept well.");
    }

    [Fact]
    public async Task Goes_on_with_a_hub_that_forgot_what_was_confirmed_and_stores_nothing_twice()
    {
        await Revise("Slept two hours.");
        await hub.Keep("backup");
        var before = calls.Answered("ConfirmDeliveries");
        using var receiver = Start();
        var first = await receiver.Line();
        await Look.Until(() => calls.Answered("ConfirmDeliveries") > before);
        await hub.GoBackTo("backup");
        await Revise("Slept well.");
        await receiver.Line();
        await Revise("Slept long.");
        await receiver.Line();
        Assert.Equal(0, await receiver.Interrupt());
        Assert.Equal(["Slept two hours.", "Slept well.", "Slept long."], Stored());
        Assert.Contains("subscribing again", (await receiver.Rest()).Error, StringComparison.Ordinal);
        var left = await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 0);
        Assert.DoesNotContain(left, d => first.Contains(d.DeliveryId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ends_with_the_hubs_own_reason_when_it_is_refused()
    {
        using var receiver = StartWith([], "trust", "NMC-999002");
        var (code, said, error) = await receiver.Rest();
        Assert.Equal((2, ""), (code, said));
        Assert.Contains("NOT_KNOWN", error, StringComparison.Ordinal);
    }

    protected Task Revise(string text) => family.ReviseMother(People.Element(text, Category.HealthMental));

    internal StartedProgram Start() => StartWith([], "council");

    private StartedProgram StartWith(string[] wrapper, string agency, string practitioner = Practitioner)
    {
        IReadOnlyList<string> command = [.. wrapper, .. Command(Family.ChildrensTeam, Family.System, Store)];
        return StartedProgram.Start(hub, agency, practitioner, command[0], [.. command.Skip(1)]);
    }
}
