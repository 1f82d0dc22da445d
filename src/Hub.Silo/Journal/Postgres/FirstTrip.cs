using Npgsql;

namespace Hub.Silo.Journal.Postgres;

/// <summary>Begins the transaction, claims keys, inserts every event whose conditions hold, and answers with those whose do not.
/// A loser leaves no event; a claim it won all the same is taken back in the second trip.</summary>
internal static class FirstTrip
{
    // Look-ups stand as scalar sub-selects: those are never flattened into joins, so the plan stays one index probe per row however
    // large the tables are and whatever the planner believes of them.
    private const string Stale =
        "select r.i from r where r.version <> coalesce((select g.version from ground g where g.ground = r.ground), 0)";

    private const string Holders =
        "select k.i, k.stream, (select o.stream from claim o where o.space = k.space and o.key = k.key) as holder from k";

    private const string Astray =
        """
        (case when c.version = 1 then ''::bytea else
            (select p.hash from event p where p.stream = c.stream and p.version = c.version - 1) end) is distinct from c.previous_hash
        """;

    private const string Taken =
        """
        ((select true from event n where n.stream = c.stream and n.version = c.version) is not null
            or (c.request_id <> '' and (select true from event q where q.stream = c.stream and q.agency = c.agency
                and q.request_id = c.request_id and q.request_id <> '') is not null))
        """;

    // Only commits that can still win claim at all, so that one that is lost already takes no key from another in the same batch.
    private const string Claim =
        $"""
        with c as materialized (
            select * from unnest($1, $2, $3, $4, $5, $6) as c(i, stream, version, previous_hash, agency, request_id)
        ), k as materialized (
            select * from unnest($7, $8, $9, $10) as k(i, space, key, stream)
        ), r as materialized (
            select * from unnest($11, $12, $13) as r(i, ground, version)
        ), possible as materialized (
            select c.i from c
            where not ({Astray}) and not {Taken} and c.i not in ({Stale})
                and c.i not in (select h.i from ({Holders}) h where h.holder <> h.stream)
        )
        insert into claim (space, key, stream)
        select k.space, k.key, k.stream from k where k.i in (select p.i from possible p) order by k.space, k.key, k.i
        on conflict do nothing
        """;

    // A statement of its own, so that it sees the claims just made. On the normal path only the predecessor is looked up: that version
    // and request id are free is for the unique indexes to say. A commit that is lost anyway is looked at again, so that its fate is the
    // first reason, not the last. Fates: see CommitFate.
    private const string Insert =
        $"""
        with c as materialized (
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) with ordinality
                as c(stream, version, hub, name, name_version, at, agency, practitioner, request_id, request_digest, content_digest,
                    decisions_digest, deliveries_digest, previous_hash, hash, content, decisions, i)
        ), r as materialized (
            select * from unnest($18, $19, $20) as r(i, ground, version)
        ), k as materialized (
            select * from unnest($21, $22, $23, $24) as k(i, space, key, stream)
        ), stale as materialized ({Stale}), h as materialized ({Holders}), d as materialized (
            select c.*, case
                when {Astray} then 2
                when c.i - 1 in (select s.i from stale s) then case when {Taken} then 2 else 3 end
                when c.i - 1 in (select h.i from h where h.holder is distinct from h.stream) then
                    case when c.i - 1 in (select h.i from h where h.holder <> h.stream) and not {Taken} then 4 else 2 end
                else 1 end as fate
            from c
        ), e as (
            insert into event (stream, version, hub, name, name_version, at, agency, practitioner, request_id, request_digest,
                content_digest, decisions_digest, deliveries_digest, previous_hash, hash, content, decisions)
            select stream, version, hub, name, name_version, at, agency, practitioner, request_id, request_digest,
                content_digest, decisions_digest, deliveries_digest, previous_hash, hash, content, decisions
            from d where fate = 1 order by stream collate "C"
            on conflict do nothing
            returning stream
        )
        select d.i - 1, case d.fate when 1 then 2 else d.fate end from d where d.stream not in (select e.stream from e)
        """;

    private const string Position =
        "select (select e.base from era e order by e.base desc limit 1) + pg_current_xact_id()::text::bigint";

    /// <summary>The commit number, and each commit's fate as it will be if the transaction commits.</summary>
    public static async ValueTask<(long CommitNumber, CommitFate[] Fates)> Run(NpgsqlConnection connection, IReadOnlyList<CommitRows> batch)
    {
        await using var trip = connection.CreateBatch();
        Fill(trip, batch);
        var fates = new CommitFate[batch.Count];
        Array.Fill(fates, CommitFate.Committed);
        await using var rows = await trip.ExecuteReaderAsync(CancellationToken.None);
        while (await rows.ReadAsync(CancellationToken.None))
        {
            fates[rows.GetInt64(0)] = (CommitFate)rows.GetInt32(1);
        }

        await rows.NextResultAsync(CancellationToken.None);
        await rows.ReadAsync(CancellationToken.None);
        return (rows.GetInt64(0), fates);
    }

    private static void Fill(NpgsqlBatch trip, IReadOnlyList<CommitRows> batch)
    {
        var events = batch.Select(c => c.Event).ToList();
        var reads = batch.SelectMany((c, i) => c.ReadSet.Select(g => (I: (long)i, Row: g))).ToList();
        var claims = batch.SelectMany((c, i) => c.Claims.Select(k => (I: (long)i, Row: k))).ToList();
        trip.Add("begin isolation level read committed");
        if (claims.Count > 0)
        {
            var claimers = batch.Index().Where(c => c.Item.Claims.Count > 0).Select(c => (I: (long)c.Index, Row: c.Item.Event)).ToList();
            trip.Add(
                Claim,
                claimers.Column(c => c.I), claimers.Column(c => c.Row.Stream), claimers.Column(c => c.Row.Version),
                claimers.Column(c => c.Row.PreviousHash), claimers.Column(c => c.Row.Agency), claimers.Column(c => c.Row.RequestId),
                claims.Column(k => k.I), claims.Column(k => k.Row.Space), claims.Column(k => k.Row.Key), claims.Column(k => k.Row.Stream),
                reads.Column(r => r.I), reads.Column(r => r.Row.Ground), reads.Column(r => r.Row.Version));
        }

        trip.Add(
            Insert,
            events.Column(e => e.Stream), events.Column(e => e.Version), events.Column(e => e.Hub), events.Column(e => e.Name),
            events.Column(e => e.NameVersion), events.Column(e => e.At), events.Column(e => e.Agency), events.Column(e => e.Practitioner),
            events.Column(e => e.RequestId), events.Column(e => e.RequestDigest), events.Column(e => e.ContentDigest),
            events.Column(e => e.DecisionsDigest), events.Column(e => e.DeliveriesDigest), events.Column(e => e.PreviousHash),
            events.Column(e => e.Hash), events.Column(e => e.Content), events.Column(e => e.Decisions),
            reads.Column(r => r.I), reads.Column(r => r.Row.Ground), reads.Column(r => r.Row.Version),
            claims.Column(k => k.I), claims.Column(k => k.Row.Space), claims.Column(k => k.Row.Key), claims.Column(k => k.Row.Stream));
        trip.Add(Position);
    }
}
