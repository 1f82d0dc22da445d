using Npgsql;

namespace Hub.Silo.Journal.Postgres;

/// <summary>Where the journal is on PostgreSQL, and how patient its statements are.</summary>
internal sealed record PostgresOptions
{
    // Plans are made once, perhaps on empty tables: only look-ups by key may be in them, whatever the statistics say.
    private const string ByKey = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_bitmapscan=off -c jit=off";

    // The server lets go of what a host held that has vanished, in seconds instead of hours.
    private const string Gone = "-c tcp_keepalives_idle=3 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3 -c tcp_user_timeout=6000";

    public required string ConnectionString { get; init; }

    /// <summary>Connections that write. Two keep the server busy while a third would only share its disk.</summary>
    public int Lanes { get; init; } = 2;

    /// <summary>Each statement; a command of a grain waits twice as long, so that it hears of the failure.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Each renewal of the lease: two of them may fail before the lease is gone.</summary>
    public TimeSpan LeaseTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a broken backend may take to end before its outcome stays unknown for now.</summary>
    public TimeSpan SettleTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Months after the present one for which deliveries have a partition.</summary>
    public int MonthsAhead { get; init; } = 6;

    public string ApplicationName { get; init; } = "hub silo";

    /// <summary>Shared by all connections of one store.</summary>
    public PostgresHistory History { get; init; } = new();

    /// <summary>For reads: pooled. An inbox is read in the order of its index: sorting would first fetch all that waits in it.</summary>
    internal string Reads => Session(" reads", $"{ByKey} -c enable_sort=off").ConnectionString;

    /// <summary>For a lane: a connection of its own. Nothing is reset, since nobody else ever uses it.</summary>
    internal string Lane => Writer(" lane");

    /// <summary>For the receipts' lane: the same.</summary>
    internal string Receipts => Writer(" receipts");

    /// <summary>For the lease: the same, less patient.</summary>
    internal string Lease => (this with { StatementTimeout = LeaseTimeout }).Writer(" lease");

    private string Writer(string purpose)
    {
        var writer = Session(purpose, $"{ByKey} {Gone} -c idle_in_transaction_session_timeout={(long)(2 * StatementTimeout).TotalMilliseconds}");
        writer.Pooling = false;
        return writer.ConnectionString;
    }

    private NpgsqlConnectionStringBuilder Session(string purpose, string settings)
    {
        var session = new NpgsqlConnectionStringBuilder(ConnectionString)
        {
            ApplicationName = ApplicationName + purpose,
            NoResetOnClose = true,
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            Enlist = false,
            TcpKeepAlive = true,
            Timeout = Math.Max(1, (int)StatementTimeout.TotalSeconds),
            CommandTimeout = Math.Max(1, (int)(2 * StatementTimeout).TotalSeconds),

            // A cancelled statement would leave the connection usable and its outcome in doubt: break it at once instead.
            CancellationTimeout = -1,
            IncludeErrorDetail = false,
        };
        session.Options = $"{session.Options} -c statement_timeout={(long)StatementTimeout.TotalMilliseconds} {settings}".Trim();
        return session;
    }
}
