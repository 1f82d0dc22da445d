using Npgsql;
using static Hub.Silo.Journal.Postgres.BatchCommands;

namespace Hub.Silo.Journal.Postgres;

/// <summary>Narrowings, and the leases that answer for having seen them.</summary>
internal sealed partial class PostgresJournalStore
{
    private const string Renew =
        """
        insert into silo_lease as l (silo, until, sequence)
            select $1, (extract(epoch from clock_timestamp()) * 1000000)::bigint + $2, h.last from narrowing_head h
        on conflict (silo) do update set until = excluded.until, sequence = excluded.sequence
        returning l.until - $2
        """;

    private const string Last = "select last from narrowing_head";

    private readonly PostgresLink lease;

    public async ValueTask<long> ReadLastNarrowing(CancellationToken stop) =>
        (await Rows(Last, r => r.GetInt64(0), stop))[0];

    public ValueTask<IReadOnlyList<NarrowingRow>> ReadNarrowings(long afterSequence, int limit, CancellationToken stop) =>
        Rows(
            $"select {RowReader.NarrowingColumns} from narrowing where sequence > $1 order by sequence limit $2",
            RowReader.Narrowing, stop, Value(afterSequence), Value(limit));

    public ValueTask<IReadOnlyList<GroundRow>> ReadNarrowed(CancellationToken stop) =>
        Rows("select ground, max(version) from narrowing where not done group by ground", r => new GroundRow(r.GetString(0), r.GetInt64(1)), stop);

    public async ValueTask<long> ReadAgainMark(CancellationToken stop) => (await Rows("select sequence from again_mark", r => r.GetInt64(0), stop))[0];

    public ValueTask MoveAgainMark(long sequence, CancellationToken stop) =>
        Execute("update again_mark set sequence = $1 where sequence < $1", stop, Value(sequence));

    public ValueTask<IReadOnlyList<long>> ReadInboxesOf(string stream, CancellationToken stop) =>
        Rows("select distinct inbox from delivery where stream = $1", r => r.GetInt64(0), stop, Value(stream));

    public ValueTask<IReadOnlyList<LeaseRow>> ReadLeases(CancellationToken stop) =>
        Rows("select silo, until from silo_lease order by silo", r => new LeaseRow(r.GetString(0), r.GetInt64(1)), stop);

    public ValueTask EndLease(string silo, CancellationToken stop) => Execute("delete from silo_lease where silo = $1", stop, Value(silo));

    public async ValueTask<LeaseGrant> RenewLease(string silo, TimeSpan length, CancellationToken stop)
    {
        var open = await lease.Open(stop);
        try
        {
            await using var renew = new NpgsqlCommand(Renew, open.Connection);
            renew.Parameters.Add(Value(silo));
            renew.Parameters.Add(Value(length.Ticks / TimeSpan.TicksPerMicrosecond));
            var now = (long)(await renew.ExecuteScalarAsync(stop))!;

            // Written first, then looked, by two transactions: a narrowing is committed before its caller looks at the leases, so that whichever
            // looks later sees the other, and none waits for the other's disk.
            await using var look = new NpgsqlCommand(Last, open.Connection);
            return new LeaseGrant(now, (long)(await look.ExecuteScalarAsync(stop))!);
        }
        catch (Exception e)
        {
            await lease.Drop();
            if (PostgresFaults.Knows(e))
            {
                throw PostgresFaults.NotWritten(e);
            }

            throw;
        }
    }
}
