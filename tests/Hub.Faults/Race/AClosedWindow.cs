using Xunit.Abstractions;

namespace Hub.Faults.Race;

/// <summary>The race's hardest moments, each alone: somebody does not read, or whoever holds or gave a delivery stands still, and the call that takes
/// it away returns meanwhile.</summary>
public sealed class AClosedWindow(ITestOutputHelper output)
{
    [Fact]
    [Trait("Runs", "long")]
    public Task Lets_nothing_out_that_was_taken_away() => LetsNothingOut();

    [Fact]
    public Task Lets_nothing_out_while_neither_its_gateway_nor_its_silo_could_be_told() => LetsNothingOut("gateway-1", "silo-1");

    [Theory]
    [Trait("Runs", "long")]
    [InlineData("gateway-1")]
    [InlineData("silo-1")]
    public Task Lets_nothing_out_while_one_of_them_could_not_be_told(string who) => LetsNothingOut(who);

    [Fact]
    [Trait("Runs", "long")]
    public async Task That_opens_only_afterwards_gets_nothing_of_what_waited()
    {
        await using var scene = await Scene.Set(program: null);
        Assert.False(await scene.ComesToWhoeverAsksLater());
    }

    private async Task LetsNothingOut(params IReadOnlyList<string> standStill)
    {
        await using var scene = await Scene.Set(program: null);
        var came = await scene.ComesAfterItWasTakenAway(standStill);
        output.WriteLine($"returned after {scene.Took.TotalSeconds:F1} s");
        Assert.False(came);
    }
}
