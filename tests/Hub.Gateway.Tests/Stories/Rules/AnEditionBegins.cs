using Hub.Client.Calls;
using Hub.Gateway.Tests.Refusals;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Rules.V1;
using Hub.Silo;
using Hub.Silo.Audit;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Rules;

/// <summary>A council hears of a mother by an agreement with a trust, and an edition of the rules takes mental health from its role, on a day that comes
/// while something waits.</summary>
public abstract class AnEditionBegins(StoreKind kind) : IAsyncLifetime
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
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_waits_is_cut_when_its_day_begins_and_was_whole_before(bool isRestarted)
    {
        await Linked();
        var edition = (await Like("spring", 2)).Taking(Category.HealthMental, Role.LeadSocialWorker);
        await Editions.BringIn(hub, edition);
        await family.ReviseMother(Mental("in time"), Content("in time too"));
        Assert.Equal(["in time", "in time too"], Texts(await Drain()));
        Assert.Equal(EditionState.Activated, await Editions.StateOf(family.School, "spring"));

        // Nobody is connected when the day comes: what waits is decided again all the same.
        await family.ReviseMother(Mental("too late"), Content("not too late"));
        await family.ReviseMother(Mental("nothing is left of this"));
        if (isRestarted)
        {
            await hub.StopProcess();
        }

        clock.Forward(TimeSpan.FromDays(3));
        if (isRestarted)
        {
            await hub.StartProcess();
        }

        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        await Look.Until(async () => (await Changes())[^1].Recipients.Any(r => r.IsRecalled));
        await AfterATurn.Settle(() => family.ReviseMother(Mental("never"), Content("always")));
        Assert.Equal(["not too late", "always"], Texts(await Drain()));
        Assert.Equal((EditionState.InForce, EditionState.Over), (await Editions.StateOf(family.School, "spring"), await Editions.StateOf(family.School, Editions.BuiltIn)));

        Assert.Equal([Editions.BuiltIn, Editions.BuiltIn, Editions.BuiltIn, "spring"], (await Changes()).Select(e => e.Edition));
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task What_waited_since_before_any_edition_was_activated_is_held_by_the_gate_from_its_first_instant_on()
    {
        await Linked();
        await family.ReviseMother(Mental("too late"), Content("not too late"));
        await Editions.BringIn(hub, (await Like("spring", 2)).Taking(Category.HealthMental, Role.LeadSocialWorker));
        clock.Forward(TimeSpan.FromDays(3));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        await Look.Until(async () => (await Drain()) is { Count: > 0 } heard && Texts(heard).SequenceEqual(["not too late"]));
    }

    [Fact]
    public async Task What_it_does_not_touch_is_handed_over_once_and_whole()
    {
        await Linked();
        await family.ReviseMother(Mental("mind"), Content("words"));
        await family.ReviseChild(Mental("of the child"));
        await Editions.BringIn(hub, (await Like("spring", 2)).Taking(Category.Education, Role.DesignatedSafeguardingLead));
        clock.Forward(TimeSpan.FromDays(3));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        var heard = new List<Delivery>();
        await Look.Until(async () =>
        {
            heard.AddRange(await Drain());
            return Texts(heard).Any();
        });
        Assert.Equal(["mind", "words"], Texts(heard));
        Assert.Equal(EditionState.InForce, await Editions.StateOf(family.Council, "spring"));
        Assert.Empty(Texts(await Drain()));
    }

    [Fact]
    public async Task A_role_that_it_gives_a_sector_is_taken_from_its_day_on_also_after_a_restart()
    {
        var edition = await Like("spring", 2);
        edition.Sectors.Single(r => r.Role == Role.SchoolNurse).Sectors.Add(Hub.Agencies.V1.Sector.Education);
        await Editions.BringIn(hub, edition);
        var member = Family.Member(family.Child, Family.SchoolTeam, Role.SchoolNurse);
        var assign = Facts.Assign(Family.SchoolTeam, Role.SchoolNurse, "DSL-999003");
        Assert.Equal(["role"], (await Told.By(async () => await family.Council.Circles.AddCircleMemberAsync(member))).Fields);
        Assert.Equal(["role"], (await Told.By(async () => await family.School.Teams.AssignRoleAsync(assign))).Fields);
        await hub.StopProcess();
        clock.Forward(TimeSpan.FromDays(3));
        await hub.StartProcess();
        await AfterATurn.Settle(async () => await family.Council.Circles.AddCircleMemberAsync(member));
        await family.School.Teams.AssignRoleAsync(assign);
        await hub.StopProcess();
        await hub.StartProcess();
        await AfterATurn.Settle(async () => await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Family.SchoolTeam, Role.SchoolNurse)));
        Assert.Equal(EditionState.InForce, await Editions.StateOf(family.Council, "spring"));
    }

    private Task<ProposeEditionRequest> Like(string name, int days) => Editions.Like(family.Council, name, clock.GetUtcNow(), days);

    private async Task Linked()
    {
        await family.Agree();
        await family.LinkUp();
    }

    private async Task<List<Delivery>> Drain()
    {
        var all = new List<Delivery>();
        for (var heard = await Next(); heard.Count > 0; heard = await Next())
        {
            all.AddRange(heard);
        }

        return all;

        async Task<IReadOnlyList<Delivery>> Next()
        {
            IReadOnlyList<Delivery> heard = [];
            await AfterATurn.Settle(async () => heard = await Family.Hear(family.Council, Family.ChildrensTeam, wait: 0));
            return heard;
        }
    }

    private async Task<List<DecidedEvent>> Changes() => [.. (await hub.Decisions()).Events.Where(e => e.Event == "plan.changed").OrderBy(e => e.At)];

    private static PlanElementContent Mental(string text) => People.Element(text, Category.HealthMental);

    private static PlanElementContent Content(string text) => People.Element(text, Category.PlanContent);

    private static IEnumerable<string> Texts(IEnumerable<Delivery> deliveries) => deliveries.SelectMany(d => d.Elements).Select(e => e.Content.Text);
}

/// <summary>On the embedded store.</summary>
public sealed class AnEditionBeginsOnEmbedded() : AnEditionBegins(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class AnEditionBeginsOnPostgres() : AnEditionBegins(StoreKind.Postgres);
