using Microsoft.Data.Sqlite;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>The writing connection and its prepared statements.</summary>
internal sealed class SqliteStatements : IDisposable
{
    private readonly List<SqliteStatement> all = [];

    private SqliteStatements(SqliteConnection connection)
    {
        Connection = connection;
        Begin = Prepare("begin immediate", 0);
        Commit = Prepare("commit", 0);
        Rollback = Prepare("rollback", 0);
        HashAt = Prepare("select hash from event where stream = $1 and version = $2", 2);
        Request = Prepare("select version from event where stream = $1 and agency = $2 and request_id = $3 and request_id <> ''", 3);
        Ground = Prepare("select version from ground where ground = $1", 1);
        Claimant = Prepare("select stream from claim where space = $1 and key = $2", 2);
        AddClaim = Prepare("insert into claim (space, key, stream) values ($1, $2, $3) on conflict do nothing", 3);
        AddEvent = Prepare(
            """
            insert into event (hub, stream, version, name, name_version, at, agency, practitioner, request_id, request_digest,
                content_digest, decisions_digest, deliveries_digest, previous_hash, hash, content, decisions)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """,
            17);
        NextCommit = Prepare("update counter set last = last + 1 returning last + (select max(base) from era)", 0);
        AddView = Prepare("insert into view (stream, version, ordinal, content) values ($1, $2, $3, $4)", 4);
        AddDelivery = Prepare(
            """
            insert into delivery (commit_number, ordinal, at, stream, version, inbox, subject, view, basis, severity, escalate_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            11);
        AddKey = Prepare("insert into stream_key (stream, master_key, wrapped, erasure_order) values ($1, $2, $3, $4)", 4);
        RaiseGround = Prepare(
            """
            insert into ground (ground, version) values ($1, $2)
            on conflict (ground) do update set version = excluded.version where ground.version < excluded.version
            """,
            2);
        AddBatch = Prepare("insert into batch (commit_number, inboxes, earliest_due, marks) values ($1, $2, $3, $4)", 4);
        AddNarrowing = Prepare(
            "insert into narrowing (sequence, ground, version, done) select coalesce(max(sequence), 0) + 1, $1, $2, $3 from narrowing", 3);
        MoveAgainMark = Prepare("update again_mark set sequence = $1 where sequence < $1", 1);
        AddHandOver = Prepare(
            """
            insert into hand_over (inbox, subscriber, number, at, connection, positions) select $1, $2, $3, $4, $5, $6
            where not exists (select 1 from hand_over where inbox = $1 and subscriber = $2 and number = $3 and at = $4 and connection = $5
                and positions = $6)
            """,
            6);
        RaiseMark = Prepare(
            """
            insert into mark (inbox, subscriber, commit_number, ordinal, above) values ($1, $2, $3, $4, $5)
            on conflict (inbox, subscriber) do update
            set commit_number = excluded.commit_number, ordinal = excluded.ordinal, above = excluded.above
            where (mark.commit_number, mark.ordinal) <= (excluded.commit_number, excluded.ordinal)
            """,
            5);
        DestroyKey = Prepare("update stream_key set wrapped = x'', erasure_order = $2 where stream = $1 and wrapped <> x''", 2);
        AddSecret = Prepare("insert into hub_secret (number, master_key, wrapped) values ($1, $2, $3) on conflict do nothing", 3);
        AddDue = Prepare("insert into due (at, inbox, commit_number, ordinal) values ($1, $2, $3, $4) on conflict do nothing", 4);
        MoveDueMark = Prepare("update due_mark set commit_number = max(commit_number, $1)", 1);
        EndDue = Prepare("delete from due where at = $1 and inbox = $2 and commit_number = $3 and ordinal = $4", 4);
        Checkpoint = Prepare("pragma wal_checkpoint(truncate)", 0);
    }

    public SqliteConnection Connection { get; }

    public SqliteStatement Begin { get; }

    public SqliteStatement Commit { get; }

    public SqliteStatement Rollback { get; }

    public SqliteStatement HashAt { get; }

    public SqliteStatement Request { get; }

    public SqliteStatement Ground { get; }

    public SqliteStatement Claimant { get; }

    public SqliteStatement AddClaim { get; }

    public SqliteStatement AddEvent { get; }

    public SqliteStatement NextCommit { get; }

    public SqliteStatement AddView { get; }

    public SqliteStatement AddDelivery { get; }

    public SqliteStatement AddKey { get; }

    public SqliteStatement RaiseGround { get; }

    public SqliteStatement AddBatch { get; }

    public SqliteStatement AddNarrowing { get; }

    public SqliteStatement MoveAgainMark { get; }

    public SqliteStatement AddHandOver { get; }

    public SqliteStatement RaiseMark { get; }

    public SqliteStatement DestroyKey { get; }

    public SqliteStatement AddSecret { get; }

    public SqliteStatement AddDue { get; }

    public SqliteStatement MoveDueMark { get; }

    public SqliteStatement EndDue { get; }

    public SqliteStatement Checkpoint { get; }

    public static SqliteStatements Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            SqlitePragmas.Writer(connection);
            return new SqliteStatements(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        all.ForEach(s => s.Dispose());
        Connection.Dispose();
    }

    private SqliteStatement Prepare(string sql, int parameters)
    {
        var statement = new SqliteStatement(Connection, sql, parameters);
        all.Add(statement);
        return statement;
    }
}
