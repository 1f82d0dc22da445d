using System.Diagnostics;
using System.IO.Compression;
using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Silo;
using Npgsql;

namespace Hub.Gateway.Tests;

/// <summary>Stores as releases left them: a folder of the embedded store, and a database as its server's own program writes it out.</summary>
public sealed partial class RunningHub
{
    private const string Embedded = "embedded.zip";
    private const string Database = "postgres.sql.gz";
    private const string MasterKey = "postgres.master.key";

    /// <summary>A hub of today on a store that a release left, as after an upgrade.</summary>
    public static async Task<RunningHub> StartFrom(StoreKind kind, string released)
    {
        var hub = new RunningHub(kind);
        if (hub.database is null)
        {
            await ZipFile.ExtractToDirectoryAsync(Path.Combine(released, Embedded), hub.Options.Silo.Store.Folder);
        }
        else
        {
            await OnServer($"create database {hub.database}");
            File.Copy(Path.Combine(released, MasterKey), hub.Options.Silo.MasterKeyFile, overwrite: true);
            await hub.Restore(Path.Combine(released, Database));
            await HubSilo.Migrate(hub.Options.Silo, TimeProvider.System, CancellationToken.None);
        }

        await hub.StartProcess();
        return hub;
    }

    /// <summary>Stops the hub and leaves its store for later versions.</summary>
    public async Task Leave(string released)
    {
        await StopProcess();
        Directory.CreateDirectory(released);
        if (database is null)
        {
            File.Delete(Path.Combine(released, Embedded));
            await ZipFile.CreateFromDirectoryAsync(Options.Silo.Store.Folder, Path.Combine(released, Embedded));
        }
        else
        {
            File.Copy(Options.Silo.MasterKeyFile, Path.Combine(released, MasterKey), overwrite: true);
            await Dump(Path.Combine(released, Database));
        }

        await StartProcess();
    }

    /// <summary>The agency under a new key, as after it lost the old one.</summary>
    public async Task<HubClient> Again(string agency, string practitioner)
    {
        var key = $"{agency}-renewed";
        Authority.IssueClient(key);
        await Registrar.Agencies.RegisterConnectionAsync(new RegisterConnectionRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = agency,
            KeyFingerprint = Authority.Fingerprint(key),
        });
        return Client(key, agency, practitioner);
    }

    private async Task Restore(string dump)
    {
        await using var packed = new GZipStream(File.OpenRead(dump), CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Options.Silo.Store.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // CA2100: written by the database server's own program.
        await using var command = new NpgsqlCommand(await text.ReadToEndAsync(), connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>In the words of SQL alone, without those that only its own reader knows.</summary>
    private async Task Dump(string path)
    {
        var at = new NpgsqlConnectionStringBuilder(Options.Silo.Store.ConnectionString);
        var start = new ProcessStartInfo("pg_dump") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { "-h", at.Host!, "-p", $"{at.Port}", "-U", at.Username!, "--inserts", "--no-owner", "--no-privileges", at.Database! })
        {
            start.ArgumentList.Add(argument);
        }

        using var program = Process.Start(start)!;
        var lines = (await program.StandardOutput.ReadToEndAsync()).Split('\n').Where(l => !l.StartsWith('\\'));
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
        await using var packed = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        await using var text = new StreamWriter(packed);
        await text.WriteAsync(string.Join('\n', lines));
    }
}
