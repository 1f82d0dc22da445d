using System.Buffers.Binary;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>How far one subscriber has come, in memory: its mark, what it received above it, what is on its way and what waits. Positions only
/// and narrow rows, never bodies.</summary>
internal sealed class Reading(Position mark, IEnumerable<Position> above)
{
    /// <summary>Most positions received above the mark, or on their way: beyond that the subscriber has to receive what it passed over.</summary>
    public const int Window = 1024;

    private readonly SortedSet<Position> received = [.. above];
    private readonly SortedDictionary<Position, InboxRow> waiting = [];
    private readonly SortedDictionary<Position, InboxRow> underWay = [];

    /// <summary>Everything at or below it is received or recalled.</summary>
    public Position Mark { get; private set; } = mark;

    /// <summary>Everything at or below it is known here: nothing can still appear there.</summary>
    public Position Scanned { get; private set; } = mark;

    /// <summary>Everything at or below it was read, but what is above <see cref="Scanned"/> must be read once more: some may appear there.</summary>
    public Position Known { get; private set; } = mark;

    public IReadOnlyCollection<Position> Above => received;

    public bool HasRoom => received.Count + underWay.Count < Window;

    /// <summary>Whether a new line would bring something again that the subscriber went past.</summary>
    public bool HasPassedOver => underWay.Count > 0 && received.Count > 0 && underWay.First().Key.CompareTo(received.Max) < 0;

    /// <summary>Whether the mark would go on if more of the table were known.</summary>
    public bool IsHeldByScan => received.Count > 0 && received.Min is var least && least.CompareTo(Scanned) > 0 && IsFirst(least);

    public int Waiting => waiting.Count;

    /// <summary>From where a subscriber's mark stands; from the beginning without one.</summary>
    public static Reading From(MarkRow? mark) => new(mark?.Position ?? default, Positions.Read(mark?.Above ?? []));

    /// <summary>Takes rows in that were read after <see cref="Scanned"/>, or after the last of such rows. <paramref name="isEnd"/>: there were no more.</summary>
    public void TakeIn(IReadOnlyList<InboxRow> rows, long horizon, bool isEnd)
    {
        foreach (var row in rows)
        {
            Add(row);
            Known = row.Position.CompareTo(Known) > 0 ? row.Position : Known;
            if (row.Position.Commit < horizon && row.Position.CompareTo(Scanned) > 0)
            {
                Scanned = row.Position;
            }
        }

        var end = new Position(horizon - 1, int.MaxValue);
        if (isEnd && end.CompareTo(Scanned) > 0)
        {
            Scanned = end;
        }

        Advance();
    }

    /// <summary>Takes in what goes before its turn.</summary>
    public void Add(InboxRow row)
    {
        if (!WasHandedOver(row.Position))
        {
            waiting.TryAdd(row.Position, row);
        }
    }

    /// <summary>What goes next: red ones first, each after the same person's earlier ones; then in order. Nothing of a person of whom an
    /// earlier one is held, and nothing new past the window; what the subscriber passed over always has room.</summary>
    public List<InboxRow> Next(int most, Func<InboxRow, bool> isHeld)
    {
        var (next, chosen, held) = (new List<InboxRow>(), new HashSet<Position>(), new HashSet<UInt128>());
        var (room, first) = (Window - received.Count - underWay.Count, received.Min);
        foreach (var row in waiting.Values.Where(isHeld))
        {
            held.Add(SubjectOf(row));
        }

        var reds = waiting.Values.Where(r => r.Delivery.IsRed).ToList();
        var bySubject = reds.Count == 0 ? null : waiting.Values.ToLookup(SubjectOf);
        foreach (var red in reds)
        {
            foreach (var row in bySubject![SubjectOf(red)].TakeWhile(r => r.Position.CompareTo(red.Position) <= 0))
            {
                Choose(row);
            }
        }

        foreach (var row in waiting.Values)
        {
            Choose(row);
        }

        return next;

        void Choose(InboxRow row)
        {
            // What keeps the mark from going on always has room.
            var isNew = received.Count == 0 || row.Position.CompareTo(first) > 0;
            if (next.Count < Math.Min(most, Window - underWay.Count) && (room > 0 || !isNew) && !held.Contains(SubjectOf(row)) && chosen.Add(row.Position))
            {
                next.Add(row);
                room -= isNew ? 1 : 0;
            }
        }
    }

    /// <summary>Waiting rows of one kind, in order.</summary>
    public List<InboxRow> Of(Func<InboxRow, bool> which, int most) => [.. waiting.Values.Where(which).Take(most)];

    public void Send(IEnumerable<InboxRow> rows)
    {
        foreach (var row in rows)
        {
            if (waiting.Remove(row.Position))
            {
                underWay[row.Position] = row;
            }
        }
    }

    public bool IsWaiting(Position at) => waiting.ContainsKey(at);

    /// <summary>Whether the subscriber's machine has it, or nobody shall have it any more.</summary>
    public bool IsReceived(Position at) => at.CompareTo(Mark) <= 0 || received.Contains(at);

    /// <summary>Whether it was handed over to this subscriber, now or before.</summary>
    public bool WasHandedOver(Position at) => at.CompareTo(Mark) <= 0 || Holds(at);

    /// <summary>Whether it is known by its own position: on its way, or received above the mark.</summary>
    public bool Holds(Position at) => received.Contains(at) || underWay.ContainsKey(at);

    /// <summary>The subscriber's machine has it, or nobody shall have it any more.</summary>
    public void Receive(Position at)
    {
        underWay.Remove(at);
        waiting.Remove(at);
        if (at.CompareTo(Mark) > 0)
        {
            received.Add(at);
        }

        Advance();
    }

    /// <summary>What was on its way waits again.</summary>
    public void PutBack()
    {
        foreach (var (at, row) in underWay)
        {
            waiting[at] = row;
        }

        underWay.Clear();
    }

    private void Advance()
    {
        while (received.Count > 0 && received.Min is var least && least.CompareTo(Scanned) <= 0 && IsFirst(least))
        {
            Mark = least;
            received.Remove(least);
        }

        if (received.Count == 0 && Scanned.CompareTo(Mark) > 0 && IsFirst(Scanned))
        {
            Mark = Scanned;
        }
    }

    /// <summary>Whether nothing at or before it waits or is under way.</summary>
    private bool IsFirst(Position at) => !IsBefore(waiting, at) && !IsBefore(underWay, at);

    private static bool IsBefore(SortedDictionary<Position, InboxRow> rows, Position at) => rows.Count > 0 && rows.First().Key.CompareTo(at) <= 0;

    private static UInt128 SubjectOf(InboxRow row) => BinaryPrimitives.ReadUInt128BigEndian(row.Delivery.Subject);
}
