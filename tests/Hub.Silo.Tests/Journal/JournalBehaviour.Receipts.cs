using System.Security.Cryptography;
using Hub.Silo.Journal;
using static Hub.Silo.Tests.Journal.ReceiptExamples;

namespace Hub.Silo.Tests.Journal;

public abstract partial class JournalBehaviour
{
    [Fact]
    public async Task Marks_and_ledger_are_read_back_by_inbox()
    {
        var (inbox, other) = (NewInbox(), NewInbox());
        await Receipts(
            new ReceiptRows(Mark(inbox, 5, 2, 9), HandOver(inbox, 1)), Mark(inbox, 7, subscriber: "a-system").Alone(), HandOver(inbox, 3).Alone(),
            HandOver(inbox, 2).Alone(), HandOver(inbox, 8, subscriber: "a-system").Alone(), new ReceiptRows(Mark(other, 1), HandOver(other, 9)),
            new ReceiptRows(null, null));

        Assert.Equivalent(new[] { Mark(inbox, 7, subscriber: "a-system"), Mark(inbox, 5, 2, 9) }, await Store.ReadMarks(inbox, default), strict: true);
        Assert.Equal(["a-system", "case-system"], (await Store.ReadMarks(inbox, default)).Select(m => m.Subscriber));
        Assert.Equivalent(HandOver(inbox, 1), (await Store.ReadHandOvers(inbox, "case-system", 0, 1, default)).Single(), strict: true);
        Assert.Equal([2L, 3L], (await Store.ReadHandOvers(inbox, "case-system", 1, 10, default)).Select(h => h.Number));
        Assert.Equal(3, await Store.ReadLastHandOver(inbox, "case-system", default));
        Assert.Equal(8, await Store.ReadLastHandOver(inbox, "a-system", default));
        Assert.Equal(0, await Store.ReadLastHandOver(NewInbox(), "case-system", default));
        Assert.Empty(await Store.ReadMarks(NewInbox(), default));
    }

    [Fact]
    public async Task A_mark_never_goes_back()
    {
        var inbox = NewInbox();
        await Receipts(Mark(inbox, 5, 2, 1).Alone());
        await Receipts(Mark(inbox, 5, 1, 2).Alone());
        await Receipts(Mark(inbox, 4, 9, 3).Alone());
        Assert.Equivalent(Mark(inbox, 5, 2, 1), Assert.Single(await Store.ReadMarks(inbox, default)), strict: true);

        // In one batch the furthest wins wherever it stands; of equal ones the last.
        await Receipts(Mark(inbox, 6, 0, 4).Alone(), Mark(inbox, 6, 1, 5).Alone(), Mark(inbox, 6, 1, 6).Alone(), Mark(inbox, 5, 9, 7).Alone());
        Assert.Equivalent(Mark(inbox, 6, 1, 6), Assert.Single(await Store.ReadMarks(inbox, default)), strict: true);
        await Receipts(Mark(inbox, 6, 1, 8).Alone());
        Assert.Equivalent(Mark(inbox, 6, 1, 8), Assert.Single(await Store.ReadMarks(inbox, default)), strict: true);
    }

    [Fact]
    public async Task Marks_raised_by_several_at_once_end_at_the_furthest_without_deadlock()
    {
        var inboxes = Enumerable.Range(0, 40).Select(_ => NewInbox()).ToArray();
        using var together = new Barrier(3);
        var furthest = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(Raise)));

        foreach (var (inbox, i) in inboxes.Select((inbox, i) => (inbox, i)))
        {
            Assert.Equal(furthest.Max(f => f[i]), Assert.Single(await Store.ReadMarks(inbox, default)).Position.Commit);
        }

        async Task<long[]> Raise()
        {
            await using var lane = Store.OpenReceiptLane();
            var most = new long[inboxes.Length];
            for (var round = 0; round < 25; round++)
            {
                var order = Enumerable.Range(0, inboxes.Length).ToArray();
                RandomNumberGenerator.Shuffle(order.AsSpan());
                var batch = order.Select(i => (I: i, To: (long)RandomNumberGenerator.GetInt32(1, 1000))).ToList();
                batch.ForEach(b => most[b.I] = Math.Max(most[b.I], b.To));
                Assert.True(together.SignalAndWait(TimeSpan.FromSeconds(30)), "another lane has failed");
                await lane.Write([.. batch.Select(b => Mark(inboxes[b.I], b.To).Alone())], default);
            }

            return most;
        }
    }

    [Fact]
    public async Task A_number_of_the_ledger_is_one_row_for_good()
    {
        var inbox = NewInbox();
        await Receipts(HandOver(inbox, 1, 7).Alone());
        await Receipts(new ReceiptRows(Mark(inbox, 2), HandOver(inbox, 1, 7)), HandOver(inbox, 2).Alone());

        Assert.Equal(StoreFaultKind.Rejected, await ReceiptFault(new ReceiptRows(Mark(inbox, 3), HandOver(inbox, 1, 8)), HandOver(inbox, 3).Alone()));
        Assert.Equal(2, Assert.Single(await Store.ReadMarks(inbox, default)).Position.Commit);
        Assert.Equal([[7], [0]], (await Store.ReadHandOvers(inbox, "case-system", 0, 10, default)).Select(h => h.Positions));
        await Assert.ThrowsAnyAsync<Exception>(() => Place.Ask($"update hand_over set at = 0 where inbox = {inbox}"));
        await Assert.ThrowsAnyAsync<Exception>(() => Place.Ask($"delete from hand_over where inbox = {inbox}"));
    }

    [Theory]
    [MemberData(nameof(BadTexts))]
    public async Task A_subscriber_that_is_not_short_ascii_is_refused(string text)
    {
        var inbox = NewInbox();
        Assert.Equal(StoreFaultKind.Rejected, await ReceiptFault(HandOver(inbox, 1).Alone(), Mark(inbox, 1, subscriber: text).Alone()));
        Assert.Equal(StoreFaultKind.Rejected, await ReceiptFault(HandOver(inbox, 1).Alone(), HandOver(inbox, 1, subscriber: text).Alone()));
        Assert.Equal(StoreFaultKind.Rejected, await ReceiptFault(Mark(inbox, 1).Alone(), (HandOver(inbox, 1) with { Connection = text }).Alone()));
        Assert.Equal(0, await Store.ReadLastHandOver(inbox, "case-system", default));
        Assert.Empty(await Store.ReadMarks(inbox, default));
    }

    private async Task Receipts(params IReadOnlyList<ReceiptRows> batch)
    {
        await using var lane = Store.OpenReceiptLane();
        await lane.Write(batch, default);
    }

    private async Task<StoreFaultKind> ReceiptFault(params IReadOnlyList<ReceiptRows> batch) =>
        (await Assert.ThrowsAsync<StoreFault>(() => Receipts(batch))).Kind;
}
