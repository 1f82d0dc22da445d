using System.Text.Json.Nodes;
using Hub.Client.Connections;
using Hub.Faults.Stories;
using Hub.Host.Configuration;

namespace Hub.Faults.Cluster;

/// <summary>Who knows where a silo listens, and even its database's password, but has no certificate of the cluster.</summary>
public sealed class Strangers
{
    private const string Refused = "a connection to a cluster port was refused";

    [Fact]
    public async Task Nobody_without_a_certificate_of_the_cluster_calls_one_grain()
    {
        await using var cluster = await HubCluster.Create();
        await cluster.Start("silo-1");
        var foreign = Foreign(cluster);
        cluster.Nodes.IssueNode("friend");
        cluster.Nodes.IssueClient("no-node");
        cluster.Agencies.IssueNode("posing");
        var port = cluster.ClientPort("silo-1");
        Assert.True(await OrleansClient.IsAnswered(port, Files(cluster, cluster.Nodes, "friend")));
        var strangers = new (string Who, ClusterOptions? With)[]
        {
            ("in plain text", null),
            ("foreign", Files(cluster, foreign, "stranger")),
            ("of the agencies' authority", Files(cluster, cluster.Agencies, "posing")),
            ("an agency", Files(cluster, cluster.Agencies, "registrar")),
            ("of the cluster's authority, but no process of it", Files(cluster, cluster.Nodes, "no-node")),
        };
        var answered = await Task.WhenAll(strangers.Select(s => OrleansClient.IsAnswered(port, s.With)));
        Assert.All(strangers.Zip(answered), s => Assert.False(s.Second, s.First.Who));
        var said = cluster.Of("silo-1").Output.Split('\n').Where(l => l.Contains(Refused, StringComparison.Ordinal)).ToList();
        Assert.True(said.Count >= strangers.Length, string.Join('\n', said));
        Assert.All(said, l => Assert.DoesNotContain("127.0.0.1", l, StringComparison.Ordinal));
        Assert.True(await OrleansClient.IsAnswered(port, Files(cluster, cluster.Nodes, "friend")));
    }

    [Fact]
    public async Task A_process_with_another_authoritys_certificate_does_not_get_in_and_says_so()
    {
        await using var cluster = await HubCluster.Create();
        await cluster.Start("silo-1");
        var foreign = Foreign(cluster);
        cluster.Begin("silo-9", s => Present(s, foreign));
        cluster.Begin("gateway-9", s => Present(s, foreign));
        var gateway = cluster.Of("gateway-9");
        StartRefusals.Refused((await gateway.ExitCode(), "", gateway.Errors), "no silo let this gateway in");
        var silo = cluster.Of("silo-9");

        // Whichever comes first: it gives up, or the cluster, which cannot reach it either, declares it dead and Orleans ends it at once.
        Assert.NotEqual(0, await silo.ExitCode());
        Assert.Equal(0, silo.Said("hub: up"));
        Assert.Equal(1, await Membership.CountActive(cluster.Database));
    }

    [Fact]
    [Trait("Runs", "long")]
    public async Task A_certificate_that_was_replaced_counts_from_the_next_connection_on()
    {
        await using var cluster = await HubCluster.Create();
        var (folder, next) = (Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(cluster.Nodes.RootFile)!, "own")).FullName, Foreign(cluster));
        cluster.Nodes.IssueNode("friend");
        Put(cluster.Nodes, "friend", folder);
        await cluster.Start("silo-1", s => s["Cluster"] = new JsonObject
        {
            ["CertificateFile"] = Path.Combine(folder, "node.crt"),
            ["KeyFile"] = Path.Combine(folder, "node.key"),
            ["AuthoritiesFile"] = Path.Combine(folder, "ca.crt"),
        });
        var (old, fresh) = (Files(cluster, cluster.Nodes, "friend"), Files(cluster, next, "stranger"));
        fresh.AuthoritiesFile = next.RootFile;
        var port = cluster.ClientPort("silo-1");
        Assert.True(await OrleansClient.IsAnswered(port, old));

        await File.WriteAllTextAsync(Path.Combine(folder, "node.key"), "half a key");
        Assert.True(await OrleansClient.IsAnswered(port, old));

        Put(next, "stranger", folder);
        Assert.True(await OrleansClient.IsAnswered(port, fresh));
        Assert.False(await OrleansClient.IsAnswered(port, old));
    }

    private static CertificateAuthority Foreign(HubCluster cluster)
    {
        var foreign = CertificateAuthority.OpenOrCreate(Path.Combine(Path.GetDirectoryName(cluster.Nodes.RootFile)!, "foreign"));
        foreign.IssueNode("stranger");
        return foreign;
    }

    // It trusts the cluster: only the cluster does not trust it.
    private static ClusterOptions Files(HubCluster cluster, CertificateAuthority issuer, string name)
        => new() { CertificateFile = issuer.CertificateFile(name), KeyFile = issuer.KeyFile(name), AuthoritiesFile = cluster.Nodes.RootFile };

    private static void Present(JsonObject settings, CertificateAuthority foreign)
    {
        settings["Cluster"]!["CertificateFile"] = foreign.CertificateFile("stranger");
        settings["Cluster"]!["KeyFile"] = foreign.KeyFile("stranger");
    }

    private static void Put(CertificateAuthority issuer, string name, string folder)
    {
        File.Copy(issuer.KeyFile(name), Path.Combine(folder, "node.key"), overwrite: true);
        File.Copy(issuer.CertificateFile(name), Path.Combine(folder, "node.crt"), overwrite: true);
        File.Copy(issuer.RootFile, Path.Combine(folder, "ca.crt"), overwrite: true);
    }
}
