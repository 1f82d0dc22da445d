using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

public abstract partial class JournalBehaviour
{
    [Fact]
    public async Task Narrowings_of_a_batch_appear_in_its_order_and_only_those_of_winners()
    {
        var before = await LastNarrowing();
        var lost = await Stream(1);
        CommitRows[] batch = [Narrowing("z_"), Narrowing("a_"), Raising(), Narrowing("m_"), Narrowing("k_") with { Raise = null }];
        var loser = CommitExamples.First(lost.Stream) with { Raise = new GroundRow(lost.Stream, 1), Narrows = true };

        var result = await CommitAll([batch[0], loser, .. batch[1..]]);

        Assert.Equal(CommitFate.HeadMoved, result.Fates[1]);
        var expected = new[] { batch[0], batch[1], batch[3] }.Select((c, i) => new NarrowingRow(before + 1 + i, c.Event.Stream, 1, false));
        Assert.Equal(expected, await Store.ReadNarrowings(before, 10, default));
        Assert.Equal(1, await Store.ReadGround(batch[0].Event.Stream, default));
    }

    [Fact]
    public async Task A_ground_is_narrowed_since_its_last_narrowing_and_never_by_what_takes_nothing_away()
    {
        var (before, raising) = (await LastNarrowing(), Raising() with { IsKeptEverywhere = true });
        var narrowing = Narrowing("a_");
        await CommitAll(narrowing, raising);
        await CommitAll(CommitExamples.Next(narrowing.Event) with { Raise = new GroundRow(narrowing.Event.Stream, 2), Narrows = true });

        Assert.Equal([false, true, false], (await Store.ReadNarrowings(before, 10, default)).Select(n => n.Done));
        var narrowed = await Store.ReadNarrowed(default);
        Assert.Equal([new GroundRow(narrowing.Event.Stream, 2)], narrowed.Where(g => g.Ground == narrowing.Event.Stream || g.Ground == raising.Event.Stream));
    }

    [Fact]
    public async Task The_mark_of_what_was_decided_again_never_goes_back()
    {
        var before = await Store.ReadAgainMark(default);
        await Store.MoveAgainMark(before + 2, default);
        await Store.MoveAgainMark(before + 1, default);
        Assert.Equal(before + 2, await Store.ReadAgainMark(default));
    }

    [Fact]
    public async Task Inboxes_of_a_stream_are_those_that_any_of_its_events_went_to()
    {
        var first = CommitExamples.First(CommitExamples.NewStream()).WithFanOut(2);
        await CommitAll(first);
        await CommitAll(CommitExamples.Next(first.Event).WithFanOut(1));
        Assert.Equal(first.Deliveries.Select(d => d.Inbox).Order(), (await Store.ReadInboxesOf(first.Event.Stream, default)).Order());
        Assert.Empty(await Store.ReadInboxesOf(CommitExamples.NewStream(), default));
    }

    [Fact]
    public async Task Narrowings_of_several_lanes_appear_in_order_and_without_gaps()
    {
        var before = await LastNarrowing();
        var writing = Enumerable.Range(0, 3).Select(_ => Task.Run(Write)).ToList();
        while (!writing.TrueForAll(w => w.IsCompleted))
        {
            await InOrder();
        }

        await Task.WhenAll(writing);
        Assert.Equal(3 * 30 * 2, await InOrder());

        async Task<int> InOrder()
        {
            var rows = await Store.ReadNarrowings(before, 1000, default);
            Assert.Equal(Enumerable.Range(1, rows.Count).Select(i => before + i), rows.Select(n => n.Sequence));
            return rows.Count;
        }

        async Task Write()
        {
            await using var lane = Store.OpenLane();
            for (var i = 0; i < 30; i++)
            {
                await lane.Commit([Narrowing("z_"), Raising(), Narrowing("a_")], default);
            }
        }
    }

    [Fact]
    public async Task A_lease_knows_the_databases_time_and_the_narrowings_before_it()
    {
        await CommitAll(Narrowing("k_"));
        var last = await LastNarrowing();

        var one = await Store.RenewLease("silo-1", TimeSpan.FromSeconds(3), default);
        await CommitAll(Narrowing("k_"));
        var two = await Store.RenewLease("silo-1", TimeSpan.FromSeconds(3), default);
        await Store.RenewLease("silo-2", TimeSpan.FromSeconds(3), default);

        Assert.Equal((last, last + 1), (one.Sequence, two.Sequence));
        Assert.True(two.DatabaseNow >= one.DatabaseNow);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        Assert.InRange(one.DatabaseNow, now - 60_000_000, now + 1_000_000);
    }

    private static CommitRows Raising(string prefix = "k_")
    {
        var stream = CommitExamples.NewStream(prefix);
        return CommitExamples.First(stream) with { Raise = new GroundRow(stream, 1) };
    }

    private static CommitRows Narrowing(string prefix) => Raising(prefix) with { Narrows = true };

    private async Task<long> LastNarrowing() => (await Store.ReadNarrowings(0, int.MaxValue, default)) is [.., var last] ? last.Sequence : 0;
}
