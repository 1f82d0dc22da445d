using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Hub.Contracts.Cluster;

/// <summary>One silo as gateways and other silos speak to it. Key: the silo's address; it stands on that silo or nowhere.</summary>
[GrainInterfaceType("hub.door"), Alias("hub.IDoor")]
public interface IDoor : IGrainWithStringKey
{
    /// <summary>A gateway is there. What it was given by this silo it may hold for as long as the answer says, counted from before it asked, and
    /// no longer unless it is answered again. Of what it was told to discard it names what it does not hold, by number.</summary>
    [AlwaysInterleave, Alias("Beat")]
    Task<Heartbeat> Beat(string gateway, ImmutableArray<long> notHeld);

    /// <summary>Takes in all that every silo must hear of up to <paramref name="through"/>, then waits until nothing that this silo gave rests on
    /// what the ground was before. False when that cannot be confirmed.</summary>
    [AlwaysInterleave, Alias("Falls")]
    Task<bool> Falls(long through, string ground);

    /// <summary>Something was committed for these inboxes. Nothing rests on it.</summary>
    [OneWay, AlwaysInterleave, Alias("Nudge")]
    Task Nudge(ImmutableArray<long> inboxes);
}

/// <summary>A silo's answer to a gateway that is there.</summary>
/// <param name="Left">For how long the gateway may hold what this silo gave; zero when not at all.</param>
/// <param name="MustAbort">Subscriptions, by number, of which everything must be discarded at once.</param>
[GenerateSerializer, Immutable, Alias("hub.Heartbeat")]
public sealed record Heartbeat([Id(0)] TimeSpan Left, [Id(1)] ImmutableArray<long> MustAbort);
