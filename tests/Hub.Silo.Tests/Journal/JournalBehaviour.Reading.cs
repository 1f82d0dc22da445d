using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

public abstract partial class JournalBehaviour
{
    [Fact]
    public async Task A_stream_is_read_forwards_and_backwards_in_pages()
    {
        var head = await Stream(5);

        Assert.Equal([3L, 4L], (await Store.ReadEvents(head.Stream, 2, 2, default)).Select(e => e.Version));
        Assert.Equal([5L, 4L], (await Store.ReadEventsBefore(head.Stream, 0, 2, default)).Select(e => e.Version));
        Assert.Equal([3L, 2L, 1L], (await Store.ReadEventsBefore(head.Stream, 4, 10, default)).Select(e => e.Version));
        Assert.Empty(await Store.ReadEvents(head.Stream, 5, 10, default));
        Assert.Empty(await Store.ReadEvents(CommitExamples.NewStream(), 0, 10, default));
    }

    [Fact]
    public async Task A_destroyed_key_is_gone_and_says_by_whose_order()
    {
        var head = await Stream(1);

        await Store.DestroyKey(head.Stream, "order-1", default);
        await Store.DestroyKey(head.Stream, "order-2", default);

        var key = await Store.ReadKey(head.Stream, default);
        Assert.Empty(key!.Wrapped);
        Assert.Equal("order-1", key.ErasureOrder);
        Assert.Null(await Store.ReadKey(CommitExamples.NewStream(), default));
    }

    [Fact]
    public async Task Keys_of_many_streams_are_read_at_once_those_that_are_not_there_left_out()
    {
        var (a, b) = (CommitExamples.First(CommitExamples.NewStream()), CommitExamples.First(CommitExamples.NewStream()));
        await CommitAll(a, b);
        await Store.DestroyKey(b.Event.Stream, "order-1", default);

        var keys = await Store.ReadKeys([b.Event.Stream, CommitExamples.NewStream(), a.Event.Stream], default);

        Assert.Equivalent(a.Key, keys.Single(k => k.Stream == a.Event.Stream), strict: true);
        Assert.Equal([], keys.Single(k => k.Stream == b.Event.Stream).Wrapped);
        Assert.Equal(2, keys.Count);
        Assert.Empty(await Store.ReadKeys([], default));
    }

    [Fact]
    public async Task Streams_are_listed_by_prefix_in_order_and_in_pages()
    {
        string prefix = CommitExamples.NewStream()[..20], a = prefix + "a", b = prefix + "b", z = prefix + "~";
        await CommitAll(CommitExamples.First(z), CommitExamples.First(a), CommitExamples.First(b));

        Assert.Equal([a, b], await Store.ListStreams(prefix, string.Empty, 2, default));
        Assert.Equal([z], await Store.ListStreams(prefix, b, 2, default));
        Assert.Equal([b], await Store.ListStreams(b, string.Empty, 2, default));
        Assert.Contains(a, await Store.ListStreams(string.Empty, prefix, 1, default));
    }

    [Fact]
    public async Task The_first_hub_secret_of_a_number_stays()
    {
        var number = 1 + (await Store.ReadSecrets(default)).Count;
        await Store.AddSecret(new HubSecretRow(number, "m1", [1, 2, 3]), default);
        await Store.AddSecret(new HubSecretRow(number, "m2", [4]), default);

        var secret = (await Store.ReadSecrets(default)).Single(s => s.Number == number);

        Assert.Equal("m1", secret.MasterKey);
        Assert.Equal([1, 2, 3], secret.Wrapped);
    }

    [Fact]
    public async Task The_timeline_has_one_name_while_nothing_was_restored()
    {
        var timeline = await Store.ReadTimeline(default);

        await Stream(2);

        Assert.Equal(timeline, await Store.ReadTimeline(default));
        Assert.Contains('/', timeline);
    }
}
