namespace Hub.Silo.Journal;

/// <summary>What an owner hears of its commit. Only Committed changes memory; every other kind means: certainly not written.</summary>
internal enum OutcomeKind
{
    Committed = 1,
    HeadMoved = 2,
    ReadSetChanged = 3,
    ClaimLost = 4,

    /// <summary>The store can never take these rows.</summary>
    Rejected = 5,

    /// <summary>The store could not be reached.</summary>
    Unavailable = 6,

    /// <summary>The queue is full.</summary>
    Full = 7,
}

/// <summary>The outcome, and for a commit with deliveries their position.</summary>
internal readonly record struct CommitOutcome(OutcomeKind Kind, long CommitNumber = 0, int FirstOrdinal = 0);
