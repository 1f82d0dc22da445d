using Npgsql;

namespace Hub.Silo.Journal.Postgres;

/// <summary>Writes all else that the winners write, and commits. Tables in one order, rows by key: two lanes never wait in a circle.</summary>
internal static class SecondTrip
{
    // Exactly what this transaction itself inserted for a loser: a key that the stream held before stays.
    private const string TakeBack =
        """
        delete from claim c using unnest($1, $2, $3) as k(space, key, stream)
        where c.space = k.space and c.key = k.key and c.stream = k.stream and c.xmin = pg_current_xact_id()::xid
        """;

    private const string Views =
        """
        insert into view (stream, version, ordinal, content)
        select * from unnest($1, $2, $3, $4) as v(stream, version, ordinal, content)
        order by v.stream collate "C", v.ordinal
        """;

    private const string Deliveries =
        """
        insert into delivery (commit_number, ordinal, at, stream, version, inbox, subject, view, basis, severity, escalate_at)
        select $1, * from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as d(ordinal, at, stream, version, inbox, subject,
            view, basis, severity, escalate_at)
        order by d.stream collate "C", d.inbox, d.subject
        """;

    private const string Keys =
        """
        insert into stream_key (stream, master_key, wrapped, erasure_order)
        select * from unnest($1, $2, $3, $4) as k(stream, master_key, wrapped, erasure_order) order by k.stream collate "C"
        """;

    private const string Grounds =
        """
        insert into ground (ground, version)
        select * from unnest($1, $2) as g(ground, version) order by g.ground collate "C"
        on conflict (ground) do update set version = excluded.version where ground.version < excluded.version
        """;

    // The head stays locked until the commit, so sequences appear in order and without gaps: last of all locks, and not for long.
    private const string Narrowings =
        """
        with head as (
            update narrowing_head set last = last + cardinality($1) returning last - cardinality($1) as before
        )
        insert into narrowing (sequence, ground, version, done)
        select (select head.before from head) + n.i, n.ground, n.version, n.done
        from unnest($1, $2, $3) with ordinality as n(ground, version, done, i)
        """;

    private const string Batch = "insert into batch (commit_number, inboxes, earliest_due, marks) values ($1, $2, $3, $4)";

    public static async ValueTask Run(NpgsqlConnection connection, IReadOnlyList<CommitRows> batch, BatchResult result)
    {
        await using var trip = connection.CreateBatch();
        Fill(trip, batch, result);
        await trip.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static void Fill(NpgsqlBatch trip, IReadOnlyList<CommitRows> batch, BatchResult result)
    {
        var lost = batch.Where((_, i) => result.Fates[i] != CommitFate.Committed).SelectMany(c => c.Claims).ToList();
        if (lost.Count > 0)
        {
            trip.Add(TakeBack, lost.Column(k => k.Space), lost.Column(k => k.Key), lost.Column(k => k.Stream));
        }

        var winners = batch.Index().Where(c => result.Fates[c.Index] == CommitFate.Committed).ToList();
        var views = winners.SelectMany(w => w.Item.Views.Select(v => (w.Item.Event, Row: v))).ToList();
        if (views.Count > 0)
        {
            trip.Add(
                Views,
                views.Column(v => v.Event.Stream), views.Column(v => v.Event.Version), views.Column(v => v.Row.Ordinal),
                views.Column(v => v.Row.Content));
        }

        var deliveries = winners
            .SelectMany(w => w.Item.Deliveries.Select((d, n) => (Place: result.FirstOrdinals[w.Index] + n, w.Item.Event, Row: d)))
            .ToList();
        if (deliveries.Count > 0)
        {
            trip.Add(
                Deliveries,
                BatchCommands.Value(result.CommitNumber), deliveries.Column(d => d.Place), deliveries.Column(d => d.Event.At),
                deliveries.Column(d => d.Event.Stream), deliveries.Column(d => d.Event.Version), deliveries.Column(d => d.Row.Inbox),
                deliveries.Column(d => d.Row.Subject), deliveries.Column(d => d.Row.View), deliveries.Column(d => d.Row.Basis),
                deliveries.Column(d => d.Row.Severity), deliveries.Column(d => d.Row.EscalateAt));
        }

        var keys = winners.Select(w => w.Item.Key).OfType<StreamKeyRow>().ToList();
        if (keys.Count > 0)
        {
            trip.Add(
                Keys,
                keys.Column(k => k.Stream), keys.Column(k => k.MasterKey), keys.Column(k => k.Wrapped), keys.Column(k => k.ErasureOrder));
        }

        var grounds = winners.Select(w => w.Item.Raise).OfType<GroundRow>().ToList();
        if (grounds.Count > 0)
        {
            trip.Add(Grounds, grounds.Column(g => g.Ground), grounds.Column(g => g.Version));
        }

        var notices = winners.Select(w => w.Item.Notice).OfType<NarrowingRow>().ToList();
        if (notices.Count > 0)
        {
            trip.Add(Narrowings, notices.Column(n => n.Ground), notices.Column(n => n.Version), notices.Column(n => n.Done));
        }

        trip.Add(
            Batch,
            BatchCommands.Value(result.CommitNumber), BatchCommands.Values(BatchRow.Inboxes(winners.Select(w => w.Item))),
            BatchCommands.Value(BatchRow.EarliestDue(winners.Select(w => w.Item))), BatchCommands.Value(BatchRow.Marks(winners.Select(w => w.Item))));
        trip.Add("commit");
    }
}
