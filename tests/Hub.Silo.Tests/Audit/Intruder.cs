using Hub.Silo.Journal;
using Hub.Silo.Journal.Postgres;
using Hub.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hub.Silo.Tests.Audit;

/// <summary>Knows the published formats and has the database, but no key.</summary>
internal static class Intruder
{
    /// <summary>Computes the hashes of a stream again, from a version on, as many as told.</summary>
    public static async Task Rehash(this TamperedCopy copy, string stream, long from, int events = int.MaxValue)
    {
        var rows = await Read(copy, stream);
        var previous = from == 1 ? [] : rows[(int)from - 2].Hash;
        foreach (var row in rows.Skip((int)from - 1).Take(events))
        {
            var hash = Envelope.Hash(row with { PreviousHash = previous });
            await copy.Set("previous_hash", copy.Place.Bytes(previous), stream, row.Version);
            await copy.Set("hash", copy.Place.Bytes(hash), stream, row.Version);
            previous = hash;
        }
    }

    /// <summary>Puts the stream's present hashes into the batches that wrote its events.</summary>
    public static async Task Remark(this TamperedCopy copy, string stream, IReadOnlyList<byte[]> old)
    {
        var rows = await Read(copy, stream);
        foreach (var batch in await copy.Place.Rows("select commit_number, marks from batch"))
        {
            var marks = (byte[])batch[1];
            foreach (var (row, was) in rows.Zip(old))
            {
                var at = marks.AsSpan().IndexOf(was.AsSpan(0, 8));
                if (at >= 0)
                {
                    row.Hash.AsSpan(0, 8).CopyTo(marks.AsSpan(at));
                }
            }

            await copy.Run($"update batch set marks = {copy.Place.Bytes(marks)} where commit_number = {batch[0]}");
        }
    }

    public static async Task<IReadOnlyList<EventRow>> Read(TamperedCopy copy, string stream)
    {
        await using var connection = await copy.Place.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select {RowReader.EventColumns} from event where stream = '{stream}' order by version";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<EventRow>();
        while (await reader.ReadAsync())
        {
            rows.Add(RowReader.Event(reader));
        }

        return rows;
    }
}
