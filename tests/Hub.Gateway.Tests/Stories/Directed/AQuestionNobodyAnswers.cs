using System.Globalization;
using Hub.Agreements.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Directed;

/// <summary>A question's clock: only an answer stops it.</summary>
public abstract class AQuestionNobodyAnswers(StoreKind kind) : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, h => h.Clock = clock);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        await family.Trust.Teams.AssignRoleAsync(Facts.Assign(Family.AdultTeam, Role.TeamManager, "NMC-999002"));
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Goes_to_the_teams_manager_though_somebody_accepted_it_and_not_once_it_is_answered()
    {
        await family.EndAgreement();
        var (open, sent, not) = (await Unagreed.Ask(family), await Unagreed.Ask(family), await Unagreed.Ask(family));
        foreach (var word in new[] { Acknowledgement.Accepted, Acknowledgement.Actioned })
        {
            Assert.False(await Family.Say(family.Trust, Family.AdultTeam, open, word));
        }

        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(sent));
        await family.Trust.Decisions.DoNotSendAsync(Unagreed.Not(not));
        clock.Forward(TimeSpan.FromHours(5));
        await AfterATurn.Over(family.Trust, Family.AdultTeam);
        var heard = await Until(open.DeliveryId);
        var breach = Assert.Single(heard, d => d.AboutDeliveryId == open.DeliveryId);
        Assert.Equal(("clock.breached", Severity.Red, "NMC-999002", family.Mother), (breach.Type, breach.Severity, breach.ForPractitionerId, breach.Adult));
        Assert.DoesNotContain(heard, d => d.AboutDeliveryId == sent.DeliveryId || d.AboutDeliveryId == not.DeliveryId);
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(open));
    }

    [Fact]
    public async Task The_clock_finds_what_waits_at_a_recipient_that_nobody_reads()
    {
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));
        await family.EndAgreement();
        clock.Forward(TimeSpan.FromHours(25));
        await AfterATurn.Over(family.Trust, Family.AdultTeam);
        var heard = new List<Delivery>();
        while (heard.All(d => d.Type != "needs-decision"))
        {
            heard.AddRange(await Unagreed.AtTrust(family, wait: 10));
        }

        Assert.Equal(Family.ChildrensTeam, Assert.Single(heard, d => d.Type == "needs-decision").DecisionNeeded.RecipientTeamId);
        Assert.DoesNotContain(await Unagreed.AtCouncil(family), d => d.Elements.Count > 0);
    }

    [Fact]
    public async Task A_lapse_finds_what_waits_at_a_recipient_that_nobody_reads()
    {
        await family.EndAgreement();
        await family.Agree(family.Trust, new ProposeAgreementRequest
        {
            PartnerAgencyId = "trust",
            Takes = { Category.PlanTypeAndDates, Category.HealthMental },
            EndsOn = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));

        // The delivery's own clock, a day, still runs.
        clock.Forward(clock.GetUtcNow().Date.AddDays(1) - clock.GetUtcNow().UtcDateTime);
        await AfterATurn.Over(family.Trust, Family.AdultTeam);
        var heard = new List<Delivery>();
        while (heard.All(d => d.Type != "needs-decision"))
        {
            heard.AddRange(await Unagreed.AtTrust(family, wait: 10));
        }

        Assert.Equal(Family.ChildrensTeam, Assert.Single(heard, d => d.Type == "needs-decision").DecisionNeeded.RecipientTeamId);
        Assert.DoesNotContain(await Unagreed.AtCouncil(family), d => d.Elements.Count > 0);
    }

    private async Task<List<Delivery>> Until(string about)
    {
        var heard = new List<Delivery>();
        while (heard.All(d => d.AboutDeliveryId != about))
        {
            heard.AddRange(await Unagreed.AtTrust(family, wait: 10));
        }

        return heard;
    }
}

/// <summary>On the embedded store.</summary>
public sealed class AQuestionNobodyAnswersOnEmbedded() : AQuestionNobodyAnswers(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class AQuestionNobodyAnswersOnPostgres() : AQuestionNobodyAnswers(StoreKind.Postgres);
