using System.Diagnostics.Metrics;
using Hub.Domain.Agencies;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Microsoft.Extensions.DependencyInjection;
using Role = Hub.Teams.V1.Role;

namespace Hub.Gateway.Tests.Stories.Directed;

/// <summary>A rule fails for one recipient, in a whole hub: that one hears nothing and a person is asked at once; everybody else is served, and
/// operators can count it. Nothing but the facts under the rules is made to fail, by a registration of the test's own.</summary>
public sealed class ARuleThatFails
{
    [Fact]
    public async Task Denies_its_recipient_only_asks_the_holder_at_once_and_is_counted()
    {
        // No other hub of this process has a rule that fails.
        var failed = 0L;
        using var metrics = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "hub.rules.failed")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        metrics.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref failed, count));
        metrics.Start();
        await using var hub = await RunningHub.Start(
            StoreKind.Embedded, h => h.Logging = logging => logging.Services.AddSingleton<ISharingFacts>(services => new FailingFor(services, "school")));
        var family = await Family.At(hub);
        await family.Agree(Category.Education);
        await family.LinkUp();
        await family.Agree(family.School, new Hub.Agreements.V1.ProposeAgreementRequest { PartnerAgencyId = "school", Gives = { Category.Education } });
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Family.SchoolTeam, Role.DesignatedSafeguardingLead));
        Assert.Equal(0, Interlocked.Read(ref failed));

        await family.ReviseChild(People.Element("Fell asleep in class.", Category.Education), People.Element("Reviews every week.", Category.HealthMental));
        Assert.Empty(await Family.Hear(family.School, Family.SchoolTeam, wait: 0));
        Assert.Equal(["Reviews every week."], Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam)).Elements.Select(e => e.Content.Text));
        var item = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        Assert.Equal(("needs-decision", Severity.Amber), (item.Type, item.Severity));
        Assert.Equal(
            (Family.SchoolTeam, DecisionCause.RuleError, "999 0303"), (item.DecisionNeeded.RecipientTeamId, item.DecisionNeeded.Because, item.DecisionNeeded.RecipientDutyNumber));
        Assert.Equal(["Fell asleep in class."], item.Elements.Select(e => e.Content.Text));
        Assert.Equal(1, Interlocked.Read(ref failed));
        var decided = (await hub.Decisions()).Events[^1].Recipients;
        Assert.Equal(("needs-decision", "rule-error", Family.ChildrensTeam), Of(decided.Single(r => r.Team == Family.SchoolTeam)));
        Assert.Equal(("part", "agreement", null), Of(decided.Single(r => r.Team == Family.AdultTeam)));

        // A person's word needs no agreement, so no rule fails for it.
        await family.Council.Decisions.SendDirectedAsync(new Hub.Decisions.V1.SendDirectedRequest
        {
            RequestId = "sent",
            TeamId = Family.ChildrensTeam,
            DeliveryId = item.DeliveryId,
            Justification = Unagreed.Why(),
        });
        Assert.Equal(["Fell asleep in class."], Assert.Single(await Family.Hear(family.School, Family.SchoolTeam)).Elements.Select(e => e.Content.Text));
        Assert.True((await hub.Audit()).IsWhole);
    }

    private static (string Verdict, string Because, string? Asked) Of(Hub.Silo.Audit.DecidedRecipient recipient) => (recipient.Verdict, recipient.Because, recipient.Asked);

    /// <summary>The registers' facts, but for one recipient's agreements.</summary>
    private sealed class FailingFor(IServiceProvider services, string agency) : ISharingFacts
    {
        private readonly ISharingFacts facts = (ISharingFacts)ActivatorUtilities.CreateInstance(
            services, typeof(HubSilo).Assembly.GetType("Hub.Silo.Register.SharingFacts", throwOnError: true)!);

        public TeamFacts? Team(TeamId team) => facts.Team(team);

        public IReadOnlyList<AgreementFacts> Agreements(AgencyId holder, AgencyId recipient)
            => recipient.Value == agency ? throw new InvalidOperationException("made to fail") : facts.Agreements(holder, recipient);

        public Sector? SectorOf(AgencyId agencyId) => facts.SectorOf(agencyId);
    }
}
