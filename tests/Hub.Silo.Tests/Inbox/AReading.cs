using CsCheck;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Inbox;

/// <summary>One subscriber's reading under any order of commits that appear, batches, receipts, recalls and lines that end.</summary>
public sealed class AReading
{
    private const int Red = 1;
    private const int Green = 3;

    private static readonly Gen<int[]> Steps = Gen.Int[0, 99].Array[1, 120];

    [Fact]
    public void Passes_over_nothing_and_hands_nothing_over_twice_in_one_line()
        => Steps.Sample(
            steps =>
            {
                var table = new Table(steps);
                var reading = new Reading(default, []);
                var (settled, given, line) = (new HashSet<Position>(), new List<Position>(), new HashSet<Position>());
                foreach (var step in steps)
                {
                    switch (step % 7)
                    {
                        case 0 or 1:
                            table.Appear(step);
                            break;
                        case 2 or 3:
                            var (horizon, rows) = (table.Horizon, table.After(reading.Scanned));
                            reading.TakeIn(rows, horizon, isEnd: true);
                            break;
                        case 4:
                            var next = reading.Next(1 + (step % 5), _ => false);
                            Assert.All(next, r => Assert.True(line.Add(r.Position)));
                            Assert.All(next, r => Assert.DoesNotContain(r.Position, settled));
                            InOrder(next);
                            RedFirst(next);
                            reading.Send(next);
                            given.AddRange(next.Select(r => r.Position));
                            break;
                        case 5 when given.Count > 0:
                            settled.Add(given[step % given.Count]);
                            reading.Receive(given[step % given.Count]);
                            break;
                        case 6:
                            reading.PutBack();
                            line.Clear();
                            break;
                    }

                    // Whatever may still appear is above the mark, and so is whatever was not received.
                    Assert.True(reading.Mark.Commit < table.Horizon);
                    Assert.All(table.All.Where(r => r.Position.CompareTo(reading.Mark) <= 0), r => Assert.Contains(r.Position, settled));
                    Assert.All(settled, at => Assert.True(reading.WasHandedOver(at)));
                }

                // In the end everything comes.
                reading.PutBack();
                table.AppearAll();
                reading.TakeIn(table.After(reading.Scanned), table.Horizon, isEnd: true);
                for (var next = reading.Next(7, _ => false); next.Count > 0; next = reading.Next(7, _ => false))
                {
                    reading.Send(next);
                    next.ForEach(r => reading.Receive(r.Position));
                    settled.UnionWith(next.Select(r => r.Position));
                }

                Assert.Equal(table.All.Count, settled.Count);
                Assert.Empty(reading.Above);
            },
            iter: 2000);

    [Fact]
    public void Lets_one_persons_held_delivery_hold_up_that_person_only()
    {
        var reading = new Reading(default, []);
        InboxRow[] rows = [Row(1, 1, Green), Row(2, 2, Green), Row(3, 1, Red), Row(4, 3, Red), Row(5, 2, Green)];
        reading.TakeIn(rows, 9, isEnd: true);
        Assert.Equal([4, 2, 5], reading.Next(64, r => r == rows[0]).Select(r => r.Position.Commit));
        Assert.Equal([1, 3, 4, 2, 5], reading.Next(64, _ => false).Select(r => r.Position.Commit));
    }

    [Fact]
    public void Has_no_room_past_its_window_until_the_first_is_received()
    {
        var reading = new Reading(default, []);
        reading.TakeIn([.. Enumerable.Range(1, Reading.Window + 1).Select(i => Row(i, (byte)(i % 100), Green))], Reading.Window + 2, isEnd: true);
        var next = reading.Next(Reading.Window, _ => false);
        reading.Send(next);
        Assert.False(reading.HasRoom);
        next[1..].ForEach(r => reading.Receive(r.Position));
        Assert.False(reading.HasRoom);
        Assert.Empty(reading.Next(Reading.Window, _ => false));

        // What was passed over comes again, and one new one: no more than the window is ever out.
        reading.PutBack();
        Assert.Equal([1, Reading.Window + 1], reading.Next(Reading.Window, _ => false).Select(r => r.Position.Commit));
        reading.Receive(next[0].Position);
        Assert.True(reading.HasRoom);
        Assert.Empty(reading.Above);
    }

