using Hub.Adoptions.V1;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Consents.V1;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Relationships.V1;
using Hub.Restrictions.V1;
using Hub.Safetyplans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Restrictions;

/// <summary>What of a person is kept from whom, by restrictions of the team that leads.</summary>
public sealed class WhatIsKept : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Family family = null!;
    private HubClient kin = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded, h => h.Clock = clock);
        (family, kin, _) = await Restricted.At(hub);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Is_shown_on_no_way_of_reading_or_writing_to_who_is_kept_out()
    {
        var ways = Ways();
        foreach (var (name, way) in ways)
        {
            Assert.True(await Restricted.Reason(() => way(kin)) is not HubReasons.NotKnown, name);
        }

        var restriction = await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Restricted.Kin));
        foreach (var (name, way) in Ways())
        {
            Assert.Equal((name, HubReasons.NotKnown), (name, await Restricted.Reason(() => way(kin))));
            Assert.True(await Restricted.Reason(() => way(family.Council)) is not HubReasons.NotKnown, name);
        }

        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Restricted.Lift(kin, family.Child, restriction)));
        await Restricted.Lift(family.Council, family.Child, restriction);
        Assert.Null(await Restricted.Reason(() => ways["GetPlan"](kin)));
    }

    [Fact]
    public async Task Goes_to_no_team_that_is_not_admitted_and_to_none_by_a_persons_word()
    {
        await Family.Hear(family.Trust, Family.AdultTeam, wait: 1);
        var terms = Restricted.Terms(RestrictionGround.HighRisk);
        terms.AdmittedTeamIds.Add(Family.ChildrensTeam);
        await Restricted.Place(family.Council, family.Child, terms);
        await family.ReviseChild(People.Element("made up", Category.HealthMental));
        Assert.Empty(await Family.Hear(family.Trust, Family.AdultTeam, wait: 2));
        var plan = (await family.Council.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan })).Plan;
        Assert.Equal(HubReasons.InvalidField, await Restricted.Reason(async () => await family.Council.Decisions.ShareDirectedAsync(new ShareDirectedRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Child,
            PlanId = family.ChildPlan,
            ElementIds = { plan.Elements[0].ElementId },
            RecipientTeamId = Family.AdultTeam,
            Severity = Severity.Amber,
            Justification = new Justification { Ground = StatutoryGround.S11Duty, Need = "made up", DetrimentTest = "made up" },
        })));

        // Nor does the mother's news come under the child to whom it would have come.
        await family.ReviseMother(People.Element("seen", Category.HealthMental));
        Assert.Contains(await Family.Hear(family.Council, Family.ChildrensTeam), d => d.Elements.Count == 1);
    }

    [Fact]
    public async Task Is_taken_back_where_it_waits_when_the_call_has_answered()
    {
        await Family.Hear(family.Trust, Family.AdultTeam, wait: 1);
        await family.ReviseChild(People.Element("made up", Category.HealthMental));
        var terms = Restricted.Terms(RestrictionGround.CourtDirection);
        terms.AgencyIds.Add("trust");
        await Restricted.Place(family.Council, family.Child, terms);
        Assert.Empty(await Family.Hear(family.Trust, Family.AdultTeam, wait: 2));
    }

    [Fact]
    public async Task Stays_kept_when_nobody_looks_at_it_in_time_and_its_guardian_is_told()
    {
        await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1);
        var terms = Restricted.Terms(RestrictionGround.SensitiveService);
        var restriction = await Restricted.Place(family.Council, family.Child, terms);
        var due = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam), d => d.Type == "review.due");
        Assert.Equal((family.Child, restriction, terms.ReviewOn), (due.Child, due.RestrictionId, due.ReviewOn));
        await Family.Say(family.Council, Family.ChildrensTeam, due, Acknowledgement.Accepted);
        await family.Council.Restrictions.ReviewRestrictionAsync(
            new ReviewRestrictionRequest { RequestId = HubRequest.NewId(), Person = family.Child, RestrictionId = restriction, ReviewOn = Restricted.In(60) });
        var again = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam), d => d.Type == "review.due");

        // Of the two only the later one escalates, though somebody has seen both.
        await Family.Say(family.Council, Family.ChildrensTeam, again, Acknowledgement.Accepted);
        clock.Forward(TimeSpan.FromDays(62));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        var heard = new List<Delivery>();
        while (heard.All(d => d.AboutDeliveryId != again.DeliveryId))
        {
            heard.AddRange(await Family.Hear(family.Council, Family.ChildrensTeam));
        }

        Assert.DoesNotContain(heard, d => d.AboutDeliveryId == due.DeliveryId);
        Assert.Contains(heard, d => d.AboutDeliveryId == again.DeliveryId && d.ForPractitionerId == Restricted.Manager);
        Assert.True(Assert.Single((await family.Council.Restrictions.ListRestrictionsAsync(new ListRestrictionsRequest { Person = family.Child })).Restrictions).IsOverdue);
    }

    private Dictionary<string, Func<HubClient, Task>> Ways() => new(StringComparer.Ordinal)
    {
        ["GetChild"] = by => by.Children.GetChildAsync(new GetChildRequest { Child = family.Child }).ResponseAsync,
        ["GetPlan"] = by => by.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan }).ResponseAsync,
        ["ListPlanRevisions"] = by => by.Plans.ListPlanRevisionsAsync(new ListPlanRevisionsRequest { Person = family.Child, PlanId = family.ChildPlan }).ResponseAsync,
        ["GetCircle"] = by => by.Circles.GetCircleAsync(new GetCircleRequest { Person = family.Child }).ResponseAsync,
        ["ListLinks"] = by => by.Links.ListLinksAsync(new ListLinksRequest { Person = family.Child }).ResponseAsync,
        ["ListDecisions"] = by => by.Decisions.ListDecisionsAsync(new ListDecisionsRequest { Person = family.Child }).ResponseAsync,
        ["ListRelationships"] = by => by.Relationships.ListRelationshipsAsync(new ListRelationshipsRequest { Person = family.Child }).ResponseAsync,
        ["ListConsents"] = by => by.Consents.ListConsentsAsync(new ListConsentsRequest { Person = family.Child }).ResponseAsync,
        ["ListCrossings"] = by => by.Adoptions.ListCrossingsAsync(new ListCrossingsRequest { ToPerson = family.Child }).ResponseAsync,
        ["RecordConsent"] = by => by.Consents.RecordConsentAsync(new RecordConsentRequest { RequestId = HubRequest.NewId(), Person = family.Child }).ResponseAsync,
        ["ListInformees"] = by => by.SafetyPlans.ListInformeesAsync(new ListInformeesRequest { Person = family.Child }).ResponseAsync,
        ["ListRestrictions"] = by => by.Restrictions.ListRestrictionsAsync(new ListRestrictionsRequest { Person = family.Child }).ResponseAsync,
        ["RaiseAlert"] = by => by.Alerts.RaiseAlertAsync(new RaiseAlertRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Child,
            Type = AlertType.AppointmentMissed,
            Severity = Severity.Green,
        }).ResponseAsync,
        ["OpenPlan"] = by =>
        {
            var plan = People.Protection(family.Child, People.Element("made up"));
            plan.ValidateOnly = true;
            return by.Plans.OpenPlanAsync(plan).ResponseAsync;
        },
        ["AddCircleMember"] = by => by.Circles.AddCircleMemberAsync(Family.Member(family.Child, Family.SchoolTeam, Hub.Teams.V1.Role.DesignatedSafeguardingLead)).ResponseAsync,
        ["PlaceRestriction"] = by => by.Restrictions.PlaceRestrictionAsync(
            new PlaceRestrictionRequest { RequestId = HubRequest.NewId(), Person = family.Child, Terms = new RestrictionTerms() }).ResponseAsync,
    };
}
