using Hub.Alerts.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Consents.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Relationships.V1;
using Hub.Restrictions.V1;
using Hub.Safetyplans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.SafetyPlans;

/// <summary>Scenario "Relapse alert to a relative".</summary>
public abstract class ARelativeIsTold(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Family family = null!;
    private HubClient kinship = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        kinship = await Grandmother.Kinship(hub);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task In_exactly_the_agreed_words_through_the_team_that_carries_them_and_the_lead_hears_of_the_sign_as_ever()
    {
        var grandmother = await Grandmother.Of(family, Family.ChildrensTeam);
        var agree = grandmother.Agreement();
        await family.Trust.SafetyPlans.AgreeInformeeAsync(agree);
        await family.Trust.SafetyPlans.AgreeInformeeAsync(agree);
        var update = await grandmother.Sign();
        var heard = await Family.Hear(family.Council, Family.ChildrensTeam);
        Assert.Equal(2, heard.Count);
        var sign = Assert.Single(heard, d => d.Type == "relapse.early-sign");
        Assert.Equal((family.Child, Severity.Green, "Schizophrenia, slept two hours."), (sign.Child, sign.Severity, Assert.Single(sign.Elements).Content.Text));

        var message = Assert.Single(heard, d => d.Type == "informee-message");
        Assert.Equal(("", Severity.Amber, Grandmother.Number, "trust"), (message.Child, message.Severity, message.HolderDutyNumber, message.HolderAgencyId));
        Assert.Equal(("", "", PlanType.Unspecified, false), (message.PlanId, message.LinkId, message.PlanType, message.MoreExists));
        Assert.Equal(TimeSpan.FromHours(4), (message.AcknowledgeBy - message.RecordedAt).ToTimeSpan());
        var said = Assert.Single(message.Elements).Content;
        Assert.Equal((Grandmother.Words, Category.InformeeMessage), (said.Text, said.Category));
        Assert.Single(said.About.AboutRelationshipIds);
        Assert.All(["relapse", "safety", "chizo", "slept"], word => Assert.DoesNotContain(word, message.ToString(), StringComparison.OrdinalIgnoreCase));

        // An open task until a named person says what became of it; the trust sees who took it, and when.
        Assert.True(await Family.Say(family.Council, Family.ChildrensTeam, message, Acknowledgement.Told));
        var lines = (await Progress(update)).Teams;
        Assert.Equal([(Family.ChildrensTeam, ProgressStage.WithTeam), (Family.ChildrensTeam, ProgressStage.Taken)], lines.Select(t => (t.TeamId, t.Progress.Stage)).Order());
        var to = Assert.Single(Assert.Single((await hub.Decisions()).Events, e => e.Event == "alert.raised").Recipients, r => r.Route == "informee");
        Assert.Equal(("permit", "safety-plan", "given", "told"), (to.Verdict, to.Because, to.Consent, to.Acknowledged?.Word));
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task Upon_no_other_alert_and_by_no_other_agencys()
    {
        var grandmother = await Grandmother.Of(family, Grandmother.KinTeam);
        await grandmother.Agree();
        await grandmother.Sign(AlertType.Admission);
        await family.Council.Alerts.RaiseAlertAsync(new RaiseAlertRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.MotherAtCouncil,
            Type = AlertType.RelapseEarlySign,
            Severity = Severity.Red,
        });
        Assert.Empty(await AtKinship());
        await grandmother.Sign(AlertType.SafetyPlanTriggered, Severity.Red);
        Assert.Equal(("informee-message", Severity.Red), Assert.Single((await AtKinship(wait: 10)).Select(d => (d.Type, d.Severity))));
        await grandmother.Agree("The crisis team comes today.");
        await grandmother.Sign();
        Assert.Equal("The crisis team comes today.", Assert.Single(Assert.Single(await AtKinship(wait: 10)).Elements).Content.Text);
    }

    [Theory]
    [InlineData("the informee is ended")]
    [InlineData("the plan is ended")]
    [InlineData("the relationship is ended")]
    [InlineData("another team carries")]
    public async Task No_more_and_what_waits_is_taken_back_when(string what)
    {
        var grandmother = await Grandmother.Of(family, Grandmother.KinTeam);
        await grandmother.Agree();
        await grandmother.Sign();
        await (what switch
        {
            "the informee is ended" => grandmother.End(),
            "the plan is ended" => EndPlan(grandmother.Plan),
            "the relationship is ended" => family.Trust.Relationships.EndRelationshipAsync(
                new EndRelationshipRequest { RequestId = HubRequest.NewId(), Person = family.Mother, RelationshipId = grandmother.Relationship }).ResponseAsync,
            _ => grandmother.Carry(Family.SchoolTeam),
        });
        Assert.Empty(await AtKinship());
        await grandmother.Sign();
        Assert.Empty(await AtKinship());
        Assert.Equal(what == "another team carries" ? 1 : 0, (await Family.Hear(family.School, Family.SchoolTeam, wait: 0)).Count);
        Assert.DoesNotContain(await Family.Hear(family.Trust, Family.AdultTeam, wait: 0), d => d.Type == "needs-decision");
    }

    [Fact]
    public async Task By_who_works_with_the_mother_and_shown_to_nobody_but_her_agency()
    {
        var grandmother = await Grandmother.Of(family, Grandmother.KinTeam);
        await grandmother.Agree();
        await grandmother.Consent(ConsentState.Withdrawn);
        var seen = Assert.Single((await family.Trust.SafetyPlans.ListInformeesAsync(new ListInformeesRequest { Person = family.Mother })).Informees);
        Assert.Equal((grandmother.Relationship, grandmother.Plan, Grandmother.Words, Grandmother.Number), (seen.RelationshipId, seen.PlanId, seen.Words, seen.TelephoneNumber));
        Assert.Equal((ConsentState.Withdrawn, ConsentGiver.Adult, "Not that she knows."), (seen.ConsentState, seen.ConsentGivenBy, seen.ConsentBecause));
        Assert.Empty((await family.Council.SafetyPlans.ListInformeesAsync(new ListInformeesRequest { Person = family.MotherAtCouncil })).Informees);

        await hub.Registrar.Agencies.RegisterPractitionerAsync(new() { RequestId = HubRequest.NewId(), AgencyId = "trust", PractitionerId = "NMC-999009" });
        using var colleague = hub.Client("trust", "trust", "NMC-999009");
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(async () => await colleague.SafetyPlans.AgreeInformeeAsync(grandmother.Agreement())));
        var care = grandmother.Agreement();
        care.PlanId = family.MotherPlan;
        Assert.Equal(HubReasons.InvalidField, await Restricted.Reason(async () => await family.Trust.SafetyPlans.AgreeInformeeAsync(care)));
        (care.RequestId, care.PlanId) = (HubRequest.NewId(), family.ChildPlan);
        Assert.Equal(HubReasons.InvalidReference, await Restricted.Reason(async () => await family.Trust.SafetyPlans.AgreeInformeeAsync(care)));
    }

    [Fact]
    public async Task Nothing_that_would_tell_a_protected_address_whoever_holds_it()
    {
        var grandmother = await Grandmother.Of(family, Grandmother.KinTeam);
        await grandmother.Agree("She is at 12 Mill Lane.");
        await family.ReviseMother(People.Element("12 Mill Lane, ZZ99 3VZ", Category.AddressAndLocation));
        Assert.Equal(HubReasons.InvalidField, await Restricted.Reason(() => grandmother.Agree("Fetch her from 12 mill lane.")));

        // What was agreed before the address was on record goes no more, and whoever holds the address hears of it.
        var update = await grandmother.Sign();
        Assert.Empty(await AtKinship());
        Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam), d => d.Type == "protected-fact.guarded");
        Assert.Contains((await Progress(update)).Teams, t => t.TeamId == Grandmother.KinTeam && t.Progress.Stage == ProgressStage.Accepted);
    }

    [Fact]
    public async Task Nothing_where_a_court_keeps_it_from_the_team_and_the_author_sees_no_difference()
    {
        var grandmother = await Grandmother.Of(family, Grandmother.KinTeam);
        await grandmother.Agree();
        await family.Trust.Teams.AssignRoleAsync(Facts.Assign(Family.AdultTeam, Hub.Teams.V1.Role.TeamManager, "NMC-999002"));
        var terms = Restricted.Terms(RestrictionGround.CourtDirection);
        terms.GuardianTeamId = Family.AdultTeam;
        terms.AgencyIds.Add("kinship");
        await Restricted.Place(family.Trust, family.Mother, terms);
        var update = await grandmother.Sign();
        Assert.Empty(await AtKinship());
        Assert.Contains((await Progress(update)).Teams, t => t.TeamId == Grandmother.KinTeam && t.Progress.Stage == ProgressStage.Accepted);
    }

    private async Task EndPlan(string plan)
    {
        var seen = (await family.Trust.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Mother, PlanId = plan })).Plan;
        await family.Trust.Plans.EndPlanAsync(
            new EndPlanRequest { RequestId = HubRequest.NewId(), Person = family.Mother, PlanId = plan, Etag = seen.Etag, State = PlanState.Ended, EndsOn = "2026-11-20" });
    }

    private Task<IReadOnlyList<Delivery>> AtKinship(int wait = 0) => Family.Hear(kinship, Grandmother.KinTeam, wait);

    private async Task<GetProgressResponse> Progress(string update) => await family.Trust.Alerts.GetProgressAsync(new GetProgressRequest { Person = family.Mother, UpdateId = update });
}

/// <summary>On the embedded store.</summary>
public sealed class ARelativeIsToldOnEmbedded() : ARelativeIsTold(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class ARelativeIsToldOnPostgres() : ARelativeIsTold(StoreKind.Postgres);
