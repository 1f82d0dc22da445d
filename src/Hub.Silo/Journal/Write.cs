using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Inbox;

namespace Hub.Silo.Journal;

/// <summary>One command as its owner runs it.</summary>
/// <param name="Caller">Who calls, and under which request id.</param>
/// <param name="Canonical">The command's canonical bytes, for the request digest.</param>
/// <param name="Decide">Pure; null means: this is not about this owner.</param>
/// <param name="Answer">The answer, computed from the event that the request made, now or earlier; null when nothing needed to change,
/// when only validating, or when the command is not about this owner.</param>
internal sealed record Write<TState, T>(
    Caller Caller,
    byte[] Canonical,
    Func<TState, Moment, Decided?> Decide,
    Func<TState, Happened?, Answer<T>> Answer)
    where T : class
{
    /// <summary>Unique keys that the event claims; null when one of them is lost already.</summary>
    public Func<TState, IEvent, Forthcoming, Task<IReadOnlyList<ClaimRow>?>>? Claims { get; init; }

    /// <summary>What the event does to the owner's own ground, the facts that others decide by, from the state before it.</summary>
    public Func<TState, IEvent, GroundEffect> Effect { get; init; } = (_, _) => GroundEffect.None;

    /// <summary>Who hears of the event, and what was read to decide it. Null when that cannot be found out now: an event never goes out
    /// without knowing who must hear of it.</summary>
    public Func<TState, IEvent, Forthcoming, Task<Outward?>>? Share { get; init; }

    /// <summary>Whether its own event can make a repeat of it NOT_KNOWN: such a repeat gets its first outcome all the same, which must tell
    /// nothing but that it is done.</summary>
    public bool HidesItself { get; init; }
}

/// <summary>The place that an event will have if it is committed.</summary>
internal sealed record Forthcoming(long Version, Moment At);

/// <summary>What an event does to its owner's ground.</summary>
internal enum GroundEffect
{
    /// <summary>Nobody decides by what it changes.</summary>
    None = 0,

    /// <summary>The ground gets the event's version; nobody sees less by it.</summary>
    Raises = 1,

    /// <summary>The same, and somebody may see less by it.</summary>
    Narrows = 2,
}

/// <summary>What leaves with an event: decisions on record, cut views and deliveries, and the versions of all that was read to decide. In
/// plain bytes; the owner seals them.</summary>
internal sealed record Outward(
    IReadOnlyList<GroundRow> ReadSet, byte[] Decisions, IReadOnlyList<OutwardView> Views, IReadOnlyList<DeliveryRow> Deliveries)
{
    public static Outward Nothing { get; } = new([], [], [], []);
}

/// <summary>One distinct view and the bytes that are stored of it.</summary>
internal sealed record OutwardView(View View, byte[] Json)
{
    public static OutwardView Of(View view) => new(view, JsonSerializer.SerializeToUtf8Bytes(view, OutwardJson.Default.View));
}
