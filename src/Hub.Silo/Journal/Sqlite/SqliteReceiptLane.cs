using Microsoft.Data.Sqlite;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>Marks and ledger through the one writer.</summary>
internal sealed class SqliteReceiptLane(SqliteWriter writer) : IReceiptLane
{
    public async ValueTask Write(IReadOnlyList<ReceiptRows> batch, CancellationToken stop)
    {
        BatchTexts.Check(batch);
        await writer.Run(sql => Write(sql, batch), stop);
    }

    // The store owns the connection.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private bool Write(SqliteStatements sql, IReadOnlyList<ReceiptRows> batch)
    {
        try
        {
            sql.Begin.Run();
            foreach (var h in ReceiptRows.HandOvers(batch))
            {
                sql.AddHandOver.Run(h.Inbox, h.Subscriber, h.Number, h.At, h.Connection, h.Positions);
            }

            foreach (var m in ReceiptRows.Marks(batch))
            {
                sql.RaiseMark.Run(m.Inbox, m.Subscriber, m.Position.Commit, m.Position.Ordinal, m.Above);
            }
        }
        catch
        {
            writer.Abandon(sql);
            throw;
        }

        try
        {
            sql.Commit.Run();
            return true;
        }
        catch (SqliteException e)
        {
            writer.Drop();
            throw new StoreFault(StoreFaultKind.Uncertain, e);
        }
    }
}
