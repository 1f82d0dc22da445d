namespace Hub.Faults.Race;

/// <summary>Each of these builds breaks the promise, and its scene shows it: the same scenes show nothing of the hub as it is.
/// Source: revocation, "Mutants that must fail".</summary>
public sealed class ABrokenHub
{
    [Fact]
    public Task That_takes_a_completed_write_for_received_is_found_out() => IsFoundOut(
        [], "Hub.Silo/Inbox/Flight.cs", "items[at] = basis;", "items.Remove(at);");

    [Fact]
    public Task Whose_gateway_holds_beyond_the_lease_of_its_silo_is_found_out() => IsFoundOut(
        ["gateway-1", "silo-1"], "Hub.Gateway/Inbox/Contact.cs", "var left = answer.Left - ToDiscard;", "var left = TimeSpan.FromHours(1);");

    [Fact]
    [Trait("Runs", "long")]
    public Task That_answers_before_what_is_in_flight_is_over_is_found_out() => IsFoundOut(
        [], "Hub.Silo/Inbox/Grounds.cs", "if (!await Wait(flight, isStale, Grace))", "if (flight.Number == 0 && !await Wait(flight, isStale, Grace))");

    [Fact]
    [Trait("Runs", "long")]
    public Task That_aborts_nothing_is_found_out() => IsFoundOut(
        [], "Hub.Gateway/Inbox/DeliveryLine.cs", "http.Features.Get<IHttpResetFeature>()?.Reset(SlowReader);", "if (answer > 0) { return; }");

    [Fact]
    [Trait("Runs", "long")]
    public async Task Without_a_gate_is_found_out()
    {
        using var build = await BrokenBuild.Of(
            "Hub.Silo/Inbox/Grounds.cs", "out var version) && ground.Version < version)", "out var version) && ground.Version < version - long.MaxValue)");
        await using var scene = await Scene.Set(build.Program);
        Assert.True(await scene.ComesToWhoeverAsksLater());
    }

    private static async Task IsFoundOut(IReadOnlyList<string> standStill, string file, string says, string instead)
    {
        using var build = await BrokenBuild.Of(file, says, instead);
        await using var scene = await Scene.Set(build.Program);
        Assert.True(await scene.ComesAfterItWasTakenAway(standStill));
    }
}
