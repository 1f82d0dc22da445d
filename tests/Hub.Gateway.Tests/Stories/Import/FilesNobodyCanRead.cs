using System.Text;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Import;

/// <summary>Broken files beside good ones: each is named, none stops the others, and none of their content shows.</summary>
public sealed class FilesNobodyCanRead : IAsyncLifetime
{
    private const string Marker = "Quillfeather";
    private readonly string folder = Directory.CreateTempSubdirectory("hub-import-").FullName;
    private RunningHub hub = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded);
        await hub.Agency("council");
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Are_named_and_the_rest_is_loaded()
    {
        string[] broken =
        [
            Write("nul.xml", $"<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"{Marker}\0\"/></name></Patient>"),
            Write("cut.json", $"{{\"resourceType\":\"Patient\",\"name\":[{{\"family\":\"{Marker}"),
            Write("entity.xml", $"<!DOCTYPE Patient [<!ENTITY e \"{Marker}\">]><Patient xmlns=\"http://hl7.org/fhir\"><id value=\"&e;\"/></Patient>"),
            Write("deep.xml", string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000))),
            Write("half.json", $$"""{"resourceType":"Patient","name":[{"family":"{{Marker}}\ud800"}]}"""),
            Write("page.xml", $"<html><body>{Marker}</body></html>"),
            Write("list.json", $"[\"{Marker}\"]"),
            Write("empty.xml", ""),
            Huge("huge.xml"),
            Path.Combine(folder, "absent.xml"),
        ];
        var latin = Path.Combine(folder, "latin.json");
        await File.WriteAllBytesAsync(latin, Encoding.Latin1.GetBytes($$"""{"resourceType":"Patient","name":[{"family":"{{Marker}}é"}]}"""));
        var run = await Import([.. broken, latin, Write("good.json", Patient("p-1", "Example"))]);
        Assert.Equal(2, run.Code);
        Assert.Equal("loaded", Assert.Single(run.Records).Outcome);
        Assert.Equal([.. broken, latin], run.Lines.Where(l => l.Unreadable is not null).Select(l => l.File));
        Assert.Equal("is larger than 32 MiB: split it", run.Lines.Single(l => l.FileName == "huge.xml").Unreadable);
        Assert.Equal("cannot be opened", run.Lines.Single(l => l.FileName == "absent.xml").Unreadable);
        Assert.DoesNotContain(Marker, run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_single_bad_records_which_are_refused_by_their_path()
    {
        var bundle = $$$$"""
            {"resourceType":"Bundle","type":"collection","entry":[
              {"resource":{{{{Patient("nul", Marker + "\\u0000")}}}}},
              {"resource":{{{{Patient("p-1", "Example")}}}}},
              {"fullUrl":"urn:uuid:0c1d"},
              {"resource":{"resourceType":"Patient","id":"day","birthDate":"{{{{Marker}}}}","name":[{"family":5}]}},
              {"resource":{"resourceType":"CarePlan","id":"c-1","status":"active","intent":"plan","subject":{"reference":"Patient/p-1"},"description":"{{{{new string('x', 5000)}}}}"}},
              {"resource":{"resourceType":"CarePlan","id":"c-2","status":"active","intent":"plan","subject":{"reference":"Patient/P-1"}}},
              {"resource":{"resourceType":"CarePlan","id":"c-3","status":"active","intent":"plan","period":{"start":"2026-03-02","end":"2026-03-01"},"subject":{"reference":"Patient/p-1"}}},
              {"resource":{"resourceType":"CarePlan","id":"c-4","status":"draft","intent":"plan","subject":{"reference":"Patient/p-1"}}}
            ]}
            """;
        var run = await Import(Write("bundle.json", bundle));
        Assert.Equal("Bundle.entry[0].resource.name[0].family", run.The("Patient/nul").Field);
        Assert.Equal("loaded", run.The("Patient/p-1").Outcome);
        Assert.Equal(("refused", "Bundle.entry[3].resource.birthDate"), (run.The("Patient/day").Outcome, run.The("Patient/day").Field));
        Assert.Equal("Bundle.entry[4].resource.description", run.The("CarePlan/c-1").Field);
        Assert.Equal(("refused", "Bundle.entry[5].resource.subject"), (run.The("CarePlan/c-2").Outcome, run.The("CarePlan/c-2").Field));
        Assert.Equal(("refused", "Bundle.entry[6].resource.period.end"), (run.The("CarePlan/c-3").Outcome, run.The("CarePlan/c-3").Field));
        Assert.Equal("not-taken", run.The("CarePlan/c-4").Outcome);
        Assert.Contains(run.Warnings, w => w is { Path: "Bundle.entry[2]", Warning: "holds no resource" });
        Assert.Contains(run.Warnings, w => w is { Path: "Bundle.entry[5].resource.subject.reference", Warning: "leads to no record of this run" });
        Assert.DoesNotContain(Marker, run.Said, StringComparison.Ordinal);
        Assert.Equal(1, await hub.Events("k_") + await hub.Events("g_"));
    }

    [Fact]
    public async Task Hold_records_of_another_shape_than_FHIRs_which_are_refused_and_stop_no_other()
    {
        var bundle = $$$$"""
            {"resourceType":"Bundle","type":"collection","entry":[
              {"resource":{"resourceType":"CarePlan","id":"c-1","status":"active","category":"{{{{Marker}}}}","subject":{"reference":"Patient/p-1"}}},
              {"resource":{"resourceType":"Patient","id":["{{{{Marker}}}}"]}},
              {"resource":{"resourceType":"Patient","id":"list","name":{"family":"{{{{Marker}}}}"}}},
              {"resource":{"resourceType":"Consent","id":"other","meta":"{{{{Marker}}}}"}},
              {"resource":"{{{{Marker}}}}"},
              {"fullUrl":["{{{{Marker}}}}"],"resource":{{{{Patient("lost", "Example")}}}}},
              {"resource":{{{{Patient("p-1", "Example")}}}}}
            ]}
            """;
        var run = await Import(Write("bundle.json", bundle), Write("entries.json", """{"resourceType":"Bundle","entry":{"resource":{}}}"""));
        Assert.Equal(2, run.Code);
        Assert.Equal(
            ["Bundle.entry[0].resource.category", "Bundle.entry[1].resource.id", "Bundle.entry[2].resource.name"],
            run.Records.Where(r => r.Outcome == "refused").Select(r => r.Field));
        Assert.Equal("other type", run.The("Consent/other").Because);
        Assert.Equal("loaded", run.The("Patient/p-1").Outcome);
        Assert.Equal(["Bundle.entry[5].fullUrl", "Bundle.entry"], run.Lines.Where(l => l.Unreadable is not null).Select(l => l.Path));
        Assert.Contains(run.Warnings, w => w is { Path: "Bundle.entry[4]", Warning: "holds no resource" });
        Assert.DoesNotContain(Marker, run.Said, StringComparison.Ordinal);
    }

    private static string Patient(string id, string family) => $$"""{"resourceType":"Patient","id":"{{id}}","birthDate":"1988-05-06","name":[{"family":"{{family}}"}]}""";

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private string Huge(string name)
    {
        using var file = File.Create(Path.Combine(folder, name));
        file.SetLength((32 << 20) + 1);
        return file.Name;
    }

    private Task<ImportRun> Import(params string[] files) => ImportRun.Of(hub, "council", "SW999001", files);
}