    [Fact]
    public void Has_room_for_one_that_was_held_however_many_later_ones_were_received()
    {
        var reading = new Reading(default, []);
        var held = Row(1, 1, Green);
        reading.TakeIn([held, .. Enumerable.Range(2, Reading.Window).Select(i => Row(i, 2, Green))], Reading.Window + 2, isEnd: true);
        var next = reading.Next(Reading.Window, r => r == held);
        reading.Send(next);
        next.ForEach(r => reading.Receive(r.Position));
        Assert.False(reading.HasRoom);
        Assert.Equal([held], reading.Next(Reading.Window, _ => false));
    }

    [Fact]
    public void Keeps_to_its_window_also_after_a_red_one_went_before_all_others()
    {
        var reading = new Reading(default, []);
        var red = Row(5001, 200, Red);
        reading.TakeIn([.. Enumerable.Range(1, 5000).Select(i => Row(i, (byte)(i % 100), Green)), red], 5002, isEnd: true);
        Give(64);
        reading.Receive(red.Position);
        var underWay = 63;
        for (int more; (more = Give(64)) > 0; underWay += more)
        {
        }

        Assert.Equal(Reading.Window, underWay);
        Enumerable.Range(2, 5000).ToList().ForEach(i => reading.Receive(new Position(i, 0)));
        Assert.Equal(0, Give(64));

        int Give(int most)
        {
            var next = reading.Next(most, _ => false);
            reading.Send(next);
            return next.Count;
        }
    }

    private static void InOrder(List<InboxRow> next)
        => Assert.All(next.GroupBy(r => r.Delivery.Subject[0]), g => Assert.Equal(g.OrderBy(r => r.Position), g));

    // Before the last red one stand only red ones and what they pull along.
    private static void RedFirst(List<InboxRow> next)
    {
        var pulled = next.Take(next.FindLastIndex(r => r.Delivery.Severity == Red) + 1).ToList();
        Assert.All(pulled, r => Assert.Contains(pulled, red => red.Delivery.Severity == Red && red.Delivery.Subject[0] == r.Delivery.Subject[0]));
    }

    private static InboxRow Row(long commit, byte subject, int severity) => new(
        new Position(commit, 0), "k_1", commit, 0, new DeliveryRow { Inbox = 1, Subject = [subject, .. new byte[15]], View = 0, Basis = [], Severity = severity, EscalateAt = 0 });

    /// <summary>Commits that become visible in any order.</summary>
    private sealed class Table
    {
        private readonly SortedDictionary<long, InboxRow> pending = [];

        public Table(int[] steps)
        {
            for (var i = 0; i < steps.Length; i++)
            {
                pending[i + 1] = Row(i + 1, (byte)(steps[i] % 4), steps[i] % 9 == 0 ? Red : Green);
            }
        }

        public List<InboxRow> All { get; } = [];

        public long Horizon => pending.Count == 0 ? All.Count + 1 : pending.Keys.First();

        public void Appear(int step)
        {
            // One of the next few: parallel commits end in any order.
            var which = pending.Keys.Take(4).Skip(step % Math.Max(1, Math.Min(4, pending.Count))).FirstOrDefault();
            if (pending.Remove(which, out var row))
            {
                All.Add(row);
            }
        }

        public void AppearAll()
        {
            All.AddRange(pending.Values);
            pending.Clear();
        }

        public List<InboxRow> After(Position after) => [.. All.Where(r => r.Position.CompareTo(after) > 0).OrderBy(r => r.Position)];
    }
}
