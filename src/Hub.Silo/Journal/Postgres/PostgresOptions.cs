using Npgsql;

namespace Hub.Silo.Journal.Postgres;

/// <summary>Where the journal is on PostgreSQL, and how patient its statements are.</summary>
internal sealed record PostgresOptions
{
    public required string ConnectionString { get; init; }

    /// <summary>Connections that write. Two keep the server busy while a third would only share its disk.</summary>
    public int Lanes { get; init; } = 2;

    /// <summary>Each statement; a command of a grain waits twice as long, so that it hears of the failure.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a broken backend may take to end before its outcome stays unknown for now.</summary>
    public TimeSpan SettleTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Months after the present one for which deliveries have a partition.</summary>
    public int MonthsAhead { get; init; } = 6;

    public string ApplicationName { get; init; } = "hub silo";

    /// <summary>For reads: pooled.</summary>
    internal string Reads => Session(" reads").ConnectionString;

    /// <summary>For a lane: a connection of its own. Nothing is reset, since nobody else ever uses it.</summary>
    internal string Lane
    {
        get
        {
            var lane = Session(" lane");
            lane.Pooling = false;

            // Plans of a lane are made once, perhaps on empty tables: only look-ups by key may be in them, whatever the statistics say.
            lane.Options += " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_bitmapscan=off -c jit=off"
                + $" -c idle_in_transaction_session_timeout={(long)(2 * StatementTimeout).TotalMilliseconds}";
            return lane.ConnectionString;
        }
    }

    private NpgsqlConnectionStringBuilder Session(string purpose)
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
        session.Options = $"{session.Options} -c statement_timeout={(long)StatementTimeout.TotalMilliseconds}".Trim();
        return session;
    }
}
