using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

public abstract partial class JournalBehaviour
{
    [Fact]
    public async Task What_was_committed_is_read_back_byte_for_byte()
    {
        var commit = CommitExamples.First(CommitExamples.NewStream()).Asked("county", "r-1").WithFanOut(3);

        var result = await CommitAll(commit);

        Assert.Equal([CommitFate.Committed], result.Fates);
        Assert.Equal([0], result.FirstOrdinals);
        Assert.True(result.CommitNumber > 0);
        Assert.Equivalent(commit.Event, Assert.Single(await Store.ReadEvents(commit.Event.Stream, 0, 10, default)), strict: true);
        Assert.Equivalent(commit.Key, await Store.ReadKey(commit.Event.Stream, default), strict: true);
        Assert.Equivalent(commit.Views, await Store.ReadViews(commit.Event.Stream, 1, default), strict: true);
        Assert.Equivalent(commit.Deliveries, (await Store.ReadDeliveries(commit.Event.Stream, 1, default)).Select(d => d.Delivery), strict: true);
    }

    [Fact]
    public async Task A_stream_begins_at_version_1()
    {
        var stream = CommitExamples.NewStream();
        var second = CommitExamples.First(stream);

        Assert.Equal(CommitFate.HeadMoved, await Commit(second with { Event = second.Event with { Version = 2 } }));
        await LeftNothing(stream);
    }

    [Fact]
    public async Task Version_1_follows_nothing()
    {
        var stream = CommitExamples.NewStream();
        var first = CommitExamples.First(stream);

        Assert.Equal(CommitFate.HeadMoved, await Commit(first with { Event = first.Event with { PreviousHash = new byte[32] } }));
        await LeftNothing(stream);
    }

    [Fact]
    public async Task A_stream_begins_once()
    {
        var first = await Stream(1);

        Assert.Equal(CommitFate.HeadMoved, await Commit(CommitExamples.First(first.Stream)));
        Assert.Equal(first.Hash, Assert.Single(await Store.ReadEvents(first.Stream, 0, 10, default)).Hash);
    }

    [Fact]
    public async Task Version_11_does_not_follow_8()
    {
        var eighth = await Stream(8);
        var eleventh = CommitExamples.Next(eighth);

        Assert.Equal(CommitFate.HeadMoved, await Commit(eleventh with { Event = eleventh.Event with { Version = 11 } }));
        Assert.Equal(8, await Place.Count($"event where stream = '{eighth.Stream}'"));
    }

    [Fact]
    public async Task A_predecessor_with_another_hash_is_no_predecessor()
    {
        var second = await Stream(2);
        var third = CommitExamples.Next(second with { Hash = new byte[32] });

        Assert.Equal(CommitFate.HeadMoved, await Commit(third));
        Assert.Equal(CommitFate.Committed, await Commit(CommitExamples.Next(second)));
    }

    [Fact]
    public async Task A_version_is_written_once()
    {
        var first = await Stream(1);
        var second = await Committed(CommitExamples.Next(first));

        Assert.Equal(CommitFate.HeadMoved, await Commit(CommitExamples.Next(first).WithFanOut(2)));
        Assert.Equal(second.Hash, (await Store.ReadEvents(first.Stream, 1, 10, default)).Single().Hash);
        Assert.Equal(0, await Place.Count($"delivery where stream = '{first.Stream}'"));
    }

    [Fact]
    public async Task A_request_id_makes_one_event_per_stream_and_agency()
    {
        var first = await Committed(CommitExamples.First(CommitExamples.NewStream()).Asked("county", "r-1"));

        Assert.Equal(CommitFate.HeadMoved, await Commit(CommitExamples.Next(first).Asked("county", "r-1").Claiming(CommitExamples.NewKey())));
        Assert.Equal(0, await Place.Count($"claim where stream = '{first.Stream}'"));
        var second = await Committed(CommitExamples.Next(first).Asked("school", "r-1"));
        var third = await Committed(CommitExamples.Next(second).Asked("county", "r-2"));
        await Committed(CommitExamples.Next(third).Asked("county", string.Empty));
        Assert.Equal(2, (await Store.FindRequest(first.Stream, "school", "r-1", default))!.Version);
        Assert.Null(await Store.FindRequest(first.Stream, "school", "r-2", default));
        Assert.Null(await Store.FindRequest(first.Stream, "county", string.Empty, default));
    }

    [Fact]
    public async Task Events_without_a_request_id_do_not_stand_in_each_others_way()
    {
        var third = await Stream(3);

        Assert.Equal(string.Empty, third.RequestId);
    }

    [Fact]
    public async Task Events_are_neither_changed_nor_deleted()
    {
        var first = await Stream(1);

        await Assert.ThrowsAnyAsync<Exception>(() => Place.Ask($"update event set at = 0 where stream = '{first.Stream}'"));
        await Assert.ThrowsAnyAsync<Exception>(() => Place.Ask($"delete from event where stream = '{first.Stream}'"));
        Assert.Equal(1, await Place.Count($"event where stream = '{first.Stream}' and at = {first.At}"));
    }
}
