using System.Security.Cryptography;
using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

public abstract partial class JournalBehaviour
{
    private static readonly Position Everything = new(long.MaxValue, int.MaxValue);

    [Fact]
    public async Task An_inbox_is_read_in_the_order_of_positions_and_in_pages()
    {
        var inbox = NewInbox();
        var first = CommitExamples.First(CommitExamples.NewStream());
        var one = await CommitAll(
            first with { Deliveries = [To(inbox), To(NewInbox()), To(inbox)] },
            CommitExamples.First(CommitExamples.NewStream()) with { Deliveries = [To(inbox)] });
        var two = await CommitAll(CommitExamples.Next(first.Event) with { Deliveries = [To(NewInbox()), To(inbox)] });
        Position[] expected = [new(one.CommitNumber, 0), new(one.CommitNumber, 2), new(one.CommitNumber, 3), new(two.CommitNumber, 1)];

        var all = await Store.ReadInbox(inbox, default, 10, default);

        Assert.Equal(expected, all.Select(r => r.Position));
        Assert.Equal(expected[1..3], (await Store.ReadInbox(inbox, expected[0], 2, default)).Select(r => r.Position));
        Assert.Equal(expected[3..], (await Store.ReadInbox(inbox, new Position(one.CommitNumber, int.MaxValue), 9, default)).Select(r => r.Position));
        Assert.Empty(await Store.ReadInbox(inbox, expected[3], 10, default));
        Assert.Equivalent(new InboxRow(expected[0], first.Event.Stream, 1, first.Event.At, all[0].Delivery), all[0], strict: true);
        Assert.Equivalent((await Store.ReadDeliveries(first.Event.Stream, 1, default))[0], all[0], strict: true);
    }

    [Fact]
    public async Task An_inbox_has_no_order_but_that_of_positions_even_over_months()
    {
        var inbox = NewInbox();
        var (late, early) = (CommitExamples.First(CommitExamples.NewStream()), CommitExamples.First(CommitExamples.NewStream()));
        late = late with { Event = late.Event with { At = late.Event.At + 4_000_000_000_000 }, Deliveries = [To(inbox)] };
        var one = await CommitAll(late);
        var two = await CommitAll(early with { Deliveries = [To(inbox)] });

        Assert.Equal([one.CommitNumber, two.CommitNumber], (await Store.ReadInbox(inbox, default, 10, default)).Select(r => r.Position.Commit));
    }

    [Fact]
    public async Task Red_deliveries_are_read_alone()
    {
        var inbox = NewInbox();
        var result = await CommitAll(CommitExamples.First(CommitExamples.NewStream()) with
        {
            Deliveries = [To(inbox), To(inbox) with { Severity = 1 }, To(NewInbox()) with { Severity = 1 }, To(inbox) with { Severity = 1 }],
        });

        var red = await Store.ReadInboxRed(inbox, default, 10, default);

        Assert.Equal([new Position(result.CommitNumber, 1), new Position(result.CommitNumber, 3)], red.Select(r => r.Position));
        Assert.Equal(red[1].Position, Assert.Single(await Store.ReadInboxRed(inbox, red[0].Position, 10, default)).Position);
        Assert.Equal(red[0].Position, Assert.Single(await Store.ReadInboxRed(inbox, default, 1, default)).Position);
    }

    [Fact]
    public async Task One_persons_deliveries_are_read_strictly_between_two_positions()
    {
        var (inbox, subject) = (NewInbox(), RandomNumberGenerator.GetBytes(16));
        var commits = Enumerable.Range(0, 4).Select(i => CommitExamples.First(CommitExamples.NewStream()) with
        {
            Deliveries = [To(inbox), To(inbox) with { Subject = subject }, To(NewInbox()) with { Subject = subject }],
        });
        var result = await CommitAll([.. commits]);
        var own = await Store.ReadInboxOf(inbox, subject, default, Everything, 10, default);

        Assert.Equal([1, 4, 7, 10], own.Select(r => r.Position.Ordinal));
        Assert.All(own, r => Assert.Equal(subject, r.Delivery.Subject));
        Assert.Equal([4, 7], (await Store.ReadInboxOf(inbox, subject, own[0].Position, own[3].Position, 10, default)).Select(r => r.Position.Ordinal));
        Assert.Equal([1, 4], (await Store.ReadInboxOf(inbox, subject, default, Everything, 2, default)).Select(r => r.Position.Ordinal));
        Assert.Empty(await Store.ReadInboxOf(inbox, subject, own[0].Position, own[1].Position, 10, default));
        Assert.Equal(result.CommitNumber, own[0].Position.Commit);
    }

