namespace Hub.Silo.Audit;

/// <summary>A row that is not what the hub wrote.</summary>
/// <param name="Stream">The stream, by its key; internal ids only.</param>
/// <param name="Version">The first version that is wrong; 0 for the stream as a whole.</param>
/// <param name="What">What is wrong, in fixed words.</param>
public sealed record BrokenRow(string Stream, long Version, string What);

/// <summary>A stream whose key was destroyed: unreadable for good, its chain still whole.</summary>
/// <param name="Stream">The stream, by its key.</param>
/// <param name="Order">By whose order.</param>
public sealed record ErasedStream(string Stream, string Order);

/// <summary>What a full reading of the journal found.</summary>
/// <param name="Streams">Streams read.</param>
/// <param name="Events">Events read.</param>
/// <param name="Erased">Streams whose key was destroyed.</param>
/// <param name="Broken">The first broken row of each stream that has one.</param>
public sealed record AuditReport(long Streams, long Events, IReadOnlyList<ErasedStream> Erased, IReadOnlyList<BrokenRow> Broken)
{
    /// <summary>Whether everything is as the hub wrote it.</summary>
    public bool IsWhole => Broken.Count == 0;
}
