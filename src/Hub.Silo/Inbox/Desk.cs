using Hub.Contracts.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>One subscriber at its inbox: how far it has read, the line that is open to it, and answers to earlier polls that may still be on
/// their way: whoever asks again need not have read the answer before.</summary>
internal sealed class Desk(string name, Reading reading, Grounds grounds, TimeProvider time)
{
    /// <summary>Beyond so many waiting in memory only what goes before them is taken in.</summary>
    private const int MostWaiting = 512;

    /// <summary>Most earlier answers that are watched; an older one is aborted.</summary>
    private const int MostEarlier = 8;

    private const int Remembered = 64;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private readonly List<Line> earlier = [];
    private readonly Queue<long> over = [];
    private Line? open;
    private long looked;
    private (Task? Next, Flight? Flight, Task Either) signal = (null, null, Task.CompletedTask);

    public string Name => name;

    public Reading Reading => reading;

    /// <summary>What comes for it from this silo's own commits.</summary>
    public Fresh Fresh { get; } = new();

    /// <summary>Whether the table was last read so long ago that it is worth it: the mark goes on with it, and what others committed is found.</summary>
    public bool IsLookDue => !Reading.HasRoom || time.GetElapsedTime(looked) >= LookEvery;

    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Null when it must be looked up.</summary>
    public Numbering? Numbering { get; set; }

    /// <summary>The last delivery that was looked at to be decided again: those that cannot be decided hold up no others.</summary>
    public Position Judged { get; set; }

    /// <summary>Ends with the inbox's next signal or with the flight; the same task as long as both are the same.</summary>
    public Task Signal(Task next, Flight flight)
    {
        if (signal.Next != next || signal.Flight != flight)
        {
            signal = (next, flight, Task.WhenAny(next, flight.Ended));
        }

        return signal.Either;
    }

    /// <summary>To be called before the table is read: what this silo commits from here on is fresh.</summary>
    public void BeginLook()
    {
        looked = time.GetTimestamp();
        Fresh.Begin();
    }

    /// <summary>False when the table must be read.</summary>
    public bool TakeFresh()
    {
        if (reading.Waiting >= MostWaiting && !Fresh.HasRed)
        {
            return true;
        }

        var rows = Fresh.Take();
        foreach (var row in rows ?? [])
        {
            reading.Add(row);
        }

        return rows is not null;
    }

    /// <summary>Begins a line in place of the one that is open.</summary>
    public Flight Begin(Subscription subscription, string gateway)
    {
        if (open is { Subscription.Polls: true, Flight.IsEmpty: false } asked)
        {
            earlier.Add(asked);
            if (earlier.Count > MostEarlier)
            {
                Abandon(earlier[0]);
            }
        }
        else if (open is { Subscription.Polls: false } stream)
        {
            Abandon(stream);
        }
        else if (open is { } empty)
        {
            Close(empty);
        }

        reading.PutBack();
        open = new Line(subscription, new Flight(gateway, subscription.Number));
        grounds.Watch(open.Flight);
        return open.Flight;
    }

    /// <summary>The flight of the line that is open, if that is the one of this subscription.</summary>
    public Flight? Open(Subscription subscription) => open?.Subscription == subscription ? open.Flight : null;

    /// <summary>The flight of a subscription of which something may still be on its way.</summary>
    public Flight? Find(Subscription subscription) => Open(subscription) ?? earlier.Find(l => l.Subscription == subscription)?.Flight;

    /// <summary>Whether all of a poll's answer is known to have come. An earlier activation may have known of others.</summary>
    public bool IsOver(Subscription subscription) => over.Contains(subscription.Number);

    /// <summary>Takes what was looked up, unless somebody else was first.</summary>
    public Numbering Know(Numbering found) => Numbering ??= found;

    /// <summary>Nobody shall have it any more.</summary>
    public void PassOver(Position at)
    {
        reading.Receive(at);
        Numbering?.Receive(at);
    }

    public void Receive(Position at)
    {
        PassOver(at);
        foreach (var line in Lines())
        {
            line.Flight.Remove(at);
            if (line is { Subscription.Polls: true, Flight.IsReceived: true })
            {
                End(line.Subscription);
            }
        }
    }

    /// <summary>Nothing of this subscription can reach the client any more.</summary>
    public void End(Subscription subscription)
    {
        if (open?.Subscription == subscription)
        {
            Close(open);
            reading.PutBack();
        }
        else if (earlier.Find(l => l.Subscription == subscription) is { } line)
        {
            Close(line);
        }
    }

    public void MustAbort() => Lines().ForEach(l => l.Flight.MustAbort());

    /// <summary>Nobody will say when its lines are over.</summary>
    public void Abandon() => Lines().ForEach(Abandon);

    private void Abandon(Line line)
    {
        Leave(line);
        _ = grounds.Abandon(line.Flight);
    }

    private void Close(Line line)
    {
        Leave(line);
        grounds.Forget(line.Flight);
        line.Flight.IsOver();
        over.Enqueue(line.Subscription.Number);
        if (over.Count > Remembered)
        {
            over.Dequeue();
        }
    }

    private void Leave(Line line)
    {
        earlier.Remove(line);
        open = open == line ? null : open;
    }

    private List<Line> Lines() => open is null ? [.. earlier] : [.. earlier, open];

    private sealed record Line(Subscription Subscription, Flight Flight);
}
