using Microsoft.Data.Sqlite;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>The one connection that writes, with its statements. Taken in turns.</summary>
internal sealed class SqliteWriter(string connectionString) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private SqliteStatements? open;

    /// <summary>Runs something on a thread of the pool, since the driver blocks; a grain's own scheduler is never held up by the disk.
    /// Not cancelled once begun.</summary>
    public async Task<T> Run<T>(Func<SqliteStatements, T> work, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            return await Task.Run(() => work(open ??= SqliteStatements.Open(connectionString)), CancellationToken.None);
        }
        catch (Exception e) when (SqliteFaults.Knows(e))
        {
            throw SqliteFaults.NotWritten(e);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Within a turn: gives the connection up; the next turn opens another.</summary>
    public void Drop()
    {
        open?.Dispose();
        open = null;
    }

    /// <summary>Within a turn: ends a transaction without effect.</summary>
    public void Abandon(SqliteStatements sql)
    {
        try
        {
            sql.Rollback.Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, or the connection is of no more use.
            Drop();
        }
    }

    /// <summary>After the turn that is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        Drop();
        turn.Dispose();
    }
}
