using System.Diagnostics.Metrics;
using System.Globalization;
using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Silo.Agreements;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Agreements;

/// <summary>A council and a trust agree for a hundred days. The council has named a duty team, the trust's one team has a manager, and the school has
/// neither.</summary>
public abstract class AnEndIsAnnounced(StoreKind kind) : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Family family = null!;
    private string lastDay = "";

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, h => h.Clock = clock);
        family = await Family.At(hub);
        await family.Council.Agencies.SetDutyTeamAsync(new SetDutyTeamRequest { RequestId = HubRequest.NewId(), AgencyId = "council", TeamId = Family.ChildrensTeam });
        await family.Trust.Teams.AssignRoleAsync(Facts.Assign(Family.AdultTeam, Role.TeamManager, "NMC-999002"));
        lastDay = clock.GetUtcNow().AddDays(100).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task At_90_30_7_and_1_days_and_when_it_has_come_to_both_parties_once_each()
    {
        var (council, trust) = await Agree();
        foreach (var (forward, type, severity) in new[]
        {
            (11, "agreement.expiring", Severity.Blue),
            (60, "agreement.expiring", Severity.Green),
            (23, "agreement.expiring", Severity.Amber),
            (6, "agreement.expiring", Severity.Red),
            (1, "agreement.expired", Severity.Red),
        })
        {
            await Pass(forward);
            var (here, there) = (await Announced(family.Council, Family.ChildrensTeam), await Announced(family.Trust, Family.AdultTeam));
            Assert.Equal((type, severity, council, lastDay), (here.Type, here.Severity, here.AgreementId, here.AgreementEndsOn));
            Assert.Equal((type, severity, trust, lastDay), (there.Type, there.Severity, there.AgreementId, there.AgreementEndsOn));
            Assert.Equal(("council", "", ""), (here.HolderAgencyId, here.Child, here.Adult));
        }

        Assert.Equal(7, await hub.Events("s_"));
        var told = (await hub.Decisions()).Events.Where(e => e.Event == "agreement.announced").ToList();
        Assert.Equal(5, told.Count);
        Assert.All(told, e => Assert.Equal([("council/cp-team", "party", "told"), ("trust/cmht", "party", "told")], e.Recipients.Select(r => (r.Team, r.Route, r.Because))));
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task Of_the_nearest_day_alone_when_the_hub_was_down_over_several()
    {
        await Agree();
        await hub.StopProcess();
        clock.Forward(TimeSpan.FromDays(97));
        await hub.StartProcess();
        Assert.Equal(Severity.Amber, (await Announced(family.Council, Family.ChildrensTeam)).Severity);
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Equal(3, await hub.Events("s_"));
        Assert.Empty(await Drain(family.Council, Family.ChildrensTeam, wait: 3));
    }

    [Fact]
    public async Task Not_any_more_to_who_has_ended_it_meanwhile()
    {
        var (council, _) = await Agree();
        await Pass(94);
        await Look.Until(async () => await hub.Events("s_") == 3);
        await AfterATurn.Settle(async () => await family.Council.Agreements.EndAgreementAsync(Facts.EndOf(council)));
        Assert.Empty(await Drain(family.Trust, Family.AdultTeam, wait: 3));
        Assert.Empty(await Drain(family.Council, Family.ChildrensTeam, wait: 0));
        await Pass(5);
        Assert.Equal(4, await hub.Events("s_"));
    }

    [Fact]
    public async Task To_those_who_are_members_then_and_where_nobody_hears_to_the_operators()
    {
        var unheard = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == AgreementTelemetry.Name)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref unheard, count));
        listener.Start();
        var proposal = Facts.Framework();
        proposal.EndsOn = lastDay;
        var own = (await family.Council.Agreements.ProposeFrameworkAsync(proposal)).AgreementId;
        var theirs = await Join(family.Trust);
        await Join(family.School);
        await Pass(11);
        Assert.Equal((theirs, Severity.Blue), (await Announced(family.Trust, Family.AdultTeam)) is var first ? (first.AgreementId, first.Severity) : default);
        Assert.Equal(own, (await Announced(family.Council, Family.ChildrensTeam)).AgreementId);
        Assert.Equal(1, Interlocked.Read(ref unheard));
        Assert.Empty(await Drain(family.School, Family.SchoolTeam, wait: 0));

        // Who leaves before it took what waits does not hear it any more.
        await Pass(60);
        await Look.Until(async () => await hub.Events("s_") == 5);
        await AfterATurn.Settle(async () => await family.Trust.Agreements.WithdrawFromFrameworkAsync(Facts.Withdraw(theirs)));
        Assert.Equal(own, (await Announced(family.Council, Family.ChildrensTeam)).AgreementId);
        Assert.Empty(await Drain(family.Trust, Family.AdultTeam));
    }

    private static async Task<string> Join(HubClient agency)
    {
        var framework = (await agency.Agreements.ListFrameworksAsync(new ListFrameworksRequest())).Frameworks.Single().AgreementId;
        await agency.Agreements.AccedeToFrameworkAsync(Facts.Accede(framework));
        return framework;
    }

    // Clocks that ran out meanwhile tell of what nobody took; that is another story.
    private static async Task<Delivery> Announced(HubClient agency, string team)
    {
        while (true)
        {
            if ((await Drain(agency, team)) is { Count: > 0 } heard)
            {
                return Assert.Single(heard);
            }
        }
    }

    private static async Task<List<Delivery>> Drain(HubClient agency, string team, int wait = 1)
    {
        IReadOnlyList<Delivery> heard = [];
        await AfterATurn.Settle(async () => heard = await Family.Hear(agency, team, wait));
        return [.. heard.Where(d => d.Type != "clock.breached")];
    }

    private async Task Pass(int days)
    {
        clock.Forward(TimeSpan.FromDays(days));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
    }

    private async Task<(string Council, string Trust)> Agree()
    {
        var own = await family.Agree(family.Trust, new ProposeAgreementRequest { PartnerAgencyId = "trust", Gives = { Category.PlanTypeAndDates }, EndsOn = lastDay });
        return (own, (await family.Trust.Agreements.ListAgreementsAsync(new ListAgreementsRequest())).Agreements.Single().AgreementId);
    }
}

/// <summary>On the embedded store.</summary>
public sealed class AnEndIsAnnouncedOnEmbedded() : AnEndIsAnnounced(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class AnEndIsAnnouncedOnPostgres() : AnEndIsAnnounced(StoreKind.Postgres);
