using System.Net;
using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Hub.Silo.Membership;

/// <summary>How silos find each other, and how gateways find silos: rows of the hub's own database.</summary>
public static class ClusterMembership
{
    // The schema that migrations make for gateways; their role sees no other.
    private const string GatewaySchema = "hub_gateway";
    private const string Driver = "Npgsql";

    /// <summary>Lets a process without a silo find the cluster's silos, under the gateway's role.</summary>
    public static void FindSilos(this IClientBuilder client, ushort number, string connectionString)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = GatewaySchema };
        client.Configure<ClusterOptions>(o => (o.ServiceId, o.ClusterId) = ClusterName.Of(number));
        client.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (Driver, own.ConnectionString));
        client.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = OneSecond);
        client.Configure<ConnectionOptions>(Patience);
    }

    /// <summary>Makes a silo a member of the cluster.</summary>
    internal static void JoinOthers(this ISiloBuilder silo, SiloOptions options)
    {
        var ports = options.Cluster;
        silo.Configure<ClusterOptions>(o => (o.ServiceId, o.ClusterId) = ClusterName.Of(options.Number));
        silo.ConfigureEndpoints(IPAddress.Parse(ports.Address), ports.Silo, ports.Gateway);
        silo.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (Driver, options.Store.ConnectionString));
        silo.Configure<ClusterMembershipOptions>(Judge);
        silo.Configure<ConnectionOptions>(Patience);
    }

    // A silo that is gone holds up whoever it owned, so it is to be known within seconds. Two probes, because one is lost to any pause; at
    // most two seconds each, because a machine that is busy is not dead. Among two silos one vote is enough, whatever is asked for here.
    private static void Judge(ClusterMembershipOptions judging)
    {
        (judging.ProbeTimeout, judging.MinProbeTimeout, judging.MaxProbeTimeout) = (OneSecond, OneSecond, 2 * OneSecond);
        (judging.NumMissedProbesLimit, judging.NumVotesForDeathDeclaration) = (2, 2);
        judging.DeathVoteExpirationTimeout = 30 * OneSecond;

        // Gossip is quicker; the table is for whoever missed it.
        judging.TableRefreshTimeout = 5 * OneSecond;

        // Three of them missing: whoever joins does not wait for such a silo to answer.
        judging.IAmAliveTablePublishTimeout = 5 * OneSecond;
        judging.MaxJoinAttemptTime = 30 * OneSecond;
        (judging.DefunctSiloCleanupPeriod, judging.DefunctSiloExpiration) = (TimeSpan.FromHours(1), TimeSpan.FromDays(1));
    }

    private static void Patience(ConnectionOptions connecting)
        => (connecting.OpenConnectionTimeout, connecting.ConnectionRetryDelay) = (4 * OneSecond, OneSecond / 2);

    private static TimeSpan OneSecond => TimeSpan.FromSeconds(1);
}
