using Hub.Alerts.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Releases;

/// <summary>Each release leaves a store of its own; every later version opens it, finds it whole, reads it, hands over what waits in it and goes
/// on. Source: docs/versions.md, "Stored bytes".</summary>
public abstract class AnEarlierReleasesStore(StoreKind kind)
{
    private readonly string store = kind == StoreKind.Embedded ? "embedded" : "postgres";

    public static TheoryData<string> Releases => [.. Directory.EnumerateDirectories(LeftBehind.Place).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Is_whole_and_read_and_goes_on(string release)
    {
        var folder = Path.Combine(LeftBehind.Place, release);
        var left = LeftBehind.Read(folder, store);
        await using var hub = await RunningHub.StartFrom(kind, folder);
        var council = await hub.Again("council", "SW999001");
        var trust = await hub.Again("trust", "NMC-999002");
        var school = await hub.Again("school", "DSL-999003");
        var plan = (await council.Plans.GetPlanAsync(new GetPlanRequest { Person = left.Child, PlanId = left.ChildPlan })).Plan;
        Assert.Equal(left.Words, plan.Elements.Select(e => e.Content.Text));
        Assert.NotEqual(ProgressStage.Unspecified, (await school.Alerts.GetProgressAsync(new GetProgressRequest { ConcernId = left.Concern })).Progress.Stage);

        await Hear(council, left.Waiting);
        var care = (await trust.Plans.GetPlanAsync(new GetPlanRequest { Person = left.Mother, PlanId = left.MotherPlan })).Plan;
        await trust.Plans.RevisePlanAsync(new RevisePlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = left.Mother,
            PlanId = left.MotherPlan,
            Etag = care.Etag,
            Operations = { new ElementOperation { Add = People.Element("said after the upgrade", Category.HealthMental) } },
        });
        await Hear(council, "said after the upgrade");
        var report = await hub.Audit();
        Assert.True(report.IsWhole);
        Assert.True(report.Events > left.Events);
    }

    /// <summary>Kept for the release that <c>HUB_LEAVE_RELEASE</c> names: docs/versions.md, "Releasing".</summary>
    [Fact]
    public async Task Is_left_by_each_release()
    {
        var release = Environment.GetEnvironmentVariable("HUB_LEAVE_RELEASE");
        var place = release is null ? Directory.CreateTempSubdirectory("hub-release-").FullName : Path.Combine(LeftBehind.Place, release);
        await using var hub = await RunningHub.Start(kind);
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        await family.ReviseMother(People.Element("heard before the upgrade", Category.HealthMental), People.Element("seen by nobody else"));
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        await Family.Say(family.Council, Family.ChildrensTeam, heard, Acknowledgement.Accepted);
        await family.ReviseChild(People.Element("added before the upgrade"));
        var concern = await family.School.Alerts.RaiseConcernAsync(new RaiseConcernRequest
        {
            RequestId = HubRequest.NewId(),
            Description = "Sam, about seven, at the school gate.",
            Severity = Severity.Red,
            PlaceAgencyId = "council",
        });
        await family.ReviseMother(People.Element("waits over the upgrade", Category.HealthMental));
        var plan = (await family.Council.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan })).Plan;
        await hub.Leave(place);
        new LeftBehind(
            family.Child, family.ChildPlan, family.Mother, family.MotherPlan, "waits over the upgrade", concern.ConcernId,
            [.. plan.Elements.Select(e => e.Content.Text)], await hub.Events()).Write(place, store);
        Assert.Equal("waits over the upgrade", Assert.Single(await Family.Fetch(family.Council, Family.ChildrensTeam)).Elements[0].Content.Text);
        if (release is null)
        {
            Directory.Delete(place, recursive: true);
        }
    }

    /// <summary>Whatever comes before it: clocks may have run out since.</summary>
    private static async Task Hear(HubClient council, string text)
    {
        while (!(await Family.Hear(council, Family.ChildrensTeam)).Any(d => d.Elements.Any(e => e.Content?.Text == text)))
        {
        }
    }
}

/// <summary>On the embedded store.</summary>
public sealed class AnEarlierReleasesStoreOnEmbedded() : AnEarlierReleasesStore(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class AnEarlierReleasesStoreOnPostgres() : AnEarlierReleasesStore(StoreKind.Postgres);
