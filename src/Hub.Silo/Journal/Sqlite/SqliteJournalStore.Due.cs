namespace Hub.Silo.Journal.Sqlite;

/// <summary>Clocks that run.</summary>
internal sealed partial class SqliteJournalStore
{
    public async ValueTask<long> ReadDueMark(CancellationToken stop) =>
        (await Rows("select commit_number from due_mark", r => r.GetInt64(0), stop))[0];

    public async ValueTask AddDue(IReadOnlyList<DueRow> rows, long through, CancellationToken stop) =>
        await writer.Run(
            sql =>
            {
                sql.Begin.Run();
                try
                {
                    foreach (var row in rows)
                    {
                        sql.AddDue.Run(row.At, row.Inbox, row.Position.Commit, row.Position.Ordinal);
                    }

                    sql.MoveDueMark.Run(through);
                    sql.Commit.Run();
                }
                catch
                {
                    // The writer opens anew: a transaction left open would take the next batch into it.
                    writer.Drop();
                    throw;
                }

                return true;
            },
            stop);

    public ValueTask<IReadOnlyList<DueRow>> ReadDue(long by, int limit, CancellationToken stop) =>
        Rows(
            "select at, inbox, commit_number, ordinal from due where at <= $1 order by at, inbox, commit_number, ordinal limit $2",
            r => new DueRow(r.GetInt64(0), r.GetInt64(1), new Position(r.GetInt64(2), r.GetInt32(3))), stop, by, limit);

    public async ValueTask EndDue(DueRow row, CancellationToken stop) =>
        await writer.Run(
            sql =>
            {
                sql.EndDue.Run(row.At, row.Inbox, row.Position.Commit, row.Position.Ordinal);
                return true;
            },
            stop);
}
