using Npgsql;

namespace Hub.Silo.Journal.Postgres;

/// <summary>One connection that writes marks and ledger, in one round trip. The ledger first, rows by key: two silos never wait in a circle.</summary>
internal sealed class PostgresReceiptLane(PostgresOptions options) : IReceiptLane
{
    // A row that stands already is the same row after a broken connection; another one under its number violates the key.
    private const string HandOvers =
        """
        insert into hand_over (inbox, subscriber, number, at, connection, positions)
        select * from unnest($1, $2, $3, $4, $5, $6) as h(inbox, subscriber, number, at, connection, positions)
        where (select true from hand_over o where o.inbox = h.inbox and o.subscriber = h.subscriber and o.number = h.number
            and o.at = h.at and o.connection = h.connection and o.positions = h.positions) is null
        order by h.inbox, h.subscriber collate "C", h.number
        """;

    private const string Marks =
        """
        insert into mark (inbox, subscriber, commit_number, ordinal, above)
        select * from unnest($1, $2, $3, $4, $5) as m(inbox, subscriber, commit_number, ordinal, above)
        order by m.inbox, m.subscriber collate "C"
        on conflict (inbox, subscriber) do update
        set commit_number = excluded.commit_number, ordinal = excluded.ordinal, above = excluded.above
        where (mark.commit_number, mark.ordinal) <= (excluded.commit_number, excluded.ordinal)
        """;

    private readonly PostgresLink link = new(options.Receipts, options.History);

    public async ValueTask Write(IReadOnlyList<ReceiptRows> batch, CancellationToken stop)
    {
        BatchTexts.Check(batch);
        var open = await link.Open(stop);
        try
        {
            await using var trip = open.Connection.CreateBatch();
            Fill(trip, ReceiptRows.HandOvers(batch), ReceiptRows.Marks(batch));
            await trip.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            await link.Drop();
            throw PostgresFaults.IsAnswer(e) ? PostgresFaults.NotWritten(e) : new StoreFault(StoreFaultKind.Uncertain, e);
        }
    }

    public ValueTask DisposeAsync() => link.DisposeAsync();

    private static void Fill(NpgsqlBatch trip, IReadOnlyList<HandOverRow> handOvers, IReadOnlyList<MarkRow> marks)
    {
        trip.Add("begin isolation level read committed");
        if (handOvers.Count > 0)
        {
            trip.Add(
                HandOvers,
                handOvers.Column(h => h.Inbox), handOvers.Column(h => h.Subscriber), handOvers.Column(h => h.Number),
                handOvers.Column(h => h.At), handOvers.Column(h => h.Connection), handOvers.Column(h => h.Positions));
        }

        if (marks.Count > 0)
        {
            trip.Add(
                Marks,
                marks.Column(m => m.Inbox), marks.Column(m => m.Subscriber), marks.Column(m => m.Position.Commit),
                marks.Column(m => m.Position.Ordinal), marks.Column(m => m.Above));
        }

        trip.Add("commit");
    }
}
