using Hub.Domain.Inbox;
using Hub.Domain.Sharing;

namespace Hub.Silo.Journal;

/// <summary>One event as it is stored: envelope columns and sealed bytes. See docs/formats/envelope.md.</summary>
internal sealed record EventRow
{
    public required int Hub { get; init; }

    public required string Stream { get; init; }

    public required long Version { get; init; }

    public required string Name { get; init; }

    public required int NameVersion { get; init; }

    public required long At { get; init; }

    public required string Agency { get; init; }

    public required string Practitioner { get; init; }

    public required string RequestId { get; init; }

    public required byte[] RequestDigest { get; init; }

    public required byte[] ContentDigest { get; init; }

    public required byte[] DecisionsDigest { get; init; }

    public required byte[] DeliveriesDigest { get; init; }

    /// <summary>Empty for version 1.</summary>
    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>Empty when the event decided nothing about sharing.</summary>
    public required byte[] Decisions { get; init; }
}

/// <summary>A stream's wrapped secret; written with version 1. Wrapped is empty once destroyed, and the order says by whose word.</summary>
internal sealed record StreamKeyRow(string Stream, string MasterKey, byte[] Wrapped, string ErasureOrder);

/// <summary>A hub secret, wrapped by a master key.</summary>
internal sealed record HubSecretRow(int Number, string MasterKey, byte[] Wrapped);

/// <summary>A ground in the version that was read to decide; 0 when it had none.</summary>
internal sealed record GroundRow(string Ground, long Version)
{
    public static GroundRow Of(Ground ground) => new(ground.Name, ground.Version);
}

/// <summary>A ground by which somebody may see less since a version, or whose facts every silo keeps. Sequences have no gaps and appear in order.</summary>
/// <param name="Sequence">From 1.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Version">Its version since then.</param>
/// <param name="Done">Whether nobody sees less by it, so that nothing has to be decided again.</param>
internal sealed record NarrowingRow(long Sequence, string Ground, long Version, bool Done);

/// <summary>A silo's lease as the database granted it.</summary>
/// <param name="DatabaseNow">The database's time while it was granted, in microseconds.</param>
/// <param name="Sequence">The last narrowing before it; a later one has seen the lease.</param>
internal readonly record struct LeaseGrant(long DatabaseNow, long Sequence);

/// <summary>A silo's lease as its row says. Whoever renews it changes <paramref name="Until"/>; no clock is compared with it.</summary>
internal readonly record struct LeaseRow(string Silo, long Until);

/// <summary>A claim on a unique key, won by the first stream to commit it. Spaces: docs/formats/events.md.</summary>
internal sealed record ClaimRow(int Space, byte[] Key, string Stream);

/// <summary>One distinct view of a commit, sealed.</summary>
internal sealed record ViewRow(int Ordinal, byte[] Content);

/// <summary>One delivery of a commit.</summary>
internal sealed record DeliveryRow
{
    public required long Inbox { get; init; }

    /// <summary>16 bytes.</summary>
    public required byte[] Subject { get; init; }

    /// <summary>The view's ordinal, or −1.</summary>
    public required int View { get; init; }

    public required byte[] Basis { get; init; }

    /// <summary>The same as its owner decided it; null when the row was read.</summary>
    public Basis? Opened { get; init; }

    public required int Severity { get; init; }

    /// <summary>Whether it goes before what is not.</summary>
    public bool IsRed => Severity == (int)Hub.Domain.Alerts.Severity.Red;

    /// <summary>Microseconds, or 0 for never.</summary>
    public required long EscalateAt { get; init; }
}

/// <summary>A delivery as its inbox reads it.</summary>
/// <param name="Position">Its place in the inbox.</param>
/// <param name="Stream">Whose event it tells of.</param>
/// <param name="Version">Which event.</param>
/// <param name="At">When that event was, in microseconds.</param>
/// <param name="Delivery">The row.</param>
internal sealed record InboxRow(Position Position, string Stream, long Version, long At, DeliveryRow Delivery);

/// <summary>Which inboxes a transaction wrote to, and when the first of its deliveries escalates; 0 for never.</summary>
internal sealed record TouchedRow(long CommitNumber, IReadOnlyList<long> Inboxes, long EarliestDue);

/// <summary>A delivery whose clock runs out at an instant.</summary>
internal sealed record DueRow(long At, long Inbox, Position Position);

/// <summary>All that one commit writes: everything in one transaction, or nothing.</summary>
internal sealed record CommitRows
{
    public required EventRow Event { get; init; }

    /// <summary>With version 1 only.</summary>
    public StreamKeyRow? Key { get; init; }

    /// <summary>Must all still have these versions when the event is inserted.</summary>
    public IReadOnlyList<GroundRow> ReadSet { get; init; } = [];

    /// <summary>The owner's own ground and its new version, when the event changes facts that others decide by.</summary>
    public GroundRow? Raise { get; init; }

    /// <summary>Whether somebody may see less once the ground is raised: the raised ground then gets a row among the narrowings.</summary>
    public bool Narrows { get; init; }

    public IReadOnlyList<ClaimRow> Claims { get; init; } = [];

    public IReadOnlyList<ViewRow> Views { get; init; } = [];

    /// <summary>The same views by ordinal, as their owner made them. Not written.</summary>
    public IReadOnlyList<View> Opened { get; init; } = [];

    public IReadOnlyList<DeliveryRow> Deliveries { get; init; } = [];

    /// <summary>Whether every silo keeps the raised facts in its registers: then each must have them before the caller has its answer.</summary>
    public bool IsKeptEverywhere { get; init; }

    /// <summary>The ground that the commit narrows, if it does.</summary>
    public GroundRow? Narrowed => Narrows ? Raise : null;

    /// <summary>The ground that every silo must hear of, if there is one. What narrows nothing has nothing that waits to be decided again.</summary>
    public NarrowingRow? Notice => Raise is { } raised && (Narrows || IsKeptEverywhere) ? new NarrowingRow(0, raised.Ground, raised.Version, !Narrows) : null;

    /// <summary>What the commit weighs in the queue.</summary>
    public int Bytes => 512 + Event.Content.Length + Event.Decisions.Length + Views.Sum(v => v.Content.Length) + (Deliveries.Count * 128);
}
