using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Consents.V1;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Stories.Directed;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.SafetyPlans;

/// <summary>Scenario "Relapse, consent withdrawn".</summary>
public abstract class ConsentIsWithdrawn(StoreKind kind) : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Family family = null!;
    private HubClient kinship = null!;
    private Grandmother grandmother = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, h => h.Clock = clock);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        kinship = await Grandmother.Kinship(hub);
        grandmother = await Grandmother.Of(family, Grandmother.KinTeam);
        await grandmother.Agree();
        await Family.Hear(family.Trust, Family.AdultTeam, wait: 0);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task She_is_not_told_the_lead_hears_that_the_way_is_closed_and_only_an_override_sends()
    {
        await grandmother.Sign();
        Assert.Single(await AtKinship(wait: 10));
        Assert.Single(await AtCouncil());

        await grandmother.Consent(ConsentState.Withdrawn);
        await grandmother.Sign();
        Assert.Empty(await AtKinship());
        var heard = await AtCouncil();
        Assert.Equal(["informee.not-told", "relapse.early-sign"], heard.Select(d => d.Type).Order(StringComparer.Ordinal));
        var closed = Assert.Single(heard, d => d.Type == "informee.not-told");
        Assert.Equal((family.Child, Severity.Amber, "trust", "999 0202"), (closed.Child, closed.Severity, closed.HolderAgencyId, closed.HolderDutyNumber));
        Assert.Equal((0, "", "", false), (closed.Elements.Count, closed.PlanId, closed.LinkId, closed.MoreExists));

        // No override.
        var first = await Question();
        Assert.Equal((Grandmother.KinTeam, DecisionCause.NoConsent, "informee-message"), (first.DecisionNeeded.RecipientTeamId, first.DecisionNeeded.Because, first.DecisionNeeded.NewsType));
        Assert.Equal((family.Mother, Grandmother.Number, Grandmother.Words), (first.Adult, first.HolderDutyNumber, Assert.Single(first.Elements).Content.Text));
        Assert.Equal([grandmother.Relationship], first.Elements[0].Content.About.AboutRelationshipIds);
        Assert.Equal(TimeSpan.FromHours(4), (first.AcknowledgeBy - first.RecordedAt).ToTimeSpan());
        await family.Trust.Decisions.DoNotSendAsync(Unagreed.Not(first));
        Assert.Empty(await AtKinship());

        // Override because a child is at risk.
        await grandmother.Sign();
        var second = await Question();
        var send = Unagreed.Send(second);
        (send.Justification.Ground, send.Justification.Need) = (StatutoryGround.Unspecified, "");
        Assert.Equal(HubReasons.InvalidField, await Refused(send));
        (send.RequestId, send.Justification) = (HubRequest.NewId(), Unagreed.Why());
        send.Justification.Ground = StatutoryGround.ConsentOnly;
        Assert.Equal(HubReasons.InvalidField, await Refused(send));
        Assert.Empty(await AtKinship());
        (send.RequestId, send.Justification.Ground) = (HubRequest.NewId(), StatutoryGround.S47Enquiry);
        await family.Trust.Decisions.SendDirectedAsync(send);
        var told = Assert.Single(await AtKinship(wait: 10));
        Assert.Equal(("informee-message", Severity.Amber, Grandmother.Number, Grandmother.Words), (told.Type, told.Severity, told.HolderDutyNumber, Assert.Single(told.Elements).Content.Text));
        Assert.Equal(("", "", false, null), (told.PlanId, told.LinkId, told.MoreExists, told.DecisionNeeded));
        Assert.True(await Family.Say(kinship, Grandmother.KinTeam, told, Acknowledgement.NotSafeToTell));

        var events = (await hub.Decisions()).Events;
        var shared = Assert.Single(Assert.Single(events, e => e.Event == "decision.shared-directed").Recipients);
        Assert.Equal(("directed", "withdrawn", "not-safe-to-tell"), (shared.Because, shared.Consent, shared.Acknowledged?.Word));
        Assert.Equal(
            ["permit safety-plan ", "needs-decision no-consent trust/cmht", "needs-decision no-consent trust/cmht"],
            events.Where(e => e.Event == "alert.raised").SelectMany(e => e.Recipients).Where(r => r.Route == "informee").Select(r => $"{r.Verdict} {r.Because} {r.Asked}"));
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task What_waits_under_it_is_taken_back_before_the_call_returns_and_the_holder_is_asked()
    {
        await grandmother.Sign();
        await grandmother.Consent(ConsentState.Withdrawn);
        Assert.Empty(await AtKinship());
        var question = await Question();
        Assert.Equal((DecisionCause.NoConsent, Grandmother.KinTeam, 0), (question.DecisionNeeded.Because, question.DecisionNeeded.RecipientTeamId, question.Elements.Count));
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(question));
        Assert.Equal(Grandmother.Words, Assert.Single(Assert.Single(await AtKinship(wait: 10)).Elements).Content.Text);
    }

    [Fact]
    public async Task What_was_sent_by_an_override_stands_without_consent_while_the_team_carries()
    {
        await grandmother.Consent(ConsentState.Refused);
        await grandmother.Sign();
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(await Question()));
        await grandmother.Consent(ConsentState.Given);
        await grandmother.Consent(ConsentState.Withdrawn);
        Assert.Single(await AtKinship(wait: 10));
        await grandmother.Sign();
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(await Question()));
        await grandmother.Carry(Family.SchoolTeam);
        Assert.Empty(await AtKinship());
    }

    [Fact]
    public async Task Given_again_it_carries_again()
    {
        await grandmother.Consent(ConsentState.Withdrawn);
        await grandmother.Consent(ConsentState.Given);
        await grandmother.Sign();
        Assert.Single(await AtKinship(wait: 10));
        Assert.DoesNotContain(await AtCouncil(), d => d.Type == "informee.not-told");
    }

    [Fact]
    public async Task A_question_that_nobody_answers_goes_to_the_teams_manager()
    {
        await family.Trust.Teams.AssignRoleAsync(Facts.Assign(Family.AdultTeam, Role.TeamManager, "NMC-999002"));
        await grandmother.Consent(ConsentState.Withdrawn);
        await grandmother.Sign();
        var open = await Question();
        Assert.False(await Family.Say(family.Trust, Family.AdultTeam, open, Acknowledgement.Accepted));
        clock.Forward(TimeSpan.FromHours(5));
        await AfterATurn.Over(family.Trust, Family.AdultTeam);
        var breach = await Heard(d => d.AboutDeliveryId == open.DeliveryId);
        Assert.Equal(("clock.breached", Severity.Red, "NMC-999002"), (breach.Type, breach.Severity, breach.ForPractitionerId));
    }

    [Fact]
    public async Task A_team_that_is_not_shown_what_triggers_safety_plans_hears_nothing_of_it()
    {
        await family.EndAgreement();
        await family.Agree(family.Trust, new Hub.Agreements.V1.ProposeAgreementRequest { PartnerAgencyId = "trust", Takes = { Category.PlanTypeAndDates, Category.HealthMental } });
        await grandmother.Consent(ConsentState.Withdrawn);
        await grandmother.Sign();
        Assert.Equal(["record.updated"], (await AtCouncil()).Select(d => d.Type));
    }

    private async Task<string?> Refused(SendDirectedRequest send) => await Restricted.Reason(async () => await family.Trust.Decisions.SendDirectedAsync(send));

    private Task<Delivery> Question() => Heard(d => d.Type == "needs-decision");

    private async Task<Delivery> Heard(Func<Delivery, bool> isMeant)
    {
        while (true)
        {
            if ((await Family.Hear(family.Trust, Family.AdultTeam)).FirstOrDefault(isMeant) is { } found)
            {
                return found;
            }
        }
    }

    private Task<IReadOnlyList<Delivery>> AtKinship(int wait = 0) => Family.Hear(kinship, Grandmother.KinTeam, wait);

    private Task<IReadOnlyList<Delivery>> AtCouncil() => Family.Hear(family.Council, Family.ChildrensTeam);
}

/// <summary>On the embedded store.</summary>
public sealed class ConsentIsWithdrawnOnEmbedded() : ConsentIsWithdrawn(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class ConsentIsWithdrawnOnPostgres() : ConsentIsWithdrawn(StoreKind.Postgres);
