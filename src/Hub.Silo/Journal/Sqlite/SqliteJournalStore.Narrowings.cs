namespace Hub.Silo.Journal.Sqlite;

/// <summary>Narrowings, and the lease of the only silo there is.</summary>
internal sealed partial class SqliteJournalStore
{
    public async ValueTask<long> ReadLastNarrowing(CancellationToken stop) =>
        (await Rows("select coalesce(max(sequence), 0) from narrowing", r => r.GetInt64(0), stop))[0];

    public ValueTask<IReadOnlyList<LeaseRow>> ReadLeases(CancellationToken stop) => ValueTask.FromResult<IReadOnlyList<LeaseRow>>([]);

    public ValueTask EndLease(string silo, CancellationToken stop) => ValueTask.CompletedTask;

    public ValueTask<IReadOnlyList<NarrowingRow>> ReadNarrowings(long afterSequence, int limit, CancellationToken stop) =>
        Rows(
            $"select {RowReader.NarrowingColumns} from narrowing where sequence > $1 order by sequence limit $2",
            RowReader.Narrowing, stop, afterSequence, limit);

    public ValueTask<IReadOnlyList<GroundRow>> ReadNarrowed(CancellationToken stop) =>
        Rows("select ground, max(version) from narrowing where done = 0 group by ground", r => new GroundRow(r.GetString(0), r.GetInt64(1)), stop);

    public async ValueTask<long> ReadAgainMark(CancellationToken stop) => (await Rows("select sequence from again_mark", r => r.GetInt64(0), stop))[0];

    public async ValueTask MoveAgainMark(long sequence, CancellationToken stop) =>
        await writer.Run(
            sql =>
            {
                sql.MoveAgainMark.Run(sequence);
                return true;
            },
            stop);

    public ValueTask<IReadOnlyList<long>> ReadInboxesOf(string stream, CancellationToken stop) =>
        Rows("select distinct inbox from delivery where stream = $1", r => r.GetInt64(0), stop, stream);

    // The file's lock is the lease: nobody else may open it. Read only, so that no commit under way holds it up.
    public async ValueTask<LeaseGrant> RenewLease(string silo, TimeSpan length, CancellationToken stop) =>
        (await Rows(
            "select cast(unixepoch('subsec') * 1000000 as integer), coalesce((select max(sequence) from narrowing), 0)",
            r => new LeaseGrant(r.GetInt64(0), r.GetInt64(1)), stop))[0];
}
