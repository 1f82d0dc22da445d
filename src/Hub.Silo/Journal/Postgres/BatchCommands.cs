using Npgsql;
using NpgsqlTypes;

namespace Hub.Silo.Journal.Postgres;

/// <summary>Adds statements to a round trip. Their texts are constants, so that the driver prepares each of them once per connection.</summary>
internal static class BatchCommands
{
    public static void Add(this NpgsqlBatch trip, string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
#pragma warning disable CA2100 // Only constants of this folder come here.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(value);
        }

        trip.BatchCommands.Add(command);
    }

    /// <summary>One column of many rows.</summary>
    public static NpgsqlParameter Column<TRow>(this IReadOnlyList<TRow> rows, Func<TRow, string> value) =>
        Column(rows, value, NpgsqlDbType.Text);

    public static NpgsqlParameter Column<TRow>(this IReadOnlyList<TRow> rows, Func<TRow, long> value) =>
        Column(rows, value, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Column<TRow>(this IReadOnlyList<TRow> rows, Func<TRow, int> value) =>
        Column(rows, value, NpgsqlDbType.Integer);

    public static NpgsqlParameter Column<TRow>(this IReadOnlyList<TRow> rows, Func<TRow, bool> value) =>
        Column(rows, value, NpgsqlDbType.Boolean);

    public static NpgsqlParameter Column<TRow>(this IReadOnlyList<TRow> rows, Func<TRow, byte[]> value) =>
        Column(rows, value, NpgsqlDbType.Bytea);

    public static NpgsqlParameter Value(long value) => new NpgsqlParameter<long> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    public static NpgsqlParameter Value(string value) => new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    public static NpgsqlParameter Value(byte[] value) => new NpgsqlParameter<byte[]> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bytea };

    public static NpgsqlParameter Values(long[] values) =>
        new NpgsqlParameter<long[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    private static NpgsqlParameter<T[]> Column<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value, NpgsqlDbType type)
    {
        var column = new T[rows.Count];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = value(rows[i]);
        }

        return new NpgsqlParameter<T[]> { TypedValue = column, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
