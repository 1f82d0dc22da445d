using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Stories.Directed;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Restrictions.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Adoptions;

/// <summary>What an adoption seals, and who hears of it. Scenarios "Number reissued on adoption" and "Siblings in different placements".</summary>
public sealed class TheAdoptedChild : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Adopted story = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded);
        story = await Adopted.At(hub);
        family = story.Family;
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Is_heard_of_by_the_adoption_role_alone_when_the_mother_relapses_and_the_sibling_by_its_own_team()
    {
        var sibling = await Sibling();
        await story.Seal();
        Assert.Equal("review.due", Assert.Single(await story.Hear(Adopted.Team)).Type);
        await story.Hear(Family.ChildrensTeam);
        var raised = await Relapse();
        Assert.Equal(sibling, Assert.Single(await story.Hear(Family.ChildrensTeam)).Child);
        var heard = Assert.Single(await story.Hear(Adopted.Team));
        Assert.Equal((family.Child, "relapse.early-sign", "Does not sleep."), (heard.Child, heard.Type, Assert.Single(heard.Elements).Content.Text));

        // The trust sees the team that it knows, and the role in which that team would have taken it.
        Assert.True(await Family.Say(story.First, Adopted.Team, heard, Acknowledgement.Accepted));
        var progress = await family.Trust.Alerts.GetProgressAsync(new GetProgressRequest { Person = family.Mother, UpdateId = raised });
        Assert.All(progress.Teams, t => Assert.Equal(Family.ChildrensTeam, t.TeamId));
        Assert.Equal((ProgressStage.Taken, Role.LeadSocialWorker), (progress.Progress.Stage, progress.Progress.Role));
        var steps = (await hub.Decisions()).Events.Last(e => e.Event == "alert.raised").Recipients.Select(r => (r.Step, r.HeardAt));
        Assert.Contains(("adoption-role", Adopted.Team), steps);
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task Is_heard_of_by_the_adoption_role_too_where_a_person_of_the_trust_sends_something_to_the_team_that_she_knows()
    {
        await story.Seal();
        await story.Hear(Adopted.Team);
        await story.Hear(Family.ChildrensTeam);
        var plan = (await family.Trust.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Mother, PlanId = family.MotherPlan })).Plan;
        await family.Trust.Decisions.ShareDirectedAsync(new ShareDirectedRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            PlanId = family.MotherPlan,
            ElementIds = { plan.Elements[0].ElementId },
            RecipientTeamId = Family.ChildrensTeam,
            Severity = Severity.Amber,
            Justification = Unagreed.Why(),
        });
        Assert.Empty(await story.Hear(Family.ChildrensTeam));
        Assert.Equal((family.Child, "Sleeps badly before a relapse."), Only(await story.Hear(Adopted.Team)));

        static (string Child, string Text) Only(IReadOnlyList<Delivery> heard) => (Assert.Single(heard).Child, Assert.Single(heard[0].Elements).Content.Text);
    }

    [Fact]
    public async Task Is_not_there_for_the_authoritys_other_workers_and_is_for_the_adoption_role()
    {
        await story.Seal();
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Read(family.Council)));
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => List(family.Council)));
        Assert.Empty((await List(story.Managing)).Restrictions);
        Assert.Null(await Restricted.Reason(() => Read(story.First)));
        Assert.Equal(RestrictionGround.Adoption, Assert.Single((await List(story.Second)).Restrictions).Terms.Ground);
    }

    [Fact]
    public async Task Is_sealed_by_nobody_but_the_adoption_role_of_the_authority_that_leads()
    {
        Assert.Equal(HubReasons.NotKnown, await Adopted.Refused(() => Restricted.Place(family.Council, family.Child, Adopted.Terms())));
        Assert.Equal(HubReasons.NotKnown, await Adopted.Refused(() => Restricted.Place(story.Managing, family.Child, Adopted.Terms())));
        var others = Adopted.Terms();
        others.AdmittedTeamIds.Add(Family.ChildrensTeam);
        Assert.Equal($"{HubReasons.InvalidField} admitted_team_ids", await Adopted.Refused(() => Restricted.Place(story.First, family.Child, others)));
    }

    [Fact]
    public async Task Is_told_of_to_the_adoption_role_on_a_red_clock_and_to_the_duty_team_of_the_place_as_ever()
    {
        await story.Seal();
        await story.Hear(Adopted.Team);
        await story.Hear(Family.ChildrensTeam);
        var told = await Tell(NhsNumbers.From(1), Severity.Green);
        var heard = Assert.Single(await story.Hear(Adopted.Team));
        Assert.Equal(("concern.raised", family.Child, Severity.Red), (heard.Type, heard.Child, heard.Severity));
        Assert.True(heard.AcknowledgeBy.ToDateTimeOffset() - heard.RecordedAt.ToDateTimeOffset() <= TimeSpan.FromMinutes(31));
        var place = Assert.Single(await story.Hear(Adopted.Desk));
        Assert.Equal(("", Severity.Green), (place.Child, place.Severity));
        Assert.Empty(await story.Hear(Family.ChildrensTeam));
        Assert.Empty((await family.School.Alerts.GetProgressAsync(new GetProgressRequest { ConcernId = told })).Teams);
    }

    [Fact]
    public async Task Is_another_child_by_another_number_and_nothing_joins_the_two()
    {
        await story.Seal();
        await story.BeginAnew();
        Assert.NotEqual(family.Child, story.After);
        var (old, anew) = (await family.School.Register(People.Sam(NhsNumbers.From(1))), await family.School.Register(Adopted.New()));
        Assert.NotEqual(old, anew);
        Assert.Equal(old, await family.School.Register(People.Sam(NhsNumbers.From(1))));
        Assert.Equal("Newlove", (await family.School.Children.GetChildAsync(new GetChildRequest { Child = anew })).Identity.FamilyName);

        await Tell(NhsNumbers.From(1), Severity.Red);
        Assert.Equal(family.Child, Assert.Single(await story.Hear(Adopted.Team)).Child);
        Assert.Empty(await story.Hear(Family.ChildrensTeam));
        await Tell(Adopted.NewNumber, Severity.Red);
        Assert.Equal(story.After, Assert.Single(await story.Hear(Adopted.Team)).Child);
        Assert.Equal(story.After, Assert.Single(await story.Hear(Family.ChildrensTeam)).Child);
        await Tell(Adopted.NewNumber, Severity.Amber);
        Assert.Empty(await story.Hear(Adopted.Team));
        Assert.Single(await story.Hear(Family.ChildrensTeam));

        await Relapse();
        Assert.Equal(family.Child, Assert.Single(await story.Hear(Adopted.Team)).Child);
        Assert.Empty(await story.Hear(Family.ChildrensTeam));
    }

    [Fact]
    public async Task Has_an_origin_that_after_it_nobody_reads_but_the_adoption_role()
    {
        await story.Seal();
        await story.BeginAnew();
        var etag = (await Plan(story.First)).Etag;
        await story.First.Plans.RevisePlanAsync(new RevisePlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = story.After,
            PlanId = story.AfterPlan,
            Etag = etag,
            Operations =
            {
                new ElementOperation { Add = People.Element("Asks for her brother.", Category.AdoptionAndOrigin) }, new ElementOperation { Add = People.Element("Sleeps through.") },
            },
        });
        Assert.Equal(["Settles in.", "Asks for her brother.", "Sleeps through."], (await Plan(story.Second)).Elements.Select(e => e.Content.Text));
        Assert.Equal(["Settles in.", "Sleeps through."], (await Plan(family.Council)).Elements.Select(e => e.Content.Text));
        Assert.Equal(["Sleeps through."], Assert.Single(await story.Hear(Family.ChildrensTeam)).Elements.Select(e => e.Content.Text));
        var revisions = await family.Council.Plans.ListPlanRevisionsAsync(new ListPlanRevisionsRequest { Person = story.After, PlanId = story.AfterPlan });
        Assert.Equal("Sleeps through.", Assert.Single(revisions.Revisions[0].Changes).Content.Text);
    }

    [Fact]
    public async Task Stays_sealed_until_two_who_hold_the_role_have_lifted_it()
    {
        var seal = await story.Seal();
        Assert.Equal(HubReasons.NotKnown, await Adopted.Refused(() => Lift(story.Managing, seal)));
        Assert.True(await Lift(story.First, seal));
        Assert.True(await Lift(story.First, seal));
        Assert.True(Assert.Single((await List(story.Second)).Restrictions).AwaitsSecondPerson);
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Read(family.Council)));
        Assert.False(await Lift(story.Second, seal));
        Assert.Null(await Restricted.Reason(() => Read(family.Council)));
        Assert.Empty((await List(story.Second)).Restrictions);
    }

    private Task<GetPlanResponse> Read(HubClient by) => by.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan }).ResponseAsync;

    private async Task<Plan> Plan(HubClient by) => (await by.Plans.GetPlanAsync(new GetPlanRequest { Person = story.After, PlanId = story.AfterPlan })).Plan;

    private async Task<ListRestrictionsResponse> List(HubClient by) => await by.Restrictions.ListRestrictionsAsync(new ListRestrictionsRequest { Person = family.Child });

    /// <summary>Whether it awaits a second person.</summary>
    private async Task<bool> Lift(HubClient by, string seal) => (await by.Restrictions.LiftRestrictionAsync(
        new LiftRestrictionRequest { RequestId = HubRequest.NewId(), Person = family.Child, RestrictionId = seal, Because = "The order was set aside." })).AwaitsSecondPerson;

    private async Task<string> Relapse() => (await family.Trust.Alerts.RaiseAlertAsync(new RaiseAlertRequest
    {
        RequestId = HubRequest.NewId(),
        Person = family.Mother,
        Type = AlertType.RelapseEarlySign,
        Severity = Severity.Red,
        Elements = { People.Element("Does not sleep.", Category.SafetyPlanTriggers) },
    })).UpdateId;

    private async Task<string> Tell(string number, Severity severity) => (await family.School.Alerts.RaiseConcernAsync(new RaiseConcernRequest
    {
        RequestId = HubRequest.NewId(),
        Identity = number == Adopted.NewNumber ? Adopted.New() : People.Sam(number),
        Description = "At the school gate.",
        Severity = severity,
        Elements = { People.Element("Somebody asks for the child.", Category.FamilyRelationships) },
        PlaceAgencyId = "council",
    })).ConcernId;

    /// <summary>Another child of the mother, with the same team, linked with the same plan.</summary>
    private async Task<string> Sibling()
    {
        var alex = People.Sam(NhsNumbers.From(60));
        (alex.GivenNames[0], alex.BirthDate) = ("Alex", "2017-05-06");
        var child = await family.Council.Register(alex);
        var plan = await family.Council.Plans.OpenPlanAsync(People.Protection(child));
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(child, Family.ChildrensTeam, Role.LeadSocialWorker));
        await family.Council.Links.ProposeLinkAsync(new ProposeLinkRequest
        {
            RequestId = HubRequest.NewId(),
            Person = child,
            PlanId = plan.PlanId,
            TeamId = Family.ChildrensTeam,
            OtherPerson = family.MotherAtCouncil,
            OtherTeamId = Family.AdultTeam,
        });
        var asked = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam), d => d.Type == "plan.link-proposed");
        await family.Trust.Links.AcceptLinkAsync(new AcceptLinkRequest { RequestId = HubRequest.NewId(), Person = asked.Adult, LinkId = asked.LinkId, PlanId = family.MotherPlan });
        return child;
    }
}
