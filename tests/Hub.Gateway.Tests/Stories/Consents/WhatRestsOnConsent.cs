using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Alerts.V1;
using Hub.Circles.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Consents.V1;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Stories.Directed;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Consents;

/// <summary>A charity helps the family with its housing, under an agreement. Scenario "Consent withdrawn, duty remains".</summary>
public abstract class WhatRestsOnConsent(StoreKind kind) : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Family family = null!;
    private HubClient lantern = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, h => h.Clock = clock);
        family = await Family.At(hub);
        lantern = await Charity.Join(hub, family);
        await lantern.Inbox.RegisterSubscriberAsync(Registration(Charity.Team));
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Stops_when_it_is_withdrawn_also_what_waits_and_a_duty_still_lets_a_person_share()
    {
        await Record(ConsentState.Given, ConsentGiver.PersonWithParentalResponsibility);
        await family.ReviseChild(People.Element("The boiler is broken.", Category.HousingAndFinance));
        Assert.Equal("The boiler is broken.", Assert.Single(Assert.Single(await Family.Hear(lantern, Charity.Team)).Elements).Content.Text);

        await family.ReviseChild(People.Element("The rent is late.", Category.HousingAndFinance));
        var withdraw = Consent(ConsentState.Withdrawn, ConsentGiver.PersonWithParentalResponsibility);
        await family.Council.Consents.RecordConsentAsync(withdraw);
        await family.Council.Consents.RecordConsentAsync(withdraw);
        await family.ReviseChild(People.Element("They may have to move.", Category.HousingAndFinance));
        Assert.Empty(await Family.Hear(lantern, Charity.Team, wait: 0));

        var plan = (await family.Council.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan })).Plan;
        var share = new ShareDirectedRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Child,
            PlanId = family.ChildPlan,
            ElementIds = { plan.Elements[^1].ElementId },
            RecipientTeamId = Charity.Team,
            Severity = Hub.Inbox.V1.Severity.Amber,
            Justification = Unagreed.Why(),
        };
        share.Justification.Ground = StatutoryGround.ConsentOnly;
        var refused = await Assert.ThrowsAsync<HubRefusedException>(async () => await family.Council.Decisions.ShareDirectedAsync(share));
        Assert.Equal((HubReasons.InvalidField, "ground"), (refused.Reason, Assert.Single(refused.Violations).Field));
        (share.RequestId, share.Justification.Ground) = (HubRequest.NewId(), StatutoryGround.S47Enquiry);
        await family.Council.Decisions.ShareDirectedAsync(share);
        Assert.Equal("They may have to move.", Assert.Single(Assert.Single(await Family.Hear(lantern, Charity.Team)).Elements).Content.Text);

        var seen = Assert.Single((await family.Council.Consents.ListConsentsAsync(new ListConsentsRequest { Person = family.Child })).Consents);
        Assert.Equal(("lantern", ConsentState.Withdrawn, "Not that they know."), (seen.RecipientAgencyId, seen.State, seen.Because));
        var own = await lantern.Register(People.Sam(NhsNumbers.From(1)));
        Assert.Empty((await lantern.Consents.ListConsentsAsync(new ListConsentsRequest { Person = own })).Consents);
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task Tells_the_own_agencys_teams_that_it_was_withdrawn_and_nobody_else()
    {
        await family.Council.Teams.OpenTeamAsync(Facts.Team("council/duty"));
        await family.Council.Agencies.RegisterPractitionerAsync(new RegisterPractitionerRequest { RequestId = "r", AgencyId = "council", PractitionerId = "SW999008" });
        await family.Council.Teams.AssignRoleAsync(Facts.Assign("council/duty", Role.TeamManager, "SW999008"));
        await family.Council.Inbox.RegisterSubscriberAsync(Registration("council/duty"));
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, "council/duty", Role.TeamManager));
        await Record(ConsentState.Given, ConsentGiver.CompetentChild);
        await Record(ConsentState.Withdrawn, ConsentGiver.CompetentChild);
        Assert.Equal("consent.withdrawn", Assert.Single(await Family.Hear(family.Council, "council/duty")).Type);
        Assert.Empty(await Family.Hear(lantern, Charity.Team, wait: 0));
    }

    [Fact]
    public async Task Waits_for_a_person_from_the_day_on_which_a_parents_word_ends()
    {
        var birthday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        var ash = await family.Council.Register(new Hub.People.V1.Identity { FamilyName = "Example", GivenNames = { "Ash" }, BirthDate = Iso(birthday.AddYears(-16)) });
        await family.Council.Plans.OpenPlanAsync(People.Protection(ash));
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(ash, Family.ChildrensTeam, Role.LeadSocialWorker));
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(ash, Charity.Team, Role.VoluntarySectorWorker));
        var parents = Consent(ConsentState.Given, ConsentGiver.PersonWithParentalResponsibility);
        parents.Person = ash;
        await family.Council.Consents.RecordConsentAsync(parents);
        var seen = Assert.Single((await family.Council.Consents.ListConsentsAsync(new ListConsentsRequest { Person = ash })).Consents);
        Assert.Equal(Iso(birthday), Iso(DateOnly.FromDateTime(seen.AskAgainAt.ToDateTime())));

        await Alert(ash, "waits for her birthday");
        clock.Forward(TimeSpan.FromDays(4));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        await Alert(ash, "comes after it");
        Assert.Empty(await Family.Hear(lantern, Charity.Team, wait: 0));
        var asked = new List<Hub.Inbox.V1.Delivery>();
        await Look.Until(async () =>
        {
            asked.AddRange((await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1)).Where(d => d.Type == "needs-decision"));
            return asked.Count >= 2;
        });
        Assert.All(asked, d => Assert.Equal((ash, Hub.Inbox.V1.DecisionCause.ConsentToBeAskedForAgain, Charity.Team), (d.Child, d.DecisionNeeded.Because, d.DecisionNeeded.RecipientTeamId)));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task Alert(string person, string text)
        => await family.Council.Alerts.RaiseAlertAsync(new RaiseAlertRequest
        {
            RequestId = HubRequest.NewId(),
            Person = person,
            Type = AlertType.AppointmentMissed,
            Severity = Hub.Inbox.V1.Severity.Amber,
            Elements = { People.Element(text, Category.HousingAndFinance) },
        });

    private static Hub.Inbox.V1.RegisterSubscriberRequest Registration(string team) => new() { RequestId = HubRequest.NewId(), TeamId = team, Subscriber = Family.System };

    private async Task Record(ConsentState state, ConsentGiver by) => await family.Council.Consents.RecordConsentAsync(Consent(state, by));

    private RecordConsentRequest Consent(ConsentState state, ConsentGiver by) => Charity.Consent(family.Child, state, by);
}

/// <summary>On the embedded store.</summary>
public sealed class WhatRestsOnConsentOnEmbedded() : WhatRestsOnConsent(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class WhatRestsOnConsentOnPostgres() : WhatRestsOnConsent(StoreKind.Postgres);
