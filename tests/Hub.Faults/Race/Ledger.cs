using Hub.Domain.Teams;
using Hub.Faults.Processes;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Npgsql;

namespace Hub.Faults.Race;

/// <summary>One batch that was written to the ledger. None: the batch before did not go out.</summary>
internal sealed record HandOver(long At, IReadOnlyList<(Position At, long Number)> Items);

/// <summary>What the hub itself has on record of what it handed over.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<(long Inbox, string Subscriber), List<HandOver>> rows = [];

    public static async Task<Ledger> Read(PostgresDatabase database, RaceClock clock)
    {
        var ledger = new Ledger();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("select inbox, subscriber, at, positions from hand_over order by inbox, subscriber, number", connection);
        await using var reader = await ask.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var key = (reader.GetInt64(0), reader.GetString(1));
            var row = new HandOver(clock.OfWall(reader.GetInt64(2)), LedgerItems.Read((byte[])reader.GetValue(3)).Items);
            if (!ledger.rows.TryGetValue(key, out var list))
            {
                ledger.rows[key] = list = [];
            }

            list.Add(row);
        }

        return ledger;
    }

    public IReadOnlyList<HandOver> Of(Listener listener) => Of(listener.Team, listener.Subscriber);

    public IReadOnlyList<HandOver> Of(string team, string subscriber) => rows.GetValueOrDefault((TeamId.TryParse(team)!.Inbox, subscriber), []);

    /// <summary>For each arrival the last entry before it that names its number, and where; null when there is none.</summary>
    public IReadOnlyDictionary<Arrival, (HandOver Row, Position At)?> EntriesOf(Listener listener, IEnumerable<Arrival> arrivals, long apart)
    {
        var byNumber = Of(listener).SelectMany(row => row.Items.Select(item => (Row: row, item.At, item.Number))).ToLookup(e => e.Number);
        return arrivals.ToDictionary(a => a, a => byNumber[a.Delivery.Number].Where(e => e.Row.At <= a.At + apart)
            .Select(e => ((HandOver, Position)?)(e.Row, e.At)).LastOrDefault());
    }
}
