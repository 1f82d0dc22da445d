using System.Text.Json;
using Hub.Client.Connections;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.CommandLine;

/// <summary>An agency works with the hub from a command line.</summary>
public sealed class CommandsOfAnAgency : IAsyncLifetime
{
    private const string Practitioner = "SW999001";
    private RunningHub hub = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded);
        await hub.Agency("council");
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_certificate_from_certs_is_registered_and_calls()
    {
        var folder = Path.GetDirectoryName(hub.Authority.RootFile)!;
        var issued = Json(await Run("certs", "client", "trust", "--folder", folder, "--json"));
        var fingerprint = issued.GetProperty("fingerprint").GetString()!;
        Assert.Equal(hub.Authority.Fingerprint("trust"), fingerprint);
        Done(await AsRegistrar("agencies", "admit", "trust", "--name", "Fictional trust", "--sector", "adult-mental-health", "--duty-number", "999 0202"));
        Done(await AsRegistrar("agencies", "connect", "trust", fingerprint));
        Done(await AsRegistrar("agencies", "practitioner", "trust", "NMC-999002"));
        var (code, said, _) = await HubProgram.Run(hub, "trust", "NMC-999002", "agencies", "get", "trust");
        Assert.Equal(0, code);
        Assert.Contains("adult-mental-health", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_opened_revised_read_and_ended()
    {
        var child = Json(await Run("children", "register", "--family-name", "Example", "--given-name", "Sam", "--nhs-number", People.Number, "--json")).GetProperty("child").GetString()!;
        var plan = Json(await Run("plans", "open", child, "child-protection", "--element", "plan-content:fact:Core group: every ten days.", "--json"));
        var (id, etag) = (plan.GetProperty("planId").GetString()!, plan.GetProperty("etag").GetString()!);
        var element = plan.GetProperty("elementIds")[0].GetString()!;
        var revised = Json(await Run(
            "plans", "revise", child, id, "--etag", etag, "--replace", $"{element}=plan-content:fact:Core group: weekly.", "--add", ":opinion:For own eyes.", "--json"));
        Assert.Equal(1, revised.GetProperty("uncategorisedElementIds").GetArrayLength());
        var read = Done(await Run("plans", "get", child, id));
        Assert.Contains("Core group: weekly.", read, StringComparison.Ordinal);
        Assert.Contains("For own eyes.", read, StringComparison.Ordinal);
        Done(await Run("plans", "end", child, id, "--etag", revised.GetProperty("etag").GetString()!));
        Assert.Equal(3, Json(await Run("plans", "revisions", child, id, "--json")).GetProperty("revisions").GetArrayLength());
    }

    [Fact]
    public async Task The_statutory_minimum_is_recorded_from_data_joined_and_left()
    {
        var own = Json(await Run("agreements", "record-statutory-minimum", "--json")).GetProperty("agreementId").GetString()!;
        var listed = Done(await Run("agreements", "list-frameworks"));
        Assert.Contains("Children Act 2004, sections 11 and 16LA", listed, StringComparison.Ordinal);
        Done(await Run("agreements", "accede", own));
        var seen = Json(await Run("agreements", "get", own, "--json")).GetProperty("framework");
        Assert.Equal("council", seen.GetProperty("members")[0].GetProperty("agencyId").GetString());
        Assert.Equal(["CATEGORY_PROFESSIONAL_CONTACT", "CATEGORY_PLAN_TYPE_AND_DATES"], seen.GetProperty("categories").EnumerateArray().Select(c => c.GetString()!));

        // All bodies under a duty to share, and nobody else.
        Assert.Equal(14, seen.GetProperty("sectors").GetArrayLength());
        Assert.DoesNotContain("SECTOR_VOLUNTARY", seen.GetProperty("sectors").EnumerateArray().Select(c => c.GetString()));
        Done(await Run("agreements", "suspend", own, "--because", "Under review."));
        Done(await Run("agreements", "resume", own));
        Done(await Run("agreements", "withdraw", own));
        Done(await Run("agreements", "propose-framework", "Fictional partnership", "--purpose", "safeguard", "--category", "education", "--sector", "police"));
        Assert.Equal(2, Json(await Run("agreements", "list-frameworks", "--json")).GetProperty("frameworks").GetArrayLength());
        var (code, _, error) = await Run("agreements", "record-statutory-minimum", "--from", "no-such-file.json");
        Assert.Equal((1, "hub: no-such-file.json cannot be read."), (code, error.Trim().Split('\n')[^1]));
    }

    [Fact]
    [Trait("Runs", "long")]
    public async Task A_concern_is_told_and_asked_after()
    {
        Done(await Run("teams", "open", "council/duty", "--name", "Duty desk", "--duty-number", "999 0303"));
        Done(await Run("teams", "assign", "council/duty", Practitioner, "duty-manager"));
        Done(await Run("agencies", "duty-team", "council", "council/duty"));
        var told = Json(await Run(
            "concern", "council", "red", "--description", "A boy of about seven at the school gate.", "--element", "health-physical:observation:A burn.", "--json"));
        Assert.Equal("999 0303", told.GetProperty("dutyNumber").GetString());
        var line = Done(await Run("progress", "--concern", told.GetProperty("concernId").GetString()!));
        Assert.Contains("accepted", line, StringComparison.Ordinal);
        var child = Json(await Run("children", "register", "--family-name", "Example", "--json")).GetProperty("child").GetString()!;
        var raised = Json(await Run("alert", child, "appointment-missed", "amber", "--element", "plan-content:fact:Did not come.", "--json"));
        var progress = Json(await Run("progress", "--person", child, "--update", raised.GetProperty("updateId").GetString()!, "--json"));
        Assert.Equal("PROGRESS_STAGE_ACCEPTED", progress.GetProperty("progress").GetProperty("stage").GetString());
    }

    [Fact]
    public async Task A_write_said_again_with_its_request_id_has_one_outcome_and_one_only_validated_has_none()
    {
        string[] register = ["children", "register", "--family-name", "Example", "--json", "--request-id", "first"];
        var first = Done(await Run(register));
        Assert.Equal(first, Done(await Run(register)));
        Assert.Equal(1, await hub.People("k_"));
        var (_, said, error) = await Run("children", "register", "--family-name", "Another", "--json", "--validate-only");
        Assert.Equal("{ }", said.Trim());
        Assert.Matches("^request id [0-9a-f]{32}", error);
        Assert.Equal(1, await hub.People("k_"));
    }

    [Fact]
    public async Task A_refusal_is_the_hubs_own_words_on_standard_error()
    {
        var (code, said, error) = await Run("agencies", "get", "another-agency");
        Assert.Equal((2, ""), (code, said));
        Assert.Contains("hub: NOT_KNOWN: ", error, StringComparison.Ordinal);
        Assert.Contains("duty numbers: 999 0100", error, StringComparison.Ordinal);
        (code, said, error) = await Run("children", "register", "--nhs-number", "9990000019");
        Assert.Equal((2, ""), (code, said));
        Assert.Contains("INVALID_IDENTIFIER", error, StringComparison.Ordinal);
        Assert.Contains("identity.identifiers[0]", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_said_in_one_sentence()
    {
        var (code, _, error) = await Run("agencies", "get", "council", "--hub", "http://localhost");
        Assert.Equal((1, "hub: --hub takes an address such as https://hub.example:8443."), (code, error.Trim()));
        (code, _, error) = await Run("plans", "open", "somebody", "child-protection", "--element", "no colon");
        Assert.Equal(1, code);
        Assert.Contains("An element is said as category:kind:text.", error, StringComparison.Ordinal);
        (code, _, error) = await Run("plans", "open", "somebody", "no-plan");
        Assert.Equal(1, code);
        Assert.Contains("'no-plan' is not one of: child-protection,", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_nothing_where_all_is_well()
    {
        var found = Json(await Run("doctor", "--json"));
        Assert.True(found.GetProperty("good").GetBoolean());
        Assert.Equal(["files", "dates", "use", "chain", "address", "tls", "health", "identity", "clock"], Steps(found, "step"));
        Assert.All(Steps(found, "verdict"), v => Assert.Equal("good", v));
    }

    [Fact]
    public async Task The_doctor_says_that_the_authority_is_another()
    {
        var other = CertificateAuthority.OpenOrCreate(Path.Combine(Path.GetDirectoryName(hub.Authority.RootFile)!, "other"));
        var (code, said, _) = await Run("doctor", "--authorities", other.RootFile);
        Assert.Equal(1, code);
        Assert.Contains("bad   tls       the hub's certificate does not lead to the authorities given", said, StringComparison.Ordinal);
        Assert.Contains("Get the authorities file from the hub's operator", said, StringComparison.Ordinal);
        Assert.DoesNotContain("health", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_says_what_to_tell_the_registrar()
    {
        hub.Authority.IssueClient("stranger");
        var (code, said, _) = await HubProgram.Run(hub, "stranger", Practitioner, "doctor", "--agency", "council");
        Assert.Equal(2, code);
        Assert.Contains("UNKNOWN_CALLER", said, StringComparison.Ordinal);
        Assert.Contains($"the key {hub.Authority.Fingerprint("stranger")} are registered", said, StringComparison.Ordinal);
    }

    private static string Done((int Code, string Said, string Error) ran)
    {
        Assert.True(ran.Code == 0, ran.Error + ran.Said);
        return ran.Said;
    }

    private static JsonElement Json((int Code, string Said, string Error) ran) => JsonDocument.Parse(Done(ran)).RootElement;

    private static IEnumerable<string?> Steps(JsonElement found, string of) => found.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty(of).GetString());

    private Task<(int Code, string Said, string Error)> Run(params string[] arguments) => HubProgram.Run(hub, "council", Practitioner, arguments);

    private Task<(int Code, string Said, string Error)> AsRegistrar(params string[] arguments) => HubProgram.Run(hub, "registrar", "", arguments);
}
