namespace Hub.Silo.Tests.Owners;

/// <summary>Two silos that do not know of each other, as after a split: each has an activation of the same owner. Neither can lose or
/// invent anything.</summary>
public sealed class TwoSilosOnOneDatabase(PostgresHubPlace place) : IClassFixture<PostgresHubPlace>, IAsyncLifetime
{
    private readonly List<RunningSilo> silos = [];

    public async Task InitializeAsync()
    {
        silos.Add(await RunningSilo.Start(place));
        place.Options.Cluster = new ClusterPorts { Silo = FreePort.Next(), Gateway = FreePort.Next() };
        silos.Add(await RunningSilo.Start(place));
    }

    public async Task DisposeAsync()
    {
        foreach (var silo in silos)
        {
            await silo.DisposeAsync();
        }
    }

    [Fact]
    public async Task Take_turns_at_one_owner()
    {
        var stream = await silos[0].Child(Example.Council);
        Assert.NotNull(await Example.Value(silos[1].Person(stream).GetRecord(Example.By(Example.Council))));
        var plans = Enumerable.Range(0, 20).Select(_ => Example.NewPlan()).ToList();
        foreach (var (i, plan) in plans.Index())
        {
            // The other one has moved the head each time.
            Assert.Equal(1, (await Example.Value(silos[i % 2].Person(stream).OpenPlan(Example.By(Example.Council), Example.Open(plan, $"{i}")))).Revision);
        }

        var folded = (await new BehindTheOwner(silos[0]).Read(stream)).Folded;
        Assert.Equal(plans, folded.State.Plans.Select(p => p.Id));
    }

    [Fact]
    public async Task Write_at_once_and_every_answer_is_in_the_journal()
    {
        var stream = await silos[0].Child(Example.Council);
        var plans = Enumerable.Range(0, 60).Select(_ => Example.NewPlan()).ToList();
        await Task.WhenAll(plans.Select(async (plan, i) =>
        {
            var (caller, command) = (Example.By(Example.Council), Example.Open(plan, $"{i}"));
            Assert.Equal(plan, (await Example.Settled(() => silos[i % 2].Person(stream).OpenPlan(caller, command))).Plan);
        }));

        var state = (await new BehindTheOwner(silos[0]).Read(stream)).Folded;
        Assert.Equal(61, state.Version);
        Assert.Equivalent(plans, state.State.Plans.Select(p => p.Id), strict: true);
        Assert.Empty((await silos[0].Hub.Audit(null, default)).Broken);
    }
}
