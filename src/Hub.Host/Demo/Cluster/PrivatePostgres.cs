using System.Globalization;

namespace Hub.Host.Demo.Cluster;

/// <summary>A PostgreSQL of the demo's own in a folder: on loopback, without sockets, with an empty database and a role each for the owner,
/// silos and gateways.</summary>
internal sealed class PrivatePostgres : IDisposable
{
    public const string Owner = "hub_owner";
    public const string Silo = "hub_silo";
    public const string Gateway = "hub_gateway";
    private const string Database = "hub";

    // What is started here is ended here, also when nobody is left to read from or to write to. It waits a little for those who use it: they
    // end at the same time when the demo was killed.
    private const string Script = $"""
        trap '' PIPE HUP TERM
        cd "$2" || exit 1
        "$1/initdb" -D "$2/data" -U postgres -A trust -E UTF8 --locale=C >/dev/null </dev/null || exit 1
        "$1/pg_ctl" -D "$2/data" -l "$2/log" -w -o "-p $3 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200" start >/dev/null </dev/null || exit 1
        if "$1/psql" -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$3" -U postgres -d postgres </dev/null \
            -c 'create role {Owner} login' -c 'create role {Silo} login' -c 'create role {Gateway} login' -c 'create database {Database} owner {Owner}'
        then
            echo up
            cat >/dev/null
        fi
        "$1/pg_ctl" -D "$2/data" -m smart -t 10 -w stop >/dev/null || "$1/pg_ctl" -D "$2/data" -m fast -w stop >/dev/null
        """;

    // PostgreSQL refuses to run as root. This account is made by Debian's package.
    private const string AsAccount = """
        chown postgres "$0" && exec setpriv --reuid postgres --regid "$(id -g postgres)" --init-groups -- "$@"
        """;

    private readonly GuardedProcess server;
    private readonly int port;

    private PrivatePostgres(GuardedProcess server, int port) => (this.server, this.port) = (server, port);

    /// <summary>Begins to set it up; see <see cref="IsUp"/>.</summary>
    public static PrivatePostgres Begin(string folder)
    {
        var (programs, place, port) = (PostgresPrograms.Find(), Directory.CreateDirectory(Path.Combine(folder, "postgres")).FullName, DemoPorts.Free());
        string[] script = ["/bin/sh", "-c", Script, "sh", programs, place, port.ToString(CultureInfo.InvariantCulture)];
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            script = ["/bin/sh", "-c", AsAccount, place, .. script];
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        return new PrivatePostgres(GuardedProcess.Start("PostgreSQL", Path.Combine(folder, "postgres.log"), script), port);
    }

    public Task IsUp(CancellationToken stop) => server.IsUp(stop);

    public string ConnectionAs(string role) => $"Host=127.0.0.1;Port={port};Database={Database};Username={role}";

    /// <summary>The same for a short visit: nothing stays open that would keep the server from ending.</summary>
    public string VisitAs(string role) => $"{ConnectionAs(role)};Pooling=false";

    /// <summary>Stops it once nobody uses it any more; false when that did not go in order.</summary>
    public Task<bool> End() => server.End();

    public void Dispose() => server.Dispose();
}
