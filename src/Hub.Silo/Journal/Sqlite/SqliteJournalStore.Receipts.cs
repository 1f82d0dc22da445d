namespace Hub.Silo.Journal.Sqlite;

/// <summary>Marks and ledger of subscribers.</summary>
internal sealed partial class SqliteJournalStore
{
    public IReceiptLane OpenReceiptLane() => new SqliteReceiptLane(writer);

    public ValueTask<IReadOnlyList<MarkRow>> ReadMarks(long inbox, CancellationToken stop) =>
        Rows($"select {RowReader.MarkColumns} from mark where inbox = $1 order by subscriber", RowReader.Mark, stop, inbox);

    public ValueTask<IReadOnlyList<HandOverRow>> ReadHandOvers(
        long inbox, string subscriber, long afterNumber, int limit, CancellationToken stop) =>
        Rows(
            $"select {RowReader.HandOverColumns} from hand_over where inbox = $1 and subscriber = $2 and number > $3 order by number limit $4",
            RowReader.HandOver, stop, inbox, subscriber, afterNumber, limit);

    public async ValueTask<long> ReadLastHandOver(long inbox, string subscriber, CancellationToken stop) =>
        await Rows(
            "select number from hand_over where inbox = $1 and subscriber = $2 order by number desc limit 1",
            r => r.GetInt64(0), stop, inbox, subscriber) is [var number] ? number : 0;
}
