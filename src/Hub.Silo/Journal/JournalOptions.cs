namespace Hub.Silo.Journal;

/// <summary>How commits are gathered.</summary>
public sealed class JournalOptions
{
    /// <summary>Lanes that write at once; a store with one writer has one. Beside more than one stands another for commits that narrow.</summary>
    public int Lanes { get; set; } = 2;

    /// <summary>Most commits in one transaction.</summary>
    public int BatchSize { get; set; } = 256;

    /// <summary>Most commits waiting; more are refused before anything is decided. As many receipts may wait in their own lane.</summary>
    public int QueueCommits { get; set; } = 8192;

    /// <summary>Most bytes waiting.</summary>
    public long QueueBytes { get; set; } = 64L << 20;

    /// <summary>How long a caller waits for its commit before it hears TRY_AGAIN. The commit's fate is settled all the same.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
