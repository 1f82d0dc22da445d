using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

public abstract partial class JournalBehaviour
{
    private const int Good = 255;

    public static TheoryData<string> BadCommits =>
        ["version jump", "other hash", "stream begun", "stale ground", "claim taken", "half of its claims taken", "request id taken"];

    [Theory]
    [MemberData(nameof(BadCommits))]
    public async Task One_bad_commit_hurts_none_of_255_others(string kind)
    {
        var (bad, fate) = await Bad(kind);
        var good = Enumerable.Range(0, Good).Select(_ => CommitExamples.First(CommitExamples.NewStream()).Claiming(CommitExamples.NewKey()).WithFanOut(4));
        List<CommitRows> batch = [.. good];
        batch.Insert(Good / 2, bad with { Views = batch[0].Views, Deliveries = batch[0].Deliveries });
        var batches = await Place.Count("batch");

        var result = await CommitAll(batch);

        Assert.Equal(fate, result.Fates[Good / 2]);
        Assert.Equal(Good, result.Fates.Count(f => f == CommitFate.Committed));
        Assert.Equal(batches + 1, await Place.Count("batch"));
        Assert.Equal(Good * 4, await Place.Count($"delivery where commit_number = {result.CommitNumber}"));
        Assert.Equal(
            Good, await Place.Count($"(select distinct stream from delivery where commit_number = {result.CommitNumber}) as winners"));
        Assert.Equal(0, await Place.Count($"event where stream = '{bad.Event.Stream}' and version = {bad.Event.Version} and at = 7"));
    }

    [Fact]
    public async Task Positions_run_over_the_winners_without_gaps()
    {
        var lost = await Stream(1);
        List<CommitRows> batch =
        [
            CommitExamples.First(CommitExamples.NewStream("z_")).WithFanOut(3),
            CommitExamples.First(lost.Stream).WithFanOut(5),
            CommitExamples.First(CommitExamples.NewStream("m_")),
            CommitExamples.First(CommitExamples.NewStream("a_")).WithFanOut(2),
        ];

        var result = await CommitAll(batch);

        Assert.Equal([0, -1, 3, 3], result.FirstOrdinals);
        var positions = await Place.Ask(
            $"select string_agg(stream || ':' || ordinal, ' ' order by ordinal) from delivery where commit_number = {result.CommitNumber}");
        var expected = Enumerable.Repeat(batch[0].Event.Stream, 3).Concat(Enumerable.Repeat(batch[3].Event.Stream, 2))
            .Select((s, i) => $"{s}:{i}");
        Assert.Equal(string.Join(' ', expected), positions);
    }

    [Fact]
    public async Task Commit_numbers_grow()
    {
        var one = await CommitAll(CommitExamples.First(CommitExamples.NewStream()));
        var two = await CommitAll(CommitExamples.First(CommitExamples.NewStream()));

        Assert.True(two.CommitNumber > one.CommitNumber);
    }

    [Fact]
    public async Task A_batch_that_nobody_wins_leaves_no_trace()
    {
        var head = await Stream(2);
        var batches = await Place.Count("batch");

        var result = await CommitAll(CommitExamples.First(head.Stream).Claiming(CommitExamples.NewKey()));

        Assert.Equal(0, result.CommitNumber);
        Assert.Equal(batches, await Place.Count("batch"));
        Assert.Equal(0, await Place.Count($"claim where stream = '{head.Stream}'"));
    }

    [Fact]
    public async Task The_batch_row_says_when_the_first_delivery_is_due()
    {
        var commit = CommitExamples.First(CommitExamples.NewStream());
        var result = await CommitAll(commit with
        {
            Deliveries =
            [
                CommitExamples.Delivery(9) with { EscalateAt = 40, View = -1 }, CommitExamples.Delivery(3) with { EscalateAt = 30, View = -1 },
                CommitExamples.Delivery(3) with { View = -1 },
            ],
        });

        Assert.Equal(30L, await Place.Ask($"select earliest_due from batch where commit_number = {result.CommitNumber}"));
    }

    public static TheoryData<string> BadTexts => ["k_\0", "k_\u00e9", "k_\ud800", "k_" + new string('a', 63)];

    [Theory]
    [MemberData(nameof(BadTexts))]
    public async Task A_key_that_is_not_short_ascii_is_refused(string text)
    {
        var good = CommitExamples.First(CommitExamples.NewStream());
        var first = CommitExamples.First(CommitExamples.NewStream());

        Assert.Equal(StoreFaultKind.Rejected, await Fault(good, CommitExamples.First(text) with { Key = null }));
        Assert.Equal(StoreFaultKind.Rejected, await Fault(good, first.Asked("county", text)));
        Assert.Equal(StoreFaultKind.Rejected, await Fault(good, first with { Event = first.Event with { Practitioner = text } }));
        Assert.Equal(StoreFaultKind.Rejected, await Fault(good, first with { Raise = new GroundRow(text, 1) }));
        Assert.Equal(StoreFaultKind.Rejected, await Fault(good, first with { Key = first.Key! with { MasterKey = text } }));
        await LeftNothing(good.Event.Stream);
        await LeftNothing(first.Event.Stream);
        await Committed(good);
    }

    [Fact]
    public async Task Rows_of_the_wrong_size_are_refused_and_the_lane_goes_on()
    {
        var first = CommitExamples.First(CommitExamples.NewStream());

        Assert.Equal(StoreFaultKind.Rejected, await Fault(first with { Deliveries = [CommitExamples.Delivery(1) with { Subject = [1] }] }));
        Assert.Equal(StoreFaultKind.Rejected, await Fault(first with { Event = first.Event with { Hash = [1] } }));
        Assert.Equal(StoreFaultKind.Rejected, await Fault(first with { Event = first.Event with { Version = 0 } }, first with { }));
        Assert.Equal(StoreFaultKind.Rejected, await Fault(first, first));
        await LeftNothing(first.Event.Stream);
        await Committed(first);
    }

    private async Task<(CommitRows Bad, CommitFate Fate)> Bad(string kind)
    {
        var head = await Committed(CommitExamples.First(CommitExamples.NewStream()).Asked("county", "r-1"));
        var next = CommitExamples.Next(head) with { Event = CommitExamples.Next(head).Event with { At = 7 } };
        var taken = CommitExamples.NewKey();
        await Committed(CommitExamples.First(CommitExamples.NewStream()).Claiming(taken));
        return kind switch
        {
            "version jump" => (next with { Event = next.Event with { Version = 4 } }, CommitFate.HeadMoved),
            "other hash" => (next with { Event = next.Event with { PreviousHash = new byte[32] } }, CommitFate.HeadMoved),
            "stream begun" => (next with { Event = next.Event with { Version = 1, PreviousHash = [] } }, CommitFate.HeadMoved),
            "stale ground" => (next.ReadingGround(head.Stream, 3), CommitFate.ReadSetChanged),
            "claim taken" => (next.Claiming(taken), CommitFate.ClaimLost),
            "half of its claims taken" => (next.Claiming(CommitExamples.NewKey(), taken), CommitFate.ClaimLost),
            _ => (next.Asked("county", "r-1"), CommitFate.HeadMoved),
        };
    }
}
