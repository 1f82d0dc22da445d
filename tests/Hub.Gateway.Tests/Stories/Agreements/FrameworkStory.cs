using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Client;
using Hub.Gateway.Tests.Refusals;
using Hub.Gateway.Tests.Wire;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Agreements;

/// <summary>A council writes a framework down; a clinic and a school may join it.</summary>
public abstract class FrameworkStory(StoreKind kind) : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private HubClient council = null!;
    private HubClient clinic = null!;
    private HubClient school = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, h => h.Clock = clock);
        council = await hub.Agency("council");
        clinic = await hub.Agency("clinic", Sector.AdultMentalHealth, "NMC999002");
        school = await hub.Agency("school", Sector.Education, "T999003");
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_framework_is_written_down_joined_left_and_ended_also_across_a_restart()
    {
        var proposal = Facts.Framework();
        proposal.LegalSource = "Children Act 2004 s.16LA";
        var own = (await council.Agreements.ProposeFrameworkAsync(proposal)).AgreementId;
        Assert.Equal(own, (await council.Agreements.ProposeFrameworkAsync(proposal)).AgreementId);
        var theirs = Assert.Single(await List(clinic));
        Assert.NotEqual(own, theirs.AgreementId);
        Assert.Equal(("council", "Fictional partnership", "Children Act 2004 s.16LA"), (theirs.OwnerAgencyId, theirs.Name, theirs.LegalSource));
        Assert.Equal([Category.PlanTypeAndDates, Category.HealthMental], theirs.Categories);
        Assert.Equal((AgreementState.InForce, false), (theirs.State, theirs.IsMember));

        var accede = Facts.Accede(theirs.AgreementId);
        await clinic.Agreements.AccedeToFrameworkAsync(accede);
        await clinic.Agreements.AccedeToFrameworkAsync(accede);
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.True(Assert.Single(await List(clinic)).IsMember);
        Assert.Equal("clinic", Assert.Single((await Get(council, own)).Members).AgencyId);

        await clinic.Agreements.WithdrawFromFrameworkAsync(Facts.Withdraw(theirs.AgreementId));
        Assert.Empty((await Get(council, own)).Members);
        await Refused("STATE_CONFLICT", async () => await clinic.Agreements.WithdrawFromFrameworkAsync(Facts.Withdraw(theirs.AgreementId)));
        await Refused("STATE_CONFLICT", async () => await clinic.Agreements.EndAgreementAsync(Facts.EndOf(theirs.AgreementId)));
        await council.Agreements.EndAgreementAsync(Facts.EndOf(own));
        Assert.Empty(await List(clinic));
        Assert.Equal(AgreementState.Terminated, (await Get(clinic, theirs.AgreementId)).State);
        await Refused("STATE_CONFLICT", async () => await clinic.Agreements.AccedeToFrameworkAsync(Facts.Accede(theirs.AgreementId)));
        Assert.Equal(4, await hub.Events("s_"));
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task Its_members_are_shown_to_members_and_to_its_owner_alone_and_to_nobody_in_a_list()
    {
        var own = (await council.Agreements.ProposeFrameworkAsync(Facts.Framework())).AgreementId;
        await clinic.Agreements.AccedeToFrameworkAsync(Facts.Accede(Assert.Single(await List(clinic)).AgreementId));
        var seen = Assert.Single(await List(school)).AgreementId;
        Assert.Empty((await Get(school, seen)).Members);
        Assert.Single((await Get(council, own)).Members);
        await school.Agreements.AccedeToFrameworkAsync(Facts.Accede(seen));
        Assert.Equal(["clinic", "school"], (await Get(school, seen)).Members.Select(m => m.AgencyId));
        Assert.Empty(Assert.Single(await List(school)).Members);
        Assert.Empty((await school.Agreements.ListAgreementsAsync(new ListAgreementsRequest())).Agreements);

        await school.Agreements.SuspendAgreementAsync(Facts.Suspend(seen));
        Assert.Equal(AgreementState.Suspended, (await Get(school, seen)).State);
        var told = await Get(council, own);
        Assert.Equal(AgreementState.InForce, told.State);
        Assert.NotNull(told.Members.Single(m => m.AgencyId == "school").SuspendedAt);
        await school.Agreements.WithdrawFromFrameworkAsync(Facts.Withdraw(seen));
        Assert.Empty((await Get(school, seen)).Members);
    }

    [Fact]
    public async Task It_is_open_to_the_sectors_that_it_names()
    {
        var proposal = Facts.Framework();
        proposal.Sectors.Add(Sector.AdultMentalHealth);
        await council.Agreements.ProposeFrameworkAsync(proposal);
        await Refused("STATE_CONFLICT", async () => await school.Agreements.AccedeToFrameworkAsync(Facts.Accede((await List(school)).Single().AgreementId)));
        await clinic.Agreements.AccedeToFrameworkAsync(Facts.Accede(Assert.Single(await List(clinic)).AgreementId));
    }

    [Fact]
    public async Task It_lapses_by_the_clock_and_is_listed_no_more()
    {
        var proposal = Facts.Framework();
        proposal.EndsOn = clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var own = (await council.Agreements.ProposeFrameworkAsync(proposal)).AgreementId;
        Assert.Single(await List(clinic));
        clock.Forward(TimeSpan.FromDays(1));
        await AfterATurn.Over(council, "council/any-team");
        Assert.Empty(await List(clinic));
        Assert.Equal(AgreementState.Expired, (await Get(council, own)).State);
    }

    [Fact]
    public async Task An_agreement_is_suspended_and_resumed_by_each_party_for_itself()
    {
        var own = (await council.Agreements.ProposeAgreementAsync(Facts.Agreement("clinic"))).AgreementId;
        var theirs = Assert.Single((await clinic.Agreements.ListAgreementsAsync(new ListAgreementsRequest())).Agreements).AgreementId;
        await Refused("STATE_CONFLICT", async () => await council.Agreements.SuspendAgreementAsync(Facts.Suspend(own)));
        await clinic.Agreements.SignAgreementAsync(Facts.Sign(theirs));
        await clinic.Agreements.SuspendAgreementAsync(Facts.Suspend(theirs));
        var seen = (await council.Agreements.GetAgreementAsync(new GetAgreementRequest { AgreementId = own })).Agreement;
        Assert.Equal(AgreementState.Suspended, seen.State);
        Assert.Equal(["clinic"], seen.SuspendedByAgencyIds);
        await Refused("STATE_CONFLICT", async () => await council.Agreements.ResumeAgreementAsync(Facts.Resume(own)));
        await clinic.Agreements.ResumeAgreementAsync(Facts.Resume(theirs));
        Assert.Equal(AgreementState.InForce, (await council.Agreements.GetAgreementAsync(new GetAgreementRequest { AgreementId = own })).Agreement.State);
        await Refused("STATE_CONFLICT", async () => await clinic.Agreements.AccedeToFrameworkAsync(Facts.Accede(theirs)));
    }

    private static async Task<Framework> Get(HubClient agency, string framework)
        => (await agency.Agreements.GetAgreementAsync(new GetAgreementRequest { AgreementId = framework })).Framework;

    private static async Task<IReadOnlyList<Framework>> List(HubClient agency) => (await agency.Agreements.ListFrameworksAsync(new ListFrameworksRequest())).Frameworks;

    private async Task Refused(string reason, Func<Task> call)
    {
        var written = await hub.Events();
        var told = await Told.By(call);
        Assert.Equal((reason, "agreement_id"), (told.Reason, told.Fields.SingleOrDefault()));
        Assert.Equal(written, await hub.Events());
    }
}

/// <summary>On the embedded store.</summary>
public sealed class FrameworkStoryOnEmbedded() : FrameworkStory(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class FrameworkStoryOnPostgres() : FrameworkStory(StoreKind.Postgres);
