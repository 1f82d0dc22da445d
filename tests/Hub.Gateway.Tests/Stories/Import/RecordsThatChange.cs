using Hub.Adults.V1;
using Hub.Children.V1;
using Hub.Client;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Import;

/// <summary>A fictional agency exports its records again after somebody worked on them.</summary>
[Trait("Runs", "long")]
public sealed class RecordsThatChange : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-import-").FullName;
    private RunningHub hub = null!;
    private HubClient council = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded);
        council = await hub.Agency("council");
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_corrected_name_replaces_the_agencys_own_record_and_goes_back_with_the_source()
    {
        foreach (var given in (string[])["Sam", "Samuel", "Sam"])
        {
            var run = await Import(Patient(given));
            Assert.Equal("loaded", run.The("Patient/p-1").Outcome);
            Assert.Equal([given], (await council.Adults.GetAdultAsync(new GetAdultRequest { Adult = run.Reference("Patient/p-1") })).Identity.GivenNames);
            Assert.Equal("known", (await Import(Patient(given))).The("Patient/p-1").Outcome);
        }

        Assert.Equal(1, await hub.People("g_"));
        Assert.Equal(3, await hub.Events("g_"));
    }

    [Fact]
    public async Task A_plan_that_changed_at_its_source_is_no_second_plan()
    {
        var first = await Import(Patient("Sam"), Plan("Weekly visits."));
        Assert.Equal("loaded", first.The("CarePlan/c-1").Outcome);
        var again = await Import(Patient("Sam"), Plan("Visits every day."));
        Assert.Equal("refused", again.The("CarePlan/c-1").Outcome);
        Assert.Contains("has changed since at its source", again.The("CarePlan/c-1").Because, StringComparison.Ordinal);
        var plan = (await council.Plans.GetPlanAsync(new GetPlanRequest { Person = first.Reference("Patient/p-1"), PlanId = first.Reference("CarePlan/c-1") })).Plan;
        Assert.Equal("Weekly visits.", Assert.Single(plan.Elements).Content.Text);
        Assert.Equal("known", (await Import(Plan("Weekly visits."), Patient("Sam"))).The("CarePlan/c-1").Outcome);
        Assert.Equal(2, await hub.Events("g_"));
    }

    [Fact]
    public async Task The_same_id_in_two_systems_is_two_people()
    {
        await Import(Patient("Sam"));
        await Import(["--source", "community", Patient("Sam")]);
        Assert.Equal(2, await hub.People("g_"));
    }

    [Fact]
    public async Task Somebody_not_yet_18_is_a_child_and_somebody_of_18_an_adult()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        string[] files =
        [
            Person("young", $$""","birthDate":"{{today.AddYears(-18).AddDays(2):yyyy-MM-dd}}" """),
            Person("of-age", $$""","birthDate":"{{today.AddYears(-18).AddDays(-2):yyyy-MM-dd}}" """),
            Person("this-year", $$""","birthDate":"{{today.Year}}" """),
            Person("unknown", ""),
        ];
        var run = await Import(files);
        Assert.Equal(["child", "adult", "child", "adult"], run.Records.Select(r => r.Kind));
        Assert.Contains("birthDate (no whole date)", run.The("Patient/this-year").LeftOut!);
        Assert.Equal("is taken as an adult: no birth date", Assert.Single(run.Warnings).Warning);
        Assert.Equal("", (await council.Children.GetChildAsync(new GetChildRequest { Child = run.Reference("Patient/this-year") })).Identity.BirthDate);
    }

    private static string Json(string text) => text.Replace('\'', '"');

    private string Patient(string given)
        => Write("patient.json", Json($"{{'resourceType':'Patient','id':'p-1','birthDate':'1988-05-06','name':[{{'family':'Example','given':['{given}']}}]}}"));

    private string Plan(string description)
        => Write("plan.json", Json($"{{'resourceType':'CarePlan','id':'c-1','status':'active','intent':'plan','subject':{{'reference':'Patient/p-1'}},'description':'{description}'}}"));

    private string Person(string id, string more) => Write($"{id}.json", $$"""{"resourceType":"Patient","id":"{{id}}"{{more}}}""");

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private Task<ImportRun> Import(params string[] arguments) => ImportRun.Of(hub, "council", "SW999001", arguments);
}