    [Fact]
    public async Task A_delivery_is_found_in_its_own_inbox_only()
    {
        var (inbox, other) = (NewInbox(), NewInbox());
        var result = await CommitAll(CommitExamples.First(CommitExamples.NewStream()) with { Deliveries = [To(other), To(inbox)] });
        var at = new Position(result.CommitNumber, 1);

        Assert.Equal(at, (await Store.ReadDelivery(inbox, at, default))!.Position);
        Assert.Null(await Store.ReadDelivery(other, at, default));
        Assert.Null(await Store.ReadDelivery(inbox, at with { Ordinal = 2 }, default));
    }

    [Fact]
    public async Task Views_are_read_singly_and_together_in_the_order_asked()
    {
        var (a, b) = (CommitExamples.First(CommitExamples.NewStream()), CommitExamples.First(CommitExamples.NewStream()));
        await CommitAll(a with { Views = [new ViewRow(0, [1]), new ViewRow(1, [2])] }, b with { Views = [new ViewRow(0, [])] });
        var (x, y) = (a.Event.Stream, b.Event.Stream);

        Assert.Equal([2], Assert.Single(await Store.ReadViewsOf([(x, 1, 1)], default)));
        Assert.Null(Assert.Single(await Store.ReadViewsOf([(x, 1, 2)], default)));
        var many = await Store.ReadViewsOf([(y, 1, 0), (x, 1, 1), (x, 2, 0), (x, 1, 0), (x, 1, 1)], default);
        Assert.Equal([[], [2], null, [1], [2]], many);
        Assert.Empty(await Store.ReadViewsOf([], default));
    }

    [Fact]
    public async Task Batches_say_in_order_which_inboxes_they_touched_and_what_is_due()
    {
        const long low = 7, high = 9;
        var one = await CommitAll(CommitExamples.First(CommitExamples.NewStream()) with
        {
            Deliveries = [To(high) with { EscalateAt = 5 }, To(low) with { EscalateAt = 6 }, To(high)],
        });
        var two = await CommitAll(CommitExamples.First(CommitExamples.NewStream()));
        var three = await CommitAll(CommitExamples.First(CommitExamples.NewStream()) with { Deliveries = [To(low)] });

        var all = await Store.ReadBatches(one.CommitNumber - 1, three.CommitNumber + 1, 10, default);

        Assert.Equal([one.CommitNumber, two.CommitNumber, three.CommitNumber], all.Select(b => b.CommitNumber));
        Assert.Equal([[low, high], [], [low]], all.Select(b => b.Inboxes));
        Assert.Equal([5, 0, 0], all.Select(b => b.EarliestDue));
        Assert.Equal(two.CommitNumber, Assert.Single(await Store.ReadBatches(one.CommitNumber, three.CommitNumber, 10, default)).CommitNumber);
        Assert.Equal(one.CommitNumber, Assert.Single(await Store.ReadBatches(one.CommitNumber - 1, long.MaxValue, 1, default)).CommitNumber);
    }

    [Fact]
    public async Task Nothing_appears_below_the_horizon_once_it_was_read()
    {
        using var done = new CancellationTokenSource();
        var writing = Enumerable.Range(0, Math.Max(2, Store.Lanes)).Select(_ => Task.Run(Write)).ToList();
        var seen = new List<(long Horizon, long Batches)>();
        while (!writing.TrueForAll(w => w.IsCompleted))
        {
            var horizon = await Store.ReadHorizon(default);
            seen.Add((horizon, await Place.Count($"batch where commit_number < {horizon}")));
        }

        var last = (await Task.WhenAll(writing)).Max();
        Assert.Equal(seen.Select(s => s.Horizon).Order(), seen.Select(s => s.Horizon));
        foreach (var (horizon, batches) in seen)
        {
            Assert.Equal(batches, await Place.Count($"batch where commit_number < {horizon}"));
        }

        await Place.HorizonPasses(last);

        async Task<long> Write()
        {
            await using var lane = Store.OpenLane();
            var number = 0L;
            for (var i = 0; i < 100; i++)
            {
                number = (await lane.Commit([CommitExamples.First(CommitExamples.NewStream()).WithFanOut(2)], default)).CommitNumber;
            }

            return number;
        }
    }

    private static long NewInbox() => RandomNumberGenerator.GetInt32(1000, int.MaxValue);

    private static DeliveryRow To(long inbox) => CommitExamples.Delivery(inbox) with { View = -1 };
}
