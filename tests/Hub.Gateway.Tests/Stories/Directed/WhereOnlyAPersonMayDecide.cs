using Hub.Alerts.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Directed;

/// <summary>No agreement is in force between two bodies under a duty to share: the holder's own team is asked at once.</summary>
public abstract class WhereOnlyAPersonMayDecide(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Unagreed.At(hub);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task The_team_of_the_own_half_is_asked_with_what_the_recipients_role_needs()
    {
        var item = await Unagreed.Ask(
            family,
            People.Element("Slept two hours.", Category.HealthMental),
            People.Element("no social worker's need", Category.SexualHealth),
            People.Element("own eyes", Category.Unspecified));
        Assert.Equal(("needs-decision", Severity.Amber, family.Mother, "trust"), (item.Type, item.Severity, item.Adult, item.HolderAgencyId));
        Assert.NotNull(item.AcknowledgeBy);
        Assert.Equal(["Slept two hours."], item.Elements.Select(e => e.Content.Text));
        var asked = item.DecisionNeeded;
        Assert.Equal((Family.ChildrensTeam, Role.LeadSocialWorker, "999 0100"), (asked.RecipientTeamId, asked.RecipientRole, asked.RecipientDutyNumber));
        Assert.Equal((DecisionCause.NoAgreementInForce, "plan.changed"), (asked.Because, asked.NewsType));
        Assert.Empty(await Unagreed.AtCouncil(family));
    }

    [Fact]
    public async Task The_question_is_as_urgent_as_the_news()
    {
        await family.Trust.Alerts.RaiseAlertAsync(new RaiseAlertRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            Type = AlertType.RelapseEarlySign,
            Severity = Severity.Red,
        });
        var item = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
        Assert.Equal(("needs-decision", Severity.Red, "relapse.early-sign"), (item.Type, item.Severity, item.DecisionNeeded.NewsType));
    }

    [Fact]
    public async Task Nobody_is_asked_where_nothing_could_be_released()
    {
        await family.ReviseMother(People.Element("own eyes", Category.Unspecified));
        await family.ReviseMother(People.Element("no social worker's need", Category.SexualHealth));
        var item = await Unagreed.Ask(family, People.Element("Slept two hours.", Category.HealthMental));
        Assert.Equal(["Slept two hours."], item.Elements.Select(e => e.Content.Text));
    }

    [Fact]
    public async Task The_team_that_leads_a_circle_is_asked_about_each_of_two_recipients_on_it()
    {
        await family.School.Teams.OpenTeamAsync(Facts.Team("school/office"));
        foreach (var team in new[] { Family.SchoolTeam, "school/office" })
        {
            await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, team, Role.DesignatedSafeguardingLead));
        }

        await family.ReviseChild(People.Element("Fell asleep in class.", Category.Education));
        var items = (await Family.Hear(family.Council, Family.ChildrensTeam)).Where(d => d.DecisionNeeded?.RecipientTeamId != Family.AdultTeam).ToList();
        Assert.Equal(["school/office", Family.SchoolTeam], items.Select(i => i.DecisionNeeded.RecipientTeamId).Order(StringComparer.Ordinal));
        Assert.All(items, i => Assert.Equal((family.Child, "999 0303", "Fell asleep in class."), (i.Child, i.DecisionNeeded.RecipientDutyNumber, Assert.Single(i.Elements).Content.Text)));
        Assert.Empty(await Family.Hear(family.School, Family.SchoolTeam, wait: 0));
    }

    [Fact]
    public async Task Who_does_not_lead_the_circle_is_not_told_who_is_on_it()
    {
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Family.SchoolTeam, Role.DesignatedSafeguardingLead));
        var known = await family.School.Register(People.Sam(NhsNumbers.From(1)));
        await family.School.Alerts.RaiseAlertAsync(new RaiseAlertRequest
        {
            RequestId = HubRequest.NewId(),
            Person = known,
            Type = AlertType.AppointmentMissed,
            Severity = Severity.Red,
            Elements = { People.Element("Was not at school.", Category.Education) },
        });
        Assert.Empty(await Family.Hear(family.School, Family.SchoolTeam, wait: 0));
        var told = Assert.Single((await hub.Decisions()).Events, e => e.Event == "alert.raised");
        var lead = Assert.Single(told.Recipients, r => r.Team == Family.ChildrensTeam);
        Assert.Equal(("needs-decision", null, false), (lead.Verdict, lead.Asked, lead.IsDelivered));
    }
}

/// <summary>On the embedded store.</summary>
public sealed class WhereOnlyAPersonMayDecideOnEmbedded() : WhereOnlyAPersonMayDecide(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class WhereOnlyAPersonMayDecideOnPostgres() : WhereOnlyAPersonMayDecide(StoreKind.Postgres);
