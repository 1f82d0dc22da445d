using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Contacts.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Restrictions.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Contacts;

/// <summary>Somebody whom the hub tells nothing asks to be rung back.</summary>
public sealed class AskingToBeRungBack : IAsyncLifetime
{
    private const string Guards = "council/guards";
    private const string Guardian = "SW999007";
    private const string Words = "She did not come on Monday.";
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Family family = null!;
    private HubClient kin = null!;
    private HubClient manager = null!;
    private HubClient guardian = null!;
    private string atSchool = "";

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded, h => h.Clock = clock);
        (family, kin, manager) = await Restricted.At(hub);
        await Restricted.Register(hub, "council", Guardian);
        guardian = hub.Client("council", "council", Guardian);
        await Family.Open(family.Council, Guards, Role.TeamManager, Guardian);
        atSchool = await family.School.Register(People.Sam(NhsNumbers.From(1)));
        await Family.Hear(family.Council, Family.ChildrensTeam, wait: 0);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Reaches_the_team_that_leads_with_who_asks_where_to_ring_and_why()
    {
        var asked = await Ask(family.School, atSchool);
        Assert.Equal("999 0303", asked.DutyNumber);
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam), IsAsked);
        Assert.Equal((family.Child, "school", "999 0303", Severity.Amber, "", ""), (heard.Child, heard.HolderAgencyId, heard.HolderDutyNumber, heard.Severity, heard.PlanId, heard.ConcernId));
        Assert.Equal(("DSL-999003", Words), (heard.ContactRequested.PractitionerId, heard.ContactRequested.Words));
        Assert.Empty(await Family.Hear(family.School, Family.SchoolTeam, wait: 1));
        Assert.True(await Family.Say(manager, Family.ChildrensTeam, heard, Acknowledgement.Accepted));
        Assert.Empty(await Family.Hear(family.Trust, Family.AdultTeam, wait: 1));
        var told = Assert.Single((await hub.Decisions()).Events.Single(e => e.Event == "contact.requested").Recipients);
        Assert.Equal((Family.ChildrensTeam, "leads", "broker", Restricted.Manager), (told.Team, told.Because, told.Route, told.Acknowledged!.Practitioner));
    }

    [Fact]
    public async Task Is_answered_alike_whatever_is_known_and_asked_again_has_its_first_answer_and_is_heard_once()
    {
        var known = await Ask(family.School, atSchool);
        var unknown = await Ask(family.School, await family.School.Register(People.Sam(NhsNumbers.From(2))));
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Restricted.Kin));
        var hidden = await Ask(kin, family.Child);
        Assert.Equal((known.DutyNumber, known.ContactId.Length), (unknown.DutyNumber, unknown.ContactId.Length));
        Assert.Equal(("999 0100", known.ContactId.Length), (hidden.DutyNumber, hidden.ContactId.Length));
        var again = Request(atSchool);
        Assert.Equal(await family.School.Contacts.RequestContactAsync(again), await family.School.Contacts.RequestContactAsync(again));
        await Look.Until(async () => (await Open(manager, Family.ChildrensTeam)).Count(IsAsked) == 3);
        again.Words = "Other words.";
        Assert.Equal(HubReasons.RequestIdReused, await Restricted.Reason(() => family.School.Contacts.RequestContactAsync(again).ResponseAsync));
        Assert.Equal(HubReasons.InvalidReference, await Restricted.Reason(() => Ask(family.School, family.Child)));
        Assert.Equal("", (await family.School.Contacts.RequestContactAsync(new RequestContactRequest(Request(atSchool)) { ValidateOnly = true })).ContactId);
        Assert.Equal(3, (await Open(manager, Family.ChildrensTeam)).Count(IsAsked));
    }

    [Theory]
    [InlineData(RestrictionGround.StaffConflict)]
    [InlineData(RestrictionGround.HighProfile)]
    [InlineData(RestrictionGround.ProtectedPerson)]
    [InlineData(RestrictionGround.HighRisk)]
    [InlineData(RestrictionGround.SeriousCaseReview)]
    [InlineData(RestrictionGround.SensitiveService)]
    [InlineData(RestrictionGround.CourtDirection)]
    public async Task Reaches_the_guardian_of_a_restriction_as_well_also_from_who_is_shut_out_by_it(RestrictionGround ground)
    {
        await Place(ground);
        await Ask(family.School, atSchool);
        await Ask(kin, family.Child);
        Assert.Equal("school", Assert.Single(await AtTheDoor(Guards), IsAsked).HolderAgencyId);
        Assert.Equal("council", Assert.Single(await Open(guardian, Guards), IsAsked).HolderAgencyId);
    }

    [Fact]
    public async Task Is_told_in_the_askers_own_agency_at_the_persons_door_alone_and_never_to_the_asker()
    {
        await Place(RestrictionGround.StaffConflict);
        foreach (var asker in new[] { kin, manager })
        {
            await Ask(asker, family.Child);
            Assert.DoesNotContain(await AtTheDoor(Family.ChildrensTeam), IsAsked);
            Assert.DoesNotContain(await AtTheDoor(Guards), IsAsked);
            Assert.DoesNotContain(await Open(kin, Family.ChildrensTeam), IsAsked);
        }

        Assert.Equal([Restricted.Kin, Restricted.Manager], (await Open(family.Council, Family.ChildrensTeam)).Where(IsAsked).Select(d => d.ContactRequested.PractitionerId));
        Assert.Equal([Restricted.Kin], (await Open(manager, Family.ChildrensTeam)).Where(IsAsked).Select(d => d.ContactRequested.PractitionerId));

        // Nor once nobody has taken it in time.
        clock.Forward(TimeSpan.FromHours(5));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        await Look.Until(async () => (await Open(manager, Family.ChildrensTeam)).Any(d => d.Type == "clock.breached"));
        Assert.DoesNotContain(await AtTheDoor(Family.ChildrensTeam), d => IsAsked(d) || d.Type == "clock.breached");
        Assert.DoesNotContain(await Open(kin, Family.ChildrensTeam), d => IsAsked(d) || d.Type == "clock.breached");
    }

    [Fact]
    public async Task Moves_to_the_other_door_where_somebody_is_kept_out_while_it_waits()
    {
        await Ask(family.School, atSchool);
        await Place(RestrictionGround.StaffConflict);
        Assert.DoesNotContain(await AtTheDoor(Family.ChildrensTeam), IsAsked);
        await Look.Until(async () => (await Open(manager, Family.ChildrensTeam)).Any(IsAsked));
        Assert.DoesNotContain(await Open(kin, Family.ChildrensTeam), IsAsked);
    }

    [Fact]
    public async Task Is_taken_back_from_who_leads_no_more()
    {
        await Ask(family.School, atSchool);
        await family.Council.Circles.EndCircleMemberAsync(
            new() { RequestId = HubRequest.NewId(), Person = family.Child, TeamId = Family.ChildrensTeam, Role = Role.LeadSocialWorker });
        Assert.DoesNotContain(await AtTheDoor(Family.ChildrensTeam), IsAsked);
    }

    [Fact]
    public async Task Is_told_without_words_that_would_tell_the_broker_what_it_may_not_know()
    {
        var atTrust = await family.Trust.Register(People.Sam(NhsNumbers.From(1)));
        await family.Trust.Plans.OpenPlanAsync(People.Protection(atTrust, People.Element("7 Elm Close, Eastfell ZZ9 9ZZ", Category.AddressAndLocation)));
        await family.School.Contacts.RequestContactAsync(new RequestContactRequest(Request(atSchool)) { Words = "She told us that she sleeps at zz99zz." });
        var heard = Assert.Single(await AtTheDoor(Family.ChildrensTeam), IsAsked);
        Assert.Equal(("DSL-999003", ""), (heard.ContactRequested.PractitionerId, heard.ContactRequested.Words));
    }

    [Fact]
    public async Task Rings_the_manager_where_nobody_takes_it()
    {
        await Ask(family.School, atSchool);
        var heard = Assert.Single(await AtTheDoor(Family.ChildrensTeam), IsAsked);
        clock.Forward(TimeSpan.FromHours(5));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        await Look.Until(async () => (await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1)).Any(d => d.AboutDeliveryId == heard.DeliveryId && d.ForPractitionerId == Restricted.Manager));
    }

    private async Task Place(RestrictionGround ground)
    {
        var terms = Restricted.Terms(ground);
        terms.GuardianTeamId = Guards;
        switch (ground)
        {
            case RestrictionGround.StaffConflict:
                terms.People.Add(new NamedPractitioner { AgencyId = "council", PractitionerId = Restricted.Kin });
                break;
            case RestrictionGround.CourtDirection:
                terms.AgencyIds.Add("school");
                break;
            case RestrictionGround.SensitiveService:
                break;
            default:
                terms.AdmittedTeamIds.Add(Family.ChildrensTeam);
                break;
        }

        await Restricted.Place(family.Council, family.Child, terms);
    }

    private Task<IReadOnlyList<Delivery>> AtTheDoor(string team) => Family.Hear(team == Guards ? guardian : family.Council, team, wait: 1);

    private static async Task<IReadOnlyList<Delivery>> Open(HubClient by, string team)
        => [.. (await by.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = team })).Deliveries];

    private static bool IsAsked(Delivery delivery) => delivery.Type == "contact.requested";

    private static RequestContactRequest Request(string person) => new() { RequestId = HubRequest.NewId(), Person = person, Words = Words };

    private static async Task<RequestContactResponse> Ask(HubClient by, string person) => await by.Contacts.RequestContactAsync(Request(person));
}
