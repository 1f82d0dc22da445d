using System.Security.Cryptography;
using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

public abstract partial class JournalBehaviour
{
    private const int Rounds = 25;
    private const int PerBatch = 32;

    [Fact]
    public async Task Lanes_with_streams_of_their_own_do_not_disturb_each_other()
    {
        var ends = await Task.WhenAll(Enumerable.Range(0, Store.Lanes).Select(_ => Task.Run(WriteStreams)));

        foreach (var head in ends.SelectMany(e => e))
        {
            Assert.Equal(Rounds, (await Store.ReadEventsBefore(head.Stream, 0, 1, default)).Single().Version);
        }

        async Task<IReadOnlyList<EventRow>> WriteStreams()
        {
            await using var lane = Store.OpenLane();
            var batch = Enumerable.Range(0, PerBatch).Select(_ => CommitExamples.First(CommitExamples.NewStream()).WithFanOut(2)).ToList();
            for (var round = 1; ; round++)
            {
                var raised = batch.Select(c => c with { Raise = new GroundRow(c.Event.Stream, c.Event.Version) }).ToList();
                Assert.All((await lane.Commit(raised, default)).Fates, f => Assert.Equal(CommitFate.Committed, f));
                if (round == Rounds)
                {
                    return [.. batch.Select(c => c.Event)];
                }

                batch = [.. batch.Select(c => CommitExamples.Next(c.Event).WithFanOut(2))];
            }
        }
    }

    [Fact]
    public async Task Lanes_that_want_the_same_keys_never_deadlock_and_share_none()
    {
        // Both want the same new keys at the same moment, in another order each: the order of the statement decides, not theirs.
        var lanes = Math.Max(2, Store.Lanes);
        var keys = Enumerable.Range(0, Rounds).Select(_ => Enumerable.Range(0, 64).Select(_ => CommitExamples.NewKey()).ToArray()).ToArray();
        using var together = new Barrier(lanes);
        var fates = await Task.WhenAll(Enumerable.Range(0, lanes).Select(_ => Task.Run(WriteClaims)));

        var all = fates.SelectMany(f => f).ToList();
        Assert.Contains(all, f => f.Fate == CommitFate.Committed);
        foreach (var (commit, fate) in all)
        {
            var expected = fate == CommitFate.Committed ? commit.Claims.Count : 0;
            Assert.Equal(expected, await Place.Count($"claim where stream = '{commit.Event.Stream}'"));
        }

        async Task<List<(CommitRows Commit, CommitFate Fate)>> WriteClaims()
        {
            await using var lane = Store.OpenLane();
            List<(CommitRows, CommitFate)> seen = [];
            foreach (var wanted in keys)
            {
                var own = wanted.ToArray();
                RandomNumberGenerator.Shuffle(own.AsSpan());
                var batch = own.Chunk(2)
                    .Select(two => CommitExamples.First(CommitExamples.NewStream()).Claiming([.. two, CommitExamples.NewKey()])).ToList();
                Assert.True(together.SignalAndWait(TimeSpan.FromSeconds(30)), "the other lane has failed");
                var result = await lane.Commit(batch, default);
                seen.AddRange(batch.Zip(result.Fates));
            }

            return seen;
        }
    }
}
