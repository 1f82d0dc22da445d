using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

/// <summary>Marks and ledger rows of made-up subscribers.</summary>
internal static class ReceiptExamples
{
    public static MarkRow Mark(long inbox, long commit, int ordinal = 0, byte above = 0, string subscriber = "case-system") =>
        new(inbox, subscriber, new Position(commit, ordinal), [above]);

    public static HandOverRow HandOver(long inbox, long number, byte positions = 0, string subscriber = "case-system") =>
        new(inbox, subscriber, number, CommitExamples.At, new string('a', 64), [positions]);

    public static ReceiptRows Alone(this MarkRow mark) => new(mark, null);

    public static ReceiptRows Alone(this HandOverRow handOver) => new(null, handOver);
}
