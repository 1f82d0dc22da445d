using CsCheck;
using Hub.Silo.Cluster;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Inbox;

/// <summary>What one subscriber is given when this silo's own commits are told to it, others' are not, some tellings are late, and its table is
/// read now and then.</summary>
public sealed class ADesk
{
    private static readonly Gen<int[]> Steps = Gen.Int[0, 999].Array[1, 150];

    [Fact]
    public void Passes_over_nothing_and_keeps_the_order_of_each_stream_however_commits_are_told()
        => Steps.Sample(
            steps =>
            {
                var (table, given) = (new List<InboxRow>(), new List<InboxRow>());
                var late = new List<InboxRow>();
                var desk = new Desk("case-system", new Reading(default, []), new Grounds(new Gateways(TimeProvider.System), TimeProvider.System), TimeProvider.System);
                foreach (var step in steps)
                {
                    switch (step % 8)
                    {
                        case 0 or 1 or 2:
                            // Told at once, unless an earlier one of the same stream is still to be told.
                            var row = Commit(step);
                            late.Add(row);
                            TellThrough(row);
                            break;
                        case 3:
                            late.Add(Commit(step));
                            break;
                        case 4:
                            // Another silo's: nobody here is told.
                            Commit(step, stream: 9);
                            break;
                        case 5 when step % 3 == 0:
                            // One that broke.
                            desk.BeginLook();
                            break;
                        case 5:
                            Look();
                            break;
                        case 6:
                            Give(1 + (step % 5));
                            break;
                        case 7 when given.Count > 0:
                            desk.Receive(given[step % given.Count].Position);
                            break;
                    }
                }

                // In the end everything is read.
                Look();
                while (Give(7) > 0)
                {
                }

                Assert.Equal(table.Select(r => r.Position), given.Select(r => r.Position).Order());
                Assert.All(given.GroupBy(r => r.Stream), s => Assert.Equal(s.OrderBy(r => r.Position), s));

                InboxRow Commit(int step, int? stream = null)
                {
                    var made = Row(table.Count + 1, stream ?? (step / 8 % 4));
                    table.Add(made);
                    return made;
                }

                void TellThrough(InboxRow last)
                {
                    foreach (var told in late.Where(r => r.Stream == last.Stream).ToList())
                    {
                        desk.Fresh.Add(told);
                        late.Remove(told);
                    }
                }

                void Look()
                {
                    desk.BeginLook();
                    desk.Reading.TakeIn([.. table.Where(r => r.Position.CompareTo(desk.Reading.Scanned) > 0)], table.Count + 1, isEnd: true);
                    desk.Fresh.Complete();
                }

                int Give(int most)
                {
                    if (!desk.TakeFresh())
                    {
                        Look();
                    }

                    var next = desk.Reading.Next(most, _ => false);
                    desk.Reading.Send(next);
                    given.AddRange(next);
                    return next.Count;
                }
            },
            iter: 3000);

    [Fact]
    public void Reads_its_table_once_more_than_it_takes_was_told_meanwhile()
    {
        var desk = new Desk("case-system", new Reading(default, []), new Grounds(new Gateways(TimeProvider.System), TimeProvider.System), TimeProvider.System);
        Assert.False(desk.TakeFresh());
        desk.BeginLook();
        Assert.False(desk.TakeFresh());
        desk.Fresh.Complete();
        for (var i = 1; i <= 512; i++)
        {
            desk.Fresh.Add(Row(i, 1));
        }

        Assert.True(desk.TakeFresh());
        Assert.Equal(512, desk.Reading.Waiting);
        for (var i = 513; i <= 1025; i++)
        {
            desk.Fresh.Add(Row(i, 1));
        }

        // No more is taken than fits, and what was missed is known to be.
        Assert.True(desk.TakeFresh());
        Assert.Equal(512, desk.Reading.Waiting);
        desk.Reading.Receive(new Position(1, 0));
        Assert.False(desk.TakeFresh());
    }

    private static InboxRow Row(long commit, int stream) => new(
        new Position(commit, 0), $"k_{stream}", commit, 0,
        new DeliveryRow { Inbox = 1, Subject = [(byte)stream, .. new byte[15]], View = 0, Basis = [], Severity = 3, EscalateAt = 0 });
}
