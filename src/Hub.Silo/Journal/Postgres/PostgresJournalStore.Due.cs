using static Hub.Silo.Journal.Postgres.BatchCommands;

namespace Hub.Silo.Journal.Postgres;

/// <summary>Clocks that run.</summary>
internal sealed partial class PostgresJournalStore
{
    private const string TakeIn =
        """
        with d as (
            insert into due (at, inbox, commit_number, ordinal)
            select * from unnest($1, $2, $3, $4) as d(at, inbox, commit_number, ordinal) order by 1, 2, 3, 4
            on conflict do nothing
        )
        update due_mark set commit_number = greatest(commit_number, $5)
        """;

    public async ValueTask<long> ReadDueMark(CancellationToken stop) =>
        (await Rows("select commit_number from due_mark", r => r.GetInt64(0), stop))[0];

    public ValueTask AddDue(IReadOnlyList<DueRow> rows, long through, CancellationToken stop) =>
        Execute(
            TakeIn, stop, rows.Column(r => r.At), rows.Column(r => r.Inbox), rows.Column(r => r.Position.Commit),
            rows.Column(r => r.Position.Ordinal), Value(through));

    public ValueTask<IReadOnlyList<DueRow>> ReadDue(long by, int limit, CancellationToken stop) =>
        Rows(
            "select at, inbox, commit_number, ordinal from due where at <= $1 order by at, inbox, commit_number, ordinal limit $2",
            r => new DueRow(r.GetInt64(0), r.GetInt64(1), new Position(r.GetInt64(2), r.GetInt32(3))), stop, Value(by), Value(limit));

    public ValueTask EndDue(DueRow row, CancellationToken stop) =>
        Execute(
            "delete from due where at = $1 and inbox = $2 and commit_number = $3 and ordinal = $4", stop,
            Value(row.At), Value(row.Inbox), Value(row.Position.Commit), Value(row.Position.Ordinal));
}
