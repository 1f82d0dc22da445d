using Hub.Alerts.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Alerts;

/// <summary>A sender asks what became of its word, and hears one line, and lines of those of whom it knows anyway.</summary>
public abstract class WhatBecameOfIt(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Goes_from_accepted_to_acted_on_and_names_the_role_but_not_the_person()
    {
        var update = await Alert(family.Trust);
        await Expect(ProgressStage.Accepted, Role.Unspecified);
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        await Expect(ProgressStage.WithTeam, Role.Unspecified);
        await Family.Say(family.Council, Family.ChildrensTeam, heard, Acknowledgement.NotMine);
        await Expect(ProgressStage.WithTeam, Role.Unspecified);
        await Family.Say(family.Council, Family.ChildrensTeam, heard, Acknowledgement.Accepted);
        await Expect(ProgressStage.Taken, Role.LeadSocialWorker);
        await Family.Say(family.Council, Family.ChildrensTeam, heard, Acknowledgement.Actioned);
        await hub.StopProcess();
        await hub.StartProcess();
        await Expect(ProgressStage.Actioned, Role.LeadSocialWorker);

        async Task Expect(ProgressStage stage, Role role)
        {
            var told = await Of(family.Trust, family.Mother, update);
            Assert.Equal((stage, role), (told.Progress.Stage, told.Progress.Role));
            Assert.Equal(stage == ProgressStage.WithTeam, told.Progress.ReachedAt is null);
            Assert.Equal(0, (told.Progress.ReachedAt?.Seconds ?? 0) % 300);
            Assert.Equal((Family.ChildrensTeam, told.Progress), (Assert.Single(told.Teams).TeamId, told.Teams[0].Progress));
        }
    }

    [Fact]
    public async Task Of_a_revision_shows_the_circle_to_its_lead_and_to_nobody_else()
    {
        await family.Agree(family.School, new Hub.Agreements.V1.ProposeAgreementRequest { PartnerAgencyId = "school", Gives = { Category.Education }, Takes = { Category.Education } });
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Family.SchoolTeam, Role.DesignatedSafeguardingLead));
        var plan = (await family.Council.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan })).Plan;
        var revised = await family.Council.Plans.RevisePlanAsync(new RevisePlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Child,
            PlanId = family.ChildPlan,
            Etag = plan.Etag,
            Operations = { new ElementOperation { Add = People.Element("Fell asleep in class.", Category.Education) } },
        });
        var heard = Assert.Single(await Family.Hear(family.School, Family.SchoolTeam));
        await Family.Say(family.School, Family.SchoolTeam, heard, Acknowledgement.Accepted);
        var lead = await Of(family.Council, family.Child, revised.UpdateId);
        Assert.Equal((ProgressStage.Taken, Role.DesignatedSafeguardingLead), (lead.Progress.Stage, lead.Progress.Role));
        Assert.Equal(Family.SchoolTeam, Assert.Single(lead.Teams).TeamId);

        // Somebody else of the council knows of nobody on the circle but her own.
        await family.Council.Agencies.RegisterPractitionerAsync(
            new Hub.Agencies.V1.RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = "council", PractitionerId = "SW999009" });
        using var other = hub.Client("council", "council", "SW999009");
        var told = await Of(other, family.Child, revised.UpdateId);
        Assert.Equal((ProgressStage.Accepted, 0), (told.Progress.Stage, told.Teams.Count));
    }

    [Fact]
    public async Task Is_told_to_the_sender_alone()
    {
        var update = await Alert(family.Trust);
        Assert.Equal(HubReasons.InvalidReference, await Reason(() => Of(family.Council, family.MotherAtCouncil, update)));
        Assert.Equal(HubReasons.InvalidReference, await Reason(() => Of(family.Trust, family.Mother, new string('A', 43))));
        Assert.Equal(HubReasons.InvalidReference, await Reason(() => Of(family.Trust, family.Mother, family.MotherPlan)));
        Assert.Equal(HubReasons.InvalidField, await Reason(() => Of(family.Trust, "", "")));
        Assert.Equal("", (await family.Trust.Alerts.RaiseAlertAsync(Alert(validateOnly: true))).UpdateId);
    }

    private async Task<string> Alert(HubClient agency) => (await agency.Alerts.RaiseAlertAsync(Alert(validateOnly: false))).UpdateId;

    private RaiseAlertRequest Alert(bool validateOnly) => new()
    {
        RequestId = HubRequest.NewId(),
        ValidateOnly = validateOnly,
        Person = family.Mother,
        Type = AlertType.RelapseEarlySign,
        Severity = Severity.Amber,
    };

    private static async Task<GetProgressResponse> Of(HubClient agency, string person, string update)
        => await agency.Alerts.GetProgressAsync(new GetProgressRequest { Person = person, UpdateId = update });

    private static async Task<string> Reason(Func<Task> call) => (await Assert.ThrowsAsync<HubRefusedException>(call)).Reason;
}

/// <summary>On the embedded store.</summary>
public sealed class WhatBecameOfItOnEmbedded() : WhatBecameOfIt(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class WhatBecameOfItOnPostgres() : WhatBecameOfIt(StoreKind.Postgres);
