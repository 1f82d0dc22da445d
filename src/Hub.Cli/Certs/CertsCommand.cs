using System.CommandLine;
using System.Text.Json;
using Hub.Cli.Output;
using Hub.Client.Connections;

namespace Hub.Cli.Certs;

/// <summary><c>hub certs</c>: a private authority in a folder, for trying the hub out and for closed networks.</summary>
internal static class CertsCommand
{
    private static readonly Option<DirectoryInfo> Folder = new("--folder")
    {
        Description = "Where the authority and its certificates are kept.",
        DefaultValueFactory = _ => new DirectoryInfo("certs"),
    };

    // An authority apart: what agencies are issued must never open a port of the cluster, nor the other way round.
    private const string ClusterFolder = "cluster";

    private static readonly Argument<string> Name = new("name") { Description = "File name of the certificate, without ending." };

    public static Command Create()
    {
        var hosts = new Option<string[]>("--host") { Description = "Name or address clients call the hub by.", DefaultValueFactory = _ => ["localhost", "127.0.0.1"] };
        var server = new Command("server", "Issue a certificate for the hub's own port.") { Name, hosts, Folder };
        server.SetAction(parsed => Issue(parsed, (authority, name) => authority.IssueServer(name, parsed.GetValue(hosts)!)));
        var client = new Command("client", "Issue a certificate for an agency's system.") { Name, Folder };
        client.SetAction(parsed => Issue(parsed, (authority, name) => authority.IssueClient(name)));
        var cluster = new Command("cluster", "Issue a certificate for one process of the hub's own cluster, by an authority of its own.") { Name, Folder };
        cluster.SetAction(parsed => Issue(parsed, (authority, name) => authority.IssueNode(name), ClusterFolder));
        return new Command("certs", "Certificates of a private authority.") { server, client, cluster };
    }

    private static int Issue(ParseResult parsed, Action<CertificateAuthority, string> issue, string within = "")
    {
        var authority = CertificateAuthority.OpenOrCreate(Path.Combine(parsed.GetValue(Folder)!.FullName, within));
        var name = parsed.GetValue(Name)!;
        try
        {
            issue(authority, name);
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            Console.Error.WriteLine($"hub: {e.Message}");
            return 1;
        }

        var screen = Screen.Of(parsed);
        var issued = new Issued(authority.CertificateFile(name), authority.KeyFile(name), authority.RootFile, authority.Fingerprint(name));
        if (screen.IsJson)
        {
            screen.Line(JsonSerializer.Serialize(issued, JsonSerializerOptions.Web));
        }
        else
        {
            screen.Say("default", $"certificate  {issued.Certificate}");
            screen.Say("default", $"key          {issued.Key}");
            screen.Say("default", $"authority    {issued.Authority}");
            screen.Say("bold", $"fingerprint  {issued.Fingerprint}");
        }

        return 0;
    }

    private sealed record Issued(string Certificate, string Key, string Authority, string Fingerprint);
}
