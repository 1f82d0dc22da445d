using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Circles.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>Deliveries wait for a system that is away, and something they rest on is taken away. What no longer holds does not come, and that is on
/// record; what rests on something else comes, in its person's order.</summary>
public abstract class NothingAfterTheReturn(StoreKind kind) : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, h => h.Clock = clock);
        family = await Family.At(hub);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_that_either_side_ends_recalls_what_waits_both_ways(bool byCouncil)
    {
        await Linked();
        await family.ReviseMother(Mental("to the council"));
        await family.ReviseChild(Mental("to the trust"));

        // Counted before: what waits may be decided again as soon as the link has ended, whether anybody looks or not.
        var (council, trust) = (await Decided(Family.ChildrensTeam), await Decided(Family.AdultTeam));
        await (byCouncil ? Family.EndLink(family.Council, family.Child) : Family.EndLink(family.Trust, family.Mother));

        // That it has ended is told to the side that did not end it, and nothing else is.
        var told = (await Drain(family.Council, Family.ChildrensTeam)).Concat(await Drain(family.Trust, Family.AdultTeam)).ToList();
        Assert.All(told, d => Assert.Equal("plan.link-ended", d.Type));
        Assert.Equal(1, await Decided(Family.ChildrensTeam) - council);
        Assert.Equal(1, await Decided(Family.AdultTeam) - trust);
    }

    [Fact]
    public async Task An_element_that_is_tagged_anew_or_removed_does_not_come_with_the_words_that_wait()
    {
        await Linked();
        await family.ReviseMother(Mental("wrongly shared"), Mental("no longer true"), Mental("fine"));
        await family.Change("wrongly shared", e => new ElementOperation
        {
            ElementId = e,
            Replace = new ReplaceElement { Element = People.Element("wrongly shared", Category.SexualHealth) },
        });
        await family.Change("no longer true", e => new ElementOperation { ElementId = e, Remove = new RemoveElement() });
        var heard = await Drain(family.Council, Family.ChildrensTeam);
        Assert.Equal(["fine"], heard.SelectMany(d => d.Elements).Where(e => e.Content is not null).Select(e => e.Content.Text));
    }

    [Fact]
    public async Task A_member_that_leaves_the_circle_recalls_what_waits_for_it_and_nothing_of_the_others()
    {
        await Linked();
        await family.Agree(family.School, new ProposeAgreementRequest
        {
            PartnerAgencyId = "school",
            Gives = { Category.Education, Category.PlanContent },
            Takes = { Category.Education },
        });
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Family.SchoolTeam, Role.DesignatedSafeguardingLead));
        await family.ReviseChild(People.Element("Fell asleep in class.", Category.Education), Mental("Reviews."));
        var end = new EndCircleMemberRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Child,
            TeamId = Family.SchoolTeam,
            Role = Role.DesignatedSafeguardingLead,
            Because = "Moved school.",
        };
        await family.Council.Circles.EndCircleMemberAsync(end);

        // Who was not sure of the first answer gets it again.
        await family.Council.Circles.EndCircleMemberAsync(end);
        Assert.Empty(await Drain(family.School, Family.SchoolTeam));
        Assert.Equal(1, await Decided(Family.SchoolTeam));
        Assert.Equal(["Reviews."], Texts(await Drain(family.Trust, Family.AdultTeam)));
    }

    [Fact]
    public async Task An_agreement_that_ends_recalls_what_it_alone_covered_and_another_releases_its_part()
    {
        await Linked();
        await family.Agree(family.Trust, new ProposeAgreementRequest
        {
            PartnerAgencyId = "trust",
            Gives = { Category.PlanContent },
            Takes = { Category.PlanContent },
        });
        await family.ReviseMother(Mental("recalled"));
        await family.ReviseMother(Mental("cut"), People.Element("released", Category.PlanContent));
        await family.EndAgreement();
        var heard = Assert.Single(await Drain(family.Council, Family.ChildrensTeam));
        Assert.Equal(["released"], Texts([heard]));
        Assert.Equal((PlanType.Unspecified, false), (heard.PlanType, heard.MoreExists));
        Assert.Equal(2, await Decided(Family.ChildrensTeam));
    }

    [Fact]
    public async Task An_agreement_that_lapses_while_they_wait_recalls_them()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await family.Agree(family.Trust, new ProposeAgreementRequest
        {
            PartnerAgencyId = "trust",
            Gives = { Category.PlanTypeAndDates, Category.HealthMental },
            Takes = { Category.PlanTypeAndDates, Category.HealthMental },
            EndsOn = today.AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        });
        await family.LinkUp();
        await family.ReviseMother(Mental("too late"));
        clock.Forward(TimeSpan.FromDays(4));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        await Look.Until(async () => await Decided(Family.ChildrensTeam) > 0 || (await Drain(family.Council, Family.ChildrensTeam)).Count > 0);
        Assert.Empty(await Drain(family.Council, Family.ChildrensTeam));
    }

    [Fact]
    public async Task A_role_that_begins_or_ends_in_the_team_has_what_waits_decided_again_and_in_order()
    {
        await Linked();
        for (var i = 0; i < 40; i++)
        {
            await family.Reword($"{i}");
        }

        await family.Council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.TeamManager, "SW999001"));
        await family.Council.Teams.EndRoleAsync(Facts.End(Family.ChildrensTeam, Role.TeamManager, "SW999001"));

        // One look finds what may go: nobody has to ask as often as something had to be decided again.
        var first = await Family.Hear(family.Council, Family.ChildrensTeam, wait: 0);
        var heard = first.Concat(await Drain(family.Council, Family.ChildrensTeam)).ToList();
        Assert.NotEmpty(first);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i}"), Texts(heard));

        // Each at its turn, or right after either call.
        Assert.InRange(await Decided(Family.ChildrensTeam), 40, 2 * 40);
    }

    [Fact]
    public async Task A_plan_that_ends_recalls_what_its_team_heard_only_by_it_and_the_recall_outlives_a_restart()
    {
        await Linked();
        await family.ReviseChild(Mental("no longer for the trust"));
        await family.EndMotherPlan();
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Empty(await Drain(family.Trust, Family.AdultTeam));
        Assert.Equal("plan.ended", Assert.Single(await Drain(family.Council, Family.ChildrensTeam)).Type);
    }

    [Fact]
    public async Task A_key_that_is_revoked_fetches_nothing_and_another_of_the_agency_fetches_all()
    {
        await Linked();
        await family.ReviseMother(Mental("waits"));
        var second = hub.Client("council-2", "council", "SW999001");
        await hub.Registrar.Agencies.RegisterConnectionAsync(new RegisterConnectionRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = "council",
            KeyFingerprint = hub.Authority.Fingerprint("council-2"),
        });
        await hub.Registrar.Agencies.RevokeConnectionAsync(new RevokeConnectionRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = "council",
            KeyFingerprint = hub.Authority.Fingerprint("council"),
        });
        await Assert.ThrowsAnyAsync<Exception>(() => Family.Fetch(family.Council, Family.ChildrensTeam));
        Assert.Equal(["waits"], Texts(await Family.Fetch(second, Family.ChildrensTeam)));
    }

    private static PlanElementContent Mental(string text) => People.Element(text, Category.HealthMental);

    private static IEnumerable<string> Texts(IEnumerable<Delivery> deliveries) => deliveries.SelectMany(d => d.Elements).Select(e => e.Content.Text);

    private static async Task<List<Delivery>> Drain(Hub.Client.HubClient agency, string team)
    {
        var all = new List<Delivery>();
        for (var heard = await Family.Hear(agency, team, wait: 0); heard.Count > 0; heard = await Family.Hear(agency, team, wait: 0))
        {
            all.AddRange(heard);
        }

        return all;
    }

    private async Task Linked()
    {
        await family.Agree();
        await family.LinkUp();
    }

    /// <summary>What is on record of an inbox beside its subscriber's registration.</summary>
    private async Task<long> Decided(string team) => await hub.Events($"i_{team}") - 1;
}

/// <summary>On the embedded store.</summary>
public sealed class NothingAfterTheReturnOnEmbedded() : NothingAfterTheReturn(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class NothingAfterTheReturnOnPostgres() : NothingAfterTheReturn(StoreKind.Postgres);
