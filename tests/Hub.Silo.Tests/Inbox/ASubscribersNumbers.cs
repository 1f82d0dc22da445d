using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Tests.Journal;

namespace Hub.Silo.Tests.Inbox;

/// <summary>Numbers of what is handed over to one subscriber, in memory and as the ledger brings them back.</summary>
public sealed class ASubscribersNumbers : IAsyncLifetime
{
    private readonly SqlitePlace place = new();
    private readonly long inbox = 42;
    private IReceiptLane lane = null!;

    public async Task InitializeAsync()
    {
        await place.InitializeAsync();
        lane = place.Store.OpenReceiptLane();
    }

    public async Task DisposeAsync()
    {
        await lane.DisposeAsync();
        await place.DisposeAsync();
    }

    [Fact]
    public async Task Are_given_in_order_and_once()
    {
        var numbering = await Load();
        await Enter(numbering, numbering.Next([At(7), At(3)]));
        await Enter(numbering, numbering.Next([At(3), At(9)]));
        Assert.Equal([1, 2, 3], new[] { At(7), At(3), At(9) }.Select(numbering.Of));
        Assert.Equal([1, 2, 3], new[] { At(7), At(3), At(9) }.Select((await Load()).Of));
    }

    [Fact]
    public async Task Of_a_batch_that_did_not_go_out_are_free_again()
    {
        var numbering = await Load();
        await Enter(numbering, numbering.Next([At(1)]));
        await Enter(numbering, numbering.Next([At(1), At(2), At(3)]));
        await Enter(numbering, numbering.TakeBack());
        var loaded = await Load();
        foreach (var known in new[] { numbering, loaded })
        {
            Assert.True(known.WasGiven(At(1)));
            Assert.False(known.WasGiven(At(2)));
        }

        await Enter(loaded, loaded.Next([At(3)]));
        Assert.Equal([1, 2], new[] { At(1), At(3) }.Select((await Load()).Of));
        Assert.False((await Load()).WasGiven(At(2)));
    }

    [Fact]
    public async Task Go_on_after_all_was_received_and_old_batches_are_not_read_again()
    {
        var numbering = await Load();
        await Enter(numbering, numbering.Next([At(1), At(2)]));
        await Enter(numbering, numbering.Next([At(3)]));
        numbering.Receive(At(1));
        numbering.Receive(At(2));
        numbering.Receive(At(3));
        await Enter(numbering, numbering.Next([At(4)]));
        var loaded = await Load(mark: At(3));
        Assert.Equal(4, loaded.Of(At(4)));
        Assert.False(loaded.WasGiven(At(3)));

        // Without its mark the same subscriber would know of none before the batch that says so.
        Assert.False((await Load()).WasGiven(At(1)));
    }

    [Fact]
    public async Task Of_one_that_waits_long_among_many_batches_is_kept()
    {
        var numbering = await Load();
        await Enter(numbering, numbering.Next([At(1)]));
        for (var i = 2; i < 200; i++)
        {
            await Enter(numbering, numbering.Next([At(i)]));
            numbering.Receive(At(i));
        }

        Assert.Equal(1, (await Load()).Of(At(1)));
    }

    [Fact]
    public async Task Are_found_on_the_ledger_of_what_another_process_handed_over_and_received_too()
    {
        var numbering = await Load();
        await Enter(numbering, numbering.Next([At(1)]));
        for (var i = 2; i < 200; i++)
        {
            numbering.Receive(At(i - 1));
            await Enter(numbering, numbering.Next([At(i)]));
        }

        await Enter(numbering, numbering.Next([At(200)]));
        await Enter(numbering, numbering.TakeBack());
        Assert.False((await Load()).WasGiven(At(1)));
        Assert.True(await WasEverGiven(At(1)));
        Assert.True(await WasEverGiven(At(199)));
        Assert.False(await WasEverGiven(At(200)));
        Assert.False(await WasEverGiven(At(201)));
    }

    private Task<bool> WasEverGiven(Position at) => Numbering.WasEverGiven(place.Store, inbox, "case-system", at, since: 0);

    private static Position At(long commit) => new(commit, 0);

    private async Task<Numbering> Load(Position mark = default)
        => await Numbering.Load(place.Store, inbox, "case-system", new Reading(mark, []));

    private async Task Enter(Numbering numbering, LedgerItems items)
        => await lane.Write([(ReceiptExamples.HandOver(inbox, numbering.Batch) with { Positions = items.Write() }).Alone()], default);
}
