using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

public abstract partial class JournalBehaviour
{
    [Fact]
    public async Task The_first_stream_to_commit_a_key_keeps_it()
    {
        var key = CommitExamples.NewKey();
        var winner = await Committed(CommitExamples.First(CommitExamples.NewStream()).Claiming(key));
        var late = CommitExamples.First(CommitExamples.NewStream()).Claiming(key);

        Assert.Equal(CommitFate.ClaimLost, await Commit(late));
        await LeftNothing(late.Event.Stream);
        Assert.Equal(winner.Stream, Assert.Single(await Store.FindClaims(1, key, key, default)).Stream);
    }

    [Fact]
    public async Task A_stream_may_claim_again_what_it_holds()
    {
        var key = CommitExamples.NewKey();
        var first = await Committed(CommitExamples.First(CommitExamples.NewStream()).Claiming(key));

        await Committed(CommitExamples.Next(first).Claiming(key, CommitExamples.NewKey()));
        Assert.Equal(2, await Place.Count($"claim where stream = '{first.Stream}'"));
    }

    [Fact]
    public async Task The_same_key_in_another_space_is_another_claim()
    {
        var key = CommitExamples.NewKey();
        await Committed(CommitExamples.First(CommitExamples.NewStream()).Claiming(key));
        var other = CommitExamples.First(CommitExamples.NewStream());

        await Committed(other with { Claims = [new ClaimRow(2, key, other.Event.Stream)] });
    }

    [Fact]
    public async Task Who_wins_one_claim_and_loses_another_keeps_neither()
    {
        byte[] taken = CommitExamples.NewKey(), free = CommitExamples.NewKey();
        await Committed(CommitExamples.First(CommitExamples.NewStream()).Claiming(taken));
        var loser = CommitExamples.First(CommitExamples.NewStream()).Claiming(free, taken);

        Assert.Equal(CommitFate.ClaimLost, await Commit(loser));
        await LeftNothing(loser.Event.Stream);
        await Committed(CommitExamples.First(CommitExamples.NewStream()).Claiming(free));
    }

    [Fact]
    public async Task A_loser_keeps_the_claims_it_held_before()
    {
        byte[] taken = CommitExamples.NewKey(), held = CommitExamples.NewKey();
        await Committed(CommitExamples.First(CommitExamples.NewStream()).Claiming(taken));
        var holder = await Committed(CommitExamples.First(CommitExamples.NewStream()).Claiming(held));

        // Beside a winner, so that the transaction goes on and the loser's claims are really taken back.
        var result = await CommitAll(
            CommitExamples.Next(holder).Claiming(held, taken), CommitExamples.First(CommitExamples.NewStream()));

        Assert.Equal([CommitFate.ClaimLost, CommitFate.Committed], result.Fates);
        Assert.Equal(holder.Stream, Assert.Single(await Store.FindClaims(1, held, held, default)).Stream);
    }

    [Fact]
    public async Task Of_two_claimants_in_one_batch_the_earlier_wins()
    {
        byte[] key = CommitExamples.NewKey(), other = CommitExamples.NewKey();
        var earlier = CommitExamples.First(CommitExamples.NewStream("z_")).Claiming(key);
        var later = CommitExamples.First(CommitExamples.NewStream("a_")).Claiming(other, key);

        var result = await CommitAll(earlier, later);

        Assert.Equal([CommitFate.Committed, CommitFate.ClaimLost], result.Fates);
        await LeftNothing(later.Event.Stream);
        Assert.Equal(earlier.Event.Stream, Assert.Single(await Store.FindClaims(1, key, key, default)).Stream);
        Assert.Empty(await Store.FindClaims(1, other, other, default));
    }

    [Fact]
    public async Task Who_loses_for_another_reason_takes_no_key_from_the_next_in_the_batch()
    {
        var key = CommitExamples.NewKey();
        var stale = CommitExamples.First(CommitExamples.NewStream()).Claiming(key).ReadingGround("p_" + CommitExamples.NewStream(), 7);
        var next = CommitExamples.First(CommitExamples.NewStream()).Claiming(key);

        Assert.Equal([CommitFate.ReadSetChanged, CommitFate.Committed], (await CommitAll(stale, next)).Fates);
        await LeftNothing(stale.Event.Stream);
    }

    [Fact]
    public async Task Claims_are_found_by_range_in_order_of_their_keys()
    {
        var start = CommitExamples.NewKey();
        byte[][] keys = [[.. start, 2], [.. start, 0], [.. start, 1, 1], [.. start, 1]];
        await Committed(CommitExamples.First(CommitExamples.NewStream()).Claiming(keys));

        var found = await Store.FindClaims(1, [.. start, 1], [.. start, 2], default);

        Assert.Equal([[.. start, 1], [.. start, 1, 1], [.. start, 2]], found.Select(c => c.Key));
    }
}
