using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>Plays a script in four worlds of one hub: with the hidden fact and without it, and both again where the observer may see it.</summary>
internal delegate Task<IReadOnlyList<string>> WorldScript(World world);

/// <summary>What somebody may not know does not move anything that she receives: scripts that share one hub.</summary>
public abstract class ManyWorlds(HubOf hub)
{
    private static int worlds;

    public static TheoryData<string> Scripts => [.. All.Keys];

    private static Dictionary<string, WorldScript> All { get; } = new(StringComparer.Ordinal)
    {
        ["what was not agreed for a school"] = OnTheCircle.WhatWasNotAgreed,
        ["somebody else on the circle"] = OnTheCircle.AnotherMember,
        ["somebody else's proposal to the circle"] = OnTheCircle.AProposal,
        ["who took what the school told"] = OnTheCircle.WhoTookIt,
        ["a person's word to somebody else"] = OnTheCircle.ByAPersonsWordToAnother,
        ["a decision against the school"] = OnTheCircle.ADecisionAgainstIt,
        ["a copy of a copy"] = OnTheCircle.ACopyOfACopy,
        ["how much was withheld"] = OverALink.HowMuch,
        ["how much more there is"] = OverALink.HowMuchMore,
        ["that there is more"] = OverALink.AnythingMore,
        ["an alert of a type not agreed"] = OverALink.AnAlert,
        ["another plan of the mother"] = OverALink.AnotherPlan,
        ["a question to the other side"] = OverALink.AQuestion,
        ["a link declined"] = OverALink.ARefusal,
        ["whom the other side works with"] = OverALink.WhoIsThere,
        ["a sister"] = FromTheOtherSide.ASister,
        ["the child's circle"] = FromTheOtherSide.TheChildsCircle,
        ["what came after a role ended"] = FromTheOtherSide.AfterARoleEnded,
        ["the same farewell"] = FromTheOtherSide.TheSameFarewell,
        ["an agreement of two others"] = AmongAgencies.AnAgreement,
        ["a suspension between two others"] = AmongAgencies.ASuspension,
        ["who has joined a framework"] = AmongAgencies.AMember,
        ["a number that somebody else has"] = AClinicAsks.AnotherWithTheNumber,
        ["a name that somebody else has"] = AClinicAsks.AnotherName,
        ["calls that only validate"] = AClinicAsks.OnlyValidating,
        ["an import"] = AClinicAsks.AnImport,
        ["telling without a reference"] = AClinicAsks.TellingWithoutAReference,
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Show_no_trace_of_what_is_hidden_and_show_it_where_it_may_be_seen(string script)
    {
        var play = All[script];
        var heard = await Task.WhenAll(Play(isThere: false, leaks: false), Play(isThere: true, leaks: false), Play(isThere: false, leaks: true), Play(isThere: true, leaks: true));
        Assert.Equal(heard[0].Count, heard[1].Count);
        foreach (var (without, with) in heard[0].Zip(heard[1]))
        {
            Assert.Equal(without, with);
        }

        Assert.NotEqual(heard[2], heard[3]);

        async Task<IReadOnlyList<string>> Play(bool isThere, bool leaks)
        {
            using var world = new World(hub.Hub, Interlocked.Increment(ref worlds), isThere, leaks);
            return await play(world);
        }
    }

    [Fact]
    public async Task Have_no_thread_between_what_two_agencies_receive_of_one_family()
    {
        using var world = new World(hub.Hub, Interlocked.Increment(ref worlds), isThere: true, leaks: false);
        var home = await Household.In(world);
        await home.AgreeWithTrust();
        await home.SchoolHears(Category.PlanTypeAndDates, Category.ProfessionalContact);
        await home.LinkUp();
        var (trust, school, council) = (world.Watch("trust", Household.Coordinator), world.Watch("school", Household.Lead), world.Watch("council", Household.Worker));
        await trust.Listen(home.AdultTeam);
        await school.Listen(home.SchoolTeam);
        await home.NoteChild(People.Element("Who to call: 999 0222.", Category.ProfessionalContact));
        Assert.NotEmpty(await trust.Hear(home.AdultTeam));
        Assert.NotEmpty(await school.Hear(home.SchoolTeam));
        foreach (var (who, number) in new[] { (trust, world.Number(1)), (school, world.Number(1)), (council, world.Number(1)) })
        {
            await who.AskAbout(await who.Register(number));
        }

        await council.AskForPlan(home.Child, home.ChildPlan);
        Assert.Empty(trust.References.Intersect(school.References, StringComparer.Ordinal));
        Assert.Empty(trust.References.Intersect(council.References, StringComparer.Ordinal));
        Assert.Empty(school.References.Intersect(council.References, StringComparer.Ordinal));

        // The comparison sees a thread where there is one: within an agency.
        var colleague = world.Watch("council", Household.Worker);
        await colleague.AskForPlan(home.Child, home.ChildPlan);
        Assert.NotEmpty(colleague.References.Intersect(council.References, StringComparer.Ordinal));
    }
}

/// <summary>On the embedded store.</summary>
public sealed class ManyWorldsOnEmbedded(EmbeddedHub hub) : ManyWorlds(hub), IClassFixture<EmbeddedHub>;

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class ManyWorldsOnPostgres(PostgresHub hub) : ManyWorlds(hub), IClassFixture<PostgresHub>;
