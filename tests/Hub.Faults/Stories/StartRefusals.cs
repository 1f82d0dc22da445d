using System.Security.Cryptography;
using Hub.Agencies.V1;
using Hub.Faults.Processes;
using Hub.Silo;

namespace Hub.Faults.Stories;

/// <summary>A host that cannot run says why in one sentence and ends with code 1.</summary>
public sealed class StartRefusals
{
    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused_and_the_first_goes_on()
    {
        await using var site = await HubSite.Create(StoreKind.Embedded);
        await site.Start();
        Refused(await site.RunSecond(), "another process holds", "one hub at a time may use an embedded database");
        await GoesOn(site);
    }

    [Fact]
    public async Task A_second_process_without_a_cluster_on_the_same_database_is_refused_and_the_first_goes_on()
    {
        await using var site = await HubSite.Create(StoreKind.Postgres);
        await site.Start();
        Refused(await site.RunSecond(), "another process runs on this database", "Hub:Cluster");
        await GoesOn(site);
    }

    private static async Task GoesOn(HubSite site)
    {
        Assert.False(site.Host.Ended.IsCompleted);
        await site.Client("registrar").Agencies.AdmitAgencyAsync(new AdmitAgencyRequest
        {
            RequestId = "after",
            AgencyId = "council",
            Name = "Fictional council",
            Sector = Sector.ChildrensSocialCare,
            DutyNumber = "999 0100",
        });
    }

    [Fact]
    public async Task An_unknown_setting_is_named()
    {
        await using var site = await HubSite.Create(StoreKind.Embedded);
        site.Settings["Silo"]!["Nmuber"] = 2;
        Refused(await site.Run("run"), "Nmuber");
    }

    [Fact]
    public async Task A_missing_certificate_file_is_named()
    {
        await using var site = await HubSite.Create(StoreKind.Embedded);
        site.Settings["Gateway"]!["CertificateFile"] = site.Authority.CertificateFile("mislaid");
        Refused(await site.Run("run"), site.Authority.CertificateFile("mislaid"));
    }

    [Theory]
    [InlineData(StoreKind.Embedded)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_missing_master_key_beside_an_existing_database_is_not_replaced_by_a_fresh_one(StoreKind kind)
    {
        await using var site = await HubSite.Create(kind);
        await site.Start();
        await site.KillHost();
        File.Delete(site.MasterKeyFile);
        Refused(await site.Run("run"), $"no master key file at {site.MasterKeyFile}");
        Assert.False(File.Exists(site.MasterKeyFile));
    }

    [Theory]
    [InlineData("m1", "does not open with the key of that name")]
    [InlineData("m2", "lacks master key m1")]
    public async Task A_wrong_master_key_is_refused(string id, string words)
    {
        await using var site = await HubSite.Create(StoreKind.Embedded);
        await site.Start();
        await site.KillHost();
        await File.WriteAllTextAsync(site.MasterKeyFile, $"{id} {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
        Refused(await site.Run("run"), words);
    }

    [Fact]
    public async Task A_database_that_was_not_migrated_is_refused_with_what_to_do()
    {
        await using var site = await HubSite.Create(StoreKind.Postgres, migrated: false);
        Refused(await site.Run("run"), "lacks the migration", "run the migrations before starting");
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_said_to_be()
    {
        await using var site = await HubSite.Create(StoreKind.Postgres);
        await site.Database!.Close();
        Refused(await site.Run("run"), "the database cannot be used", "not currently accepting connections");
    }

    [Fact]
    public async Task A_port_that_another_process_holds_is_named()
    {
        await using var site = await HubSite.Create(StoreKind.Embedded);
        await using var other = await HubSite.Create(StoreKind.Embedded);
        await site.Start();
        other.Settings["Gateway"]!["Listen"] = (string)site.Settings["Gateway"]!["Listen"]!;
        Refused(await other.Run("run"), (string)site.Settings["Gateway"]!["Listen"]!);
    }

    internal static void Refused((int Code, string Output, string Errors) ended, params string[] words)
    {
        Assert.True(ended.Code == 1, $"code {ended.Code}: {ended.Output} {ended.Errors}");
        Assert.StartsWith("hub: ", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', ended.Errors);
        Assert.False((ended.Output + ended.Errors).Contains("   at ", StringComparison.Ordinal), $"a stack trace: {ended.Output}{ended.Errors}");
        Assert.All(words, w => Assert.Contains(w, ended.Errors, StringComparison.Ordinal));
    }
}
