using Hub.Adults.V1;
using Hub.Agencies.V1;
using Hub.Children.V1;
using Hub.Client;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Import;

/// <summary>A fictional council imports everything that was published: the records as they are, with their mistakes.</summary>
public sealed class ThePublishedRecords : IAsyncLifetime
{
    private const string Practitioner = "SW999001";
    private const string Alan = "Patient/PatientFlag-AlanMann-Example";
    private const string Richard = "Patient/UKCore-Patient-RichardSmith-Example";
    private const string Joy = "RelatedPerson/UKCore-RelatedPerson-JoySmith-Example";
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

    [FactOfPublishedRecords]
    public async Task Become_people_and_plans_and_each_says_what_became_of_it()
    {
        var run = await Import(PublishedRecords.Fhir);
        Assert.Equal(2, run.Code);
        Assert.Equal(("loaded", "child"), (run.The(Alan).Outcome, run.The(Alan).Kind));
        Assert.Equal(("loaded", "adult"), (run.The(Richard).Outcome, run.The(Richard).Kind));
        Assert.Equal(("loaded", "adult"), (run.The(Joy).Outcome, run.The(Joy).Kind));
        Assert.Equal(("loaded", "plan"), (run.The("CarePlan/CPIS-CarePlan-Example").Outcome, run.The("CarePlan/CPIS-CarePlan-Example").Kind));
        Assert.Equal("loaded", run.The("CarePlan/UKCore-CarePlan-WellnessPlan-Example").Outcome);
        Assert.Equal((5, 0, 1), (run.Count("loaded"), run.Count("known"), run.Count("refused")));
        Assert.Equal(
            ["AuditEvent", "Communication", "Consent", "Encounter"],
            run.Records.Where(l => l.Because == "other type").Select(l => l.Record!.Split('/')[0]).Order());
        Assert.All(run.Records.Where(l => l.Outcome != "loaded"), l => Assert.NotEmpty(l.Because!));
        Assert.Equal((1, 2), (await hub.People("k_"), await hub.People("g_")));
        Assert.Equal("Mann", (await council.Children.GetChildAsync(new GetChildRequest { Child = run.Reference(Alan) })).Identity.FamilyName);
        Assert.Equal("1970-09-11", (await council.Adults.GetAdultAsync(new GetAdultRequest { Adult = run.Reference(Richard) })).Identity.BirthDate);
    }

    [FactOfPublishedRecords]
    public async Task Hold_a_number_with_a_wrong_check_digit_which_is_refused_by_its_field()
    {
        var baby = (await Import(PublishedRecords.Fhir)).The("Patient/UKCore-Patient-BabyPatient-Example");
        Assert.Equal(("refused", "Patient.identifier[0].value"), (baby.Outcome, baby.Field));
        Assert.StartsWith("INVALID_IDENTIFIER: ", baby.Because, StringComparison.Ordinal);
        Assert.Equal("UKCore-Patient-BabyPatient-Example.xml", baby.FileName);
    }

    [FactOfPublishedRecords]
    public async Task Hold_oddities_which_are_named_by_file_and_path_and_stop_nothing()
    {
        var odd = (await Import(PublishedRecords.Fhir)).Warnings.Select(w => (w.FileName, w.Path, w.Warning)).ToList();
        Assert.Contains(("CPIS-Flag-Example.xml", "Flag.extension[0].value.reference", "leads to no record of this run"), odd);
        Assert.Contains(("UKCore-CareTeam-WeightManagementTeam-Example.xml", "CareTeam.participant[0].member.reference", "leads to no record of this run"), odd);
        Assert.Contains(("UKCore-CareTeam-WeightManagementTeam-Example.xml", "CareTeam.managingOrganization[0].reference", "leads to no record of this run"), odd);
        Assert.Contains(("UKCore-CarePlan-WellnessPlan-Example.xml", "CarePlan.author.reference", "leads to no record of this run"), odd);
        Assert.Contains(("UKCore-CarePlan-WellnessPlan-Example.xml", "CarePlan.period", "has an end and no start"), odd);
        Assert.Contains(("UKCore-CarePlan-WellnessPlan-Example.xml", "CarePlan.category", "names no plan type of the hub: taken as personalised-care"), odd);
        Assert.Contains(
            ("UKCore-Practitioner-ConsultantSandraGose-Example.xml", "Practitioner.identifier[0].value", "has not the shape of a GMC number: 7 digits"), odd);
        Assert.Contains(
            ("PatientFlag-AlanMann-Example.xml", "Patient.birthDate", "is taken as a child, by a plan or flag, though not known to be under 18"), odd);
        Assert.DoesNotContain(odd, o => o.FileName == "CPIS-CPP-Bundle-Example.xml" && o.Path!.Contains("entry[0].resource.extension", StringComparison.Ordinal));
    }

    [FactOfPublishedRecords]
    [Trait("Runs", "long")]
    public async Task Change_nothing_when_they_come_again_in_whatever_form()
    {
        var files = PublishedRecords.Files("");
        var first = await Import(PublishedRecords.Fhir);
        var events = await hub.Events();
        string[][] forms =
        [
            [PublishedRecords.Fhir],
            Rewritten.Shuffled(folder, files),
            Rewritten.Shuffled(folder, files),
            [Rewritten.AsOneBundle(folder, files)],
            Rewritten.AsJson(folder, files),
        ];
        foreach (var form in forms)
        {
            var again = await Import(form);
            Assert.Equal((0, 5, 1), (again.Count("loaded"), again.Count("known"), again.Count("refused")));
            Assert.All([Alan, Richard, Joy, "CarePlan/CPIS-CarePlan-Example"], r => Assert.Equal(first.Reference(r), again.Reference(r)));
            Assert.Equal(events, await hub.Events());
        }
    }

    [FactOfPublishedRecords]
    public async Task Name_who_works_at_the_agency_and_in_which_role()
    {
        await hub.Agency("white-rose", Sector.GeneralPractice, "GP999004");
        var practice = hub.Client("white-rose", "white-rose", "GP999004");
        await practice.Teams.OpenTeamAsync(Facts.Team("white-rose/practice"));
        string[] said = ["--organization", "GP5", "--team", "white-rose/practice", PublishedRecords.Fhir];
        var run = await ImportRun.Of(hub, "white-rose", "GP999004", said);
        Assert.Equal("loaded", run.The("Practitioner/UKCore-Practitioner-DoctorPaulRastall-Example").Outcome);
        Assert.Equal("loaded", run.The("PractitionerRole/UKCore-PractitionerRole-GeneralPractitioner-Example").Outcome);
        Assert.Equal("not-taken", run.The("Practitioner/UKCore-Practitioner-ConsultantSandraGose-Example").Outcome);
        var holder = Assert.Single((await practice.Teams.GetTeamAsync(new Hub.Teams.V1.GetTeamRequest { TeamId = "white-rose/practice" })).Holders);
        Assert.Equal(("G12345678", Hub.Teams.V1.Role.Gp), (holder.PractitionerId, holder.Role));
        Assert.Equal(0, (await ImportRun.Of(hub, "white-rose", "GP999004", said)).Count("loaded"));
    }

    private Task<ImportRun> Import(params string[] arguments) => ImportRun.Of(hub, "council", Practitioner, arguments);
}
