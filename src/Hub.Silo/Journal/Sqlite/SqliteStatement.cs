using Microsoft.Data.Sqlite;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>A statement prepared once and run with other values each time. Parameters are $1, $2 … in order.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand command;

    public SqliteStatement(SqliteConnection connection, string sql, int parameters)
    {
#pragma warning disable CA2100 // Only constants of this folder come here.
        command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        }
    }

    public void Run(params ReadOnlySpan<object> values) => Bind(values).ExecuteNonQuery();

    /// <summary>First column of the first row, or null.</summary>
    public object? Ask(params ReadOnlySpan<object> values) => Bind(values).ExecuteScalar();

    public void Dispose() => command.Dispose();

    private SqliteCommand Bind(ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }
}
