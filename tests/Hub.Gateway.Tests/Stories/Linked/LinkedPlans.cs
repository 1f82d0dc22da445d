using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>Two plans, linked: a change on either side reaches the other side's team, cut to what that team may see.</summary>
public abstract class LinkedPlans(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Family.At(hub);
        await family.Agree();
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_link_is_proposed_accepted_and_told_to_both()
    {
        await family.Propose();
        var asked = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
        Assert.Equal(("plan.link-proposed", family.Mother, Severity.Amber), (asked.Type, asked.Adult, asked.Severity));
        Assert.Equal((Family.ChildrensTeam, Family.AdultTeam, PlanType.ChildProtection), (asked.FromTeamId, asked.AskedTeamId, asked.PlanType));
        Assert.Equal("999 0100", asked.HolderDutyNumber);
        await family.Trust.Links.AcceptLinkAsync(new AcceptLinkRequest
        {
            RequestId = HubRequest.NewId(),
            Person = asked.Adult,
            LinkId = asked.LinkId,
            PlanId = family.MotherPlan,
        });
        var told = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        Assert.Equal(("plan.linked", family.Child, PlanType.AdultMentalHealthCare), (told.Type, told.Child, told.PlanType));
        Assert.Equal("plan.linked", Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam)).Type);
        var own = Assert.Single((await family.Council.Links.ListLinksAsync(new ListLinksRequest { Person = family.Child })).Links);
        Assert.Equal((LinkState.Active, family.ChildPlan, family.MotherAtCouncil), (own.State, own.PlanId, own.OtherPerson));
    }

    [Fact]
    public async Task A_change_reaches_the_other_team_cut_to_what_is_agreed_and_is_acknowledged_once()
    {
        await family.LinkUp();
        await family.ReviseMother(
            People.Element("Slept two hours.", Category.HealthMental),
            People.Element("not agreed", Category.SexualHealth),
            People.Element("for own eyes", Category.Unspecified));
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        Assert.Equal(("plan.changed", family.Child), (heard.Type, heard.Child));
        Assert.Equal(["Slept two hours."], heard.Elements.Select(e => e.Content.Text));
        Assert.False(heard.MoreExists);

        var take = new AcknowledgeDeliveryRequest
        {
            RequestId = HubRequest.NewId(),
            TeamId = Family.ChildrensTeam,
            DeliveryId = heard.DeliveryId,
            Acknowledgement = Acknowledgement.Accepted,
        };
        Assert.True((await family.Council.Inbox.AcknowledgeDeliveryAsync(take)).IsFirst);
        Assert.True((await family.Council.Inbox.AcknowledgeDeliveryAsync(take)).IsFirst);
        take.RequestId = HubRequest.NewId();
        Assert.False((await family.Council.Inbox.AcknowledgeDeliveryAsync(take)).IsFirst);

        await family.ReviseChild(People.Element("Reviews every fortnight.", Category.HealthMental));
        var back = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
        Assert.Equal((family.Mother, "Reviews every fortnight."), (back.Adult, Assert.Single(back.Elements).Content.Text));
    }

    [Fact]
    public async Task A_change_that_a_team_may_not_see_makes_no_delivery()
    {
        await family.LinkUp();
        await family.ReviseMother(People.Element("not agreed", Category.SexualHealth));
        await family.ReviseMother(People.Element("agreed", Category.HealthMental));
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        Assert.Equal("agreed", Assert.Single(heard.Elements).Content.Text);
    }

    [Fact]
    public async Task A_school_on_the_circle_receives_education_and_nothing_else()
    {
        await family.LinkUp();
        await SchoolAgreement();
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Family.SchoolTeam, Role.DesignatedSafeguardingLead));
        await family.ReviseChild(People.Element("Fell asleep in class.", Category.Education), People.Element("Mother's reviews.", Category.HealthMental));
        var heard = Assert.Single(await Family.Hear(family.School, Family.SchoolTeam));
        Assert.Equal(["Fell asleep in class."], heard.Elements.Select(e => e.Content.Text));
    }

    [Fact]
    public async Task A_team_of_another_agency_hears_though_one_of_its_members_has_the_same_staff_number_as_the_author()
    {
        await family.School.Agencies.RegisterPractitionerAsync(new Hub.Agencies.V1.RegisterPractitionerRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = "school",
            PractitionerId = "SW999001",
        });
        await family.School.Teams.AssignRoleAsync(Facts.Assign(Family.SchoolTeam, Role.DesignatedSafeguardingLead));
        await SchoolAgreement();
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Family.SchoolTeam, Role.DesignatedSafeguardingLead));
        await family.ReviseChild(People.Element("Fell asleep in class.", Category.Education));
        Assert.Single(await Family.Hear(family.School, Family.SchoolTeam));
    }

    [Fact]
    public async Task What_is_not_confirmed_comes_again_as_the_same_delivery_also_after_a_restart_and_what_is_does_not()
    {
        await family.LinkUp();
        await family.ReviseMother(People.Element("first", Category.HealthMental));
        var first = Assert.Single(await Family.Fetch(family.Council, Family.ChildrensTeam));
        await family.ReviseMother(People.Element("second", Category.HealthMental));
        var both = await Family.Fetch(family.Council, Family.ChildrensTeam);
        Assert.Equal(first, both[0]);
        await Family.Confirm(family.Council, Family.ChildrensTeam, [both[1]]);
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Equal([first], await Family.Fetch(family.Council, Family.ChildrensTeam));
        await Family.Confirm(family.Council, Family.ChildrensTeam, both);
        Assert.Empty(await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 0));
    }

    [Fact]
    public async Task A_receipt_for_what_was_never_delivered_is_refused_and_takes_nothing()
    {
        await family.LinkUp();
        await family.ReviseMother(People.Element("first", Category.HealthMental));
        var heard = await Family.Fetch(family.Council, Family.ChildrensTeam);
        await family.ReviseChild(People.Element("other way", Category.HealthMental));
        var theirs = await Family.Fetch(family.Trust, Family.AdultTeam);
        var foreign = await Assert.ThrowsAsync<HubRefusedException>(() => Family.Confirm(family.Council, Family.ChildrensTeam, [.. heard, .. theirs]));
        Assert.Equal((HubReasons.InvalidReference, "delivery_ids[1]"), (foreign.Reason, foreign.Violations.Single().Field));
        Assert.Single(await Family.Fetch(family.Council, Family.ChildrensTeam));
        var nobody = await Assert.ThrowsAsync<HubRefusedException>(() => Family.Fetch(family.School, Family.ChildrensTeam));
        Assert.Equal(HubReasons.NotKnown, nobody.Reason);
    }

    private async Task SchoolAgreement()
    {
        var proposed = await family.Council.Agreements.ProposeAgreementAsync(new Hub.Agreements.V1.ProposeAgreementRequest
        {
            RequestId = HubRequest.NewId(),
            PartnerAgencyId = "school",
            Purposes = { Hub.Agreements.V1.Purpose.Safeguard },
            Gives = { Category.Education, Category.PlanContent, Category.HealthMental },
            Takes = { Category.Education },
        });
        Assert.NotEqual("", proposed.AgreementId);
        var list = await family.School.Agreements.ListAgreementsAsync(new Hub.Agreements.V1.ListAgreementsRequest());
        await family.School.Agreements.SignAgreementAsync(new Hub.Agreements.V1.SignAgreementRequest { RequestId = HubRequest.NewId(), AgreementId = list.Agreements.Single().AgreementId });
    }
}

/// <summary>On the embedded store.</summary>
public sealed class LinkedPlansOnEmbedded() : LinkedPlans(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class LinkedPlansOnPostgres() : LinkedPlans(StoreKind.Postgres);
