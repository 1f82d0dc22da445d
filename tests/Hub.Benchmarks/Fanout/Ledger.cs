using System.Collections.Concurrent;
using System.Globalization;
using Hub.Inbox.V1;

namespace Hub.Benchmarks.Fanout;

/// <summary>What was sent and what arrived, by the number that each update's text begins with. Every update must arrive once at each of its
/// recipients.</summary>
/// <param name="fanOut">Recipients of each update.</param>
/// <param name="time">The one clock that sender and receivers share.</param>
/// <param name="room">Updates that may be on their way at once: the rest waits with its writer, so that nothing is counted that only piles up.</param>
internal sealed class Ledger(int fanOut, TimeProvider time, int room) : IDisposable
{
    private const int Digits = 9;
    private readonly ConcurrentDictionary<int, Update> updates = new();
    private readonly ConcurrentQueue<string> broken = new();
    private readonly SemaphoreSlim free = new(room);
    private TaskCompletionSource? drained;
    private int number;
    private int onTheWay;
    private long arrived;
    private long repeats;

    public int Sent => Volatile.Read(ref number);

    public long Arrived => Interlocked.Read(ref arrived);

    /// <summary>Deliveries that came again under the same id.</summary>
    public long Repeats => Interlocked.Read(ref repeats);

    public IReadOnlyCollection<string> Broken => broken;

    /// <summary>Waits for room on the way.</summary>
    public Task Room(CancellationToken stop) => free.WaitAsync(stop);

    /// <summary>Gives room back that was not needed.</summary>
    public void Return() => free.Release();

    /// <summary>The text of a new update.</summary>
    public string Begin(int person, long due, int bytes)
    {
        var next = Interlocked.Increment(ref number);
        Interlocked.Increment(ref onTheWay);
        updates[next] = new Update(person, fanOut, due);
        return next.ToString($"D{Digits}", CultureInfo.InvariantCulture).PadRight(bytes, 'x');
    }

    /// <summary>Takes in a delivery at a team; how long it took since its update was due, unless it is a repeat.</summary>
    public TimeSpan? Arrive(int team, Delivery delivery)
    {
        if (delivery.Elements is not [{ Content.Text: { Length: >= Digits } text }]
            || !int.TryParse(text.AsSpan(0, Digits), CultureInfo.InvariantCulture, out var told) || !updates.TryGetValue(told, out var update))
        {
            broken.Enqueue($"team {team} received {delivery.Type}, which tells of no update");
            return null;
        }

        var what = update.Arrive(team, delivery.DeliveryId);
        switch (what)
        {
            case Arrival.First or Arrival.Last:
                Interlocked.Increment(ref arrived);
                if (what == Arrival.Last)
                {
                    free.Release();
                    End();
                }

                return time.GetElapsedTime(update.Due);
            case Arrival.SameAgain:
                Interlocked.Increment(ref repeats);
                return null;
            default:
                broken.Enqueue($"update {told} at team {team}: {what}");
                return null;
        }
    }

    /// <summary>Ends when all that was sent has arrived; called once all of it has been answered. Throws <see cref="TimeoutException"/>.</summary>
    public async Task Drained(TimeSpan patience)
    {
        drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // With a fence, so that whoever takes the last one off sees what was just made, or this sees that it is off.
        if (Interlocked.CompareExchange(ref onTheWay, 0, 0) == 0)
        {
            return;
        }

        try
        {
            await drained.Task.WaitAsync(patience, time);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{updates.Values.Sum(u => u.Missing)} deliveries of answered updates have not arrived", late);
        }
    }

    public void Dispose() => free.Dispose();

    private void End()
    {
        if (Interlocked.Decrement(ref onTheWay) == 0)
        {
            drained?.TrySetResult();
        }
    }
}
