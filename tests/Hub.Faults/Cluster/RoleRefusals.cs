using System.Text.Json.Nodes;
using Hub.Client.Connections;
using Hub.Faults.Processes;
using Hub.Silo;
using static Hub.Faults.Stories.StartRefusals;

namespace Hub.Faults.Cluster;

/// <summary>A role that the settings do not allow is refused with the setting's name.</summary>
public sealed class RoleRefusals
{
    [Theory]
    [InlineData("silo")]
    [InlineData("gateway")]
    public async Task Half_a_hub_without_certificates_of_the_cluster_is_refused(string role)
    {
        await using var site = await HubSite.Create(StoreKind.Embedded);
        Refused(await site.Run("run", "--role", role), "Hub:Cluster:CertificateFile is not set");
    }

    [Theory]
    [InlineData("all", "CertificateFile", "Hub:Cluster:CertificateFile is not set")]
    [InlineData("all", "KeyFile", "Hub:Cluster:KeyFile is not set")]
    [InlineData("silo", "AuthoritiesFile", "Hub:Cluster:AuthoritiesFile is not set")]
    [InlineData("all", "", "Hub:Silo:Store:Kind must be Postgres")]
    [InlineData("silo", "", "Hub:Silo:Store:Kind must be Postgres")]
    [InlineData("gateway", "", "Hub:Cluster:Membership is not set")]
    public async Task What_a_cluster_lacks_is_named(string role, string lacking, string words)
    {
        await using var site = await HubSite.Create(StoreKind.Embedded);
        Certify(site, Nodes(site));
        if (lacking.Length > 0)
        {
            site.Settings["Cluster"]![lacking] = "";
        }

        Refused(await site.Run("run", "--role", role), words);
    }

    [Fact]
    public async Task An_authority_of_agencies_is_not_taken_for_the_clusters()
    {
        await using var site = await HubSite.Create(StoreKind.Embedded);
        Certify(site, site.Authority);
        site.Settings["Cluster"]!["Membership"] = "Host=127.0.0.1";
        Refused(await site.Run("run", "--role", "gateway"), "share a root");
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_refused()
    {
        await using var site = await HubSite.Create(StoreKind.Embedded);
        site.Settings["Silo"]!["Cluster"]!["Address"] = "0.0.0.0";
        Refused(await site.Run("run"), "Hub:Silo:Cluster:Address");
    }

    [Fact]
    public async Task Rights_are_given_on_PostgreSQL_and_not_to_the_owner()
    {
        await using var embedded = await HubSite.Create(StoreKind.Embedded);
        Refused(await embedded.Run("migrate", "--silo-role", "anybody"), "Hub:Silo:Store:Kind must be Postgres");
        await using var postgres = await HubSite.Create(StoreKind.Postgres);
        Refused(await postgres.Run("migrate", "--silo-role", "postgres"), "must not be the role that owns the tables");
        Refused(await postgres.Run("migrate", "--gateway-role", "nobody_of_that_name"), "nobody_of_that_name");
    }

    private static CertificateAuthority Nodes(HubSite site) => CertificateAuthority.OpenOrCreate(Path.Combine(Path.GetDirectoryName(site.Authority.RootFile)!, "cluster"));

    private static void Certify(HubSite site, CertificateAuthority issuer)
    {
        issuer.IssueNode("node");
        site.Settings["Cluster"] = new JsonObject
        {
            ["CertificateFile"] = issuer.CertificateFile("node"),
            ["KeyFile"] = issuer.KeyFile("node"),
            ["AuthoritiesFile"] = issuer.RootFile,
        };
    }
}
