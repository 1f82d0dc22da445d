namespace Hub.Faults.Model;

/// <summary>A model that found nothing whatever is broken would prove nothing.</summary>
public sealed class ABrokenRule
{
    public static TheoryData<string> Names { get; } =
    [
        "GATE_REMOVED",
        "COUNTED_AFTER_GATE",
        "ABORT_REMOVED",
        "ABORTED_BY_TIMER GATEWAY_STANDS",
        "STANDS_AFTER_LOOKING",
        "BATCH_OUTLIVES_LEASE",
        "BOUND_READ_LATER",
        "COUNTED_FROM_ANSWER",
        "ACKNOWLEDGED_AT_ONCE",
        "WRITE_TAKEN_FOR_RECEIPT",
        "APPLIED_AFTER_EXTENDING",
        "LEASE_FROM_ANSWER",
        "FREE_BATCH LEASE_UNCHECKED",
        "FREE_BATCH WAIT_TOO_SHORT",
        "SILENT_NOT_AWAITED",
        "WAIT_TOO_SHORT",
        "WAIT_FROM_BEFORE_COMMIT",
        "SILENT_AFTER_ONE",
        "ROWS_READ_BEFORE_COMMIT",
        "HEAD_READ_FIRST",
        "ROW_GONE_FIRST",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Has_a_counterexample(string names)
        => Assert.Contains("assertion violated", await Spin.Search(names.Split(' ')), StringComparison.Ordinal);
}
