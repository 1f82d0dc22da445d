using System.Text.Json;
using Hub.Agencies.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.CommandLine;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Import;

/// <summary>A registrar admits the bodies of a list.</summary>
[Trait("Runs", "long")]
public sealed class ListsOfAgencies : IAsyncLifetime
{
    private RunningHub hub = null!;

    public async Task InitializeAsync() => hub = await RunningHub.Start(StoreKind.Embedded);

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [FactOfPublishedRecords]
    public async Task The_153_authorities_are_admitted_once()
    {
        var (code, rows) = await Import(PublishedRecords.Authorities);
        Assert.Equal((0, 153), (code, rows.Count(r => r.Outcome == "loaded")));
        var events = await hub.Events();
        Assert.Equal(153, await hub.People("o_"));
        var quoted = await hub.Registrar.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = "e06000058" });
        Assert.Equal(("Bournemouth, Christchurch and Poole Council", Sector.ChildrensSocialCare, "999 0199"), (quoted.Name, quoted.Sector, quoted.DutyNumber));
        (code, rows) = await Import(PublishedRecords.Authorities);
        Assert.Equal((0, 153), (code, rows.Count(r => r.Outcome == "known")));
        Assert.Equal(events, await hub.Events());
    }

    [Fact]
    public async Task A_bad_row_is_refused_by_its_column_and_the_rest_is_admitted()
    {
        var file = await List(
            "gss_code,name,region,type",
            "X06999001,\"Eastfell, Northmere and Southwick (fictional)\",Nowhere,Unitary authority",
            "X06999002,,Nowhere,Unitary authority",
            "9,Short (fictional),Nowhere,Unitary authority",
            "X06999003,Westbeck \"Old\" Town (fictional),Nowhere,Unitary authority",
            "X06999004,Upper Moor (fictional)");
        var (code, rows) = await Import(file);
        Assert.Equal(2, code);
        Assert.Equal(["loaded", "refused", "refused", "refused", "loaded"], rows.Select(r => r.Outcome));
        Assert.Equal(["", "name", "gss_code", "", ""], rows.Select(r => r.Field));
        Assert.Equal(2, await hub.People("o_"));
        File.Delete(file);
    }

    [Fact]
    public async Task A_duty_number_that_was_put_right_stays()
    {
        var file = await List("gss_code,name,duty_number", "X06999001,Eastfell (fictional),", "X06999002,Northmere (fictional),999 0111");
        await Import(file);
        Assert.Equal("999 0111", (await Of("x06999002")).DutyNumber);
        await hub.Registrar.Agencies.AdmitAgencyAsync(new AdmitAgencyRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = "x06999001",
            Name = "Eastfell (fictional)",
            Sector = Sector.ChildrensSocialCare,
            DutyNumber = "999 0122",
        });
        Assert.All((await Import(file)).Rows, r => Assert.Equal("known", r.Outcome));
        Assert.Equal("999 0122", (await Of("x06999001")).DutyNumber);
        File.Delete(file);
    }

    [Fact]
    public async Task A_file_that_is_no_such_list_is_said_in_one_sentence()
    {
        var file = await List("code;label");
        var (code, _, error) = await HubProgram.Run(hub, "registrar", "", "agencies", "import", file, "--duty-number", "999 0199");
        Assert.Equal((1, $"hub: {file} has no columns gss_code and name."), (code, error.Trim()));
        File.Delete(file);
    }

    private static async Task<string> List(params string[] lines)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, lines);
        return file;
    }

    private async Task<GetAgencyResponse> Of(string agency) => await hub.Registrar.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = agency });

    private async Task<(int Code, IReadOnlyList<Row> Rows)> Import(string file)
    {
        var (code, said, error) = await HubProgram.Run(hub, "registrar", "", "agencies", "import", file, "--duty-number", "999 0199", "--json");
        Assert.True(code is 0 or 2, error);
        return (code, [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<Row>(l, JsonSerializerOptions.Web)!)]);
    }

    private sealed record Row(int Line, string Agency, string Outcome, string Because, string Field);
}
