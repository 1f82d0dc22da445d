using System.Collections.Concurrent;
using Hub.Inbox.V1;

namespace Hub.Faults.Load;

/// <summary>What one subscriber was given, and at once what must not be: another content or number under a known id, a number twice, a
/// later delivery of a person with a lower number, and anything confirmed once more.</summary>
internal sealed class Arrivals(string reader)
{
    private readonly ConcurrentDictionary<string, bool> confirmed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Delivery> known = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> numbers = [];
    private readonly ConcurrentQueue<Delivery> inOrder = new();
    private readonly Dictionary<string, long> lastHere = new(StringComparer.Ordinal);
    private HashSet<string> confirmedBefore = [];
    private long repeats;

    /// <summary>Each once, in the order in which they came first.</summary>
    public IReadOnlyCollection<Delivery> InOrder => inOrder;

    public IReadOnlyCollection<string> Confirmed => [.. confirmed.Keys];

    public int Count => inOrder.Count;

    public bool AllConfirmed => confirmed.Count == inOrder.Count;

    /// <summary>Deliveries that came again, as those do that were not confirmed.</summary>
    public long Repeats => Interlocked.Read(ref repeats);

    /// <summary>From here on another subscription speaks: nothing may come by it whose confirmation has been answered already.</summary>
    public void Begin()
    {
        confirmedBefore = [.. confirmed.Keys];
        lastHere.Clear();
    }

    public void Take(Delivery delivery)
    {
        var (id, person) = (delivery.DeliveryId, delivery.Child);
        Require(!confirmedBefore.Contains(id), delivery, "came again though its confirmation was answered");
        Require(delivery.Number > lastHere.GetValueOrDefault(person), delivery, $"came after number {lastHere.GetValueOrDefault(person)} of its person");
        lastHere[person] = delivery.Number;
        if (known.TryGetValue(id, out var first))
        {
            Require(first.Equals(delivery), delivery, $"is not what it was as number {first.Number}");
            Interlocked.Increment(ref repeats);
            return;
        }

        Require(numbers.TryAdd(delivery.Number, id), delivery, "has another one's number");
        known[id] = delivery;
        inOrder.Enqueue(delivery);
    }

    public void Confirm(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            confirmed[id] = true;
        }
    }

    private void Require(bool holds, Delivery delivery, string what)
    {
        if (!holds)
        {
            throw new Violation($"{reader}: delivery {delivery.DeliveryId}, number {delivery.Number}, {Seen.Of(delivery).Type}, {what}");
        }
    }
}
