using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A school on a child's circle that it does not lead, and what it is not to notice.</summary>
internal static class OnTheCircle
{
    /// <summary>Elements of a category that was not agreed, beside one that was and in revisions of their own.</summary>
    public static async Task<IReadOnlyList<string>> WhatWasNotAgreed(World world)
    {
        var home = await Household.In(world);
        await home.SchoolHears(world.Leaks ? [Category.Education, Category.ProfessionalContact] : [Category.Education]);
        var school = world.Watch("school", Household.Lead);
        await school.Listen(home.SchoolTeam);
        foreach (var word in new[] { "first", "second" })
        {
            var seen = People.Element(word, Category.Education);
            await home.NoteChild(world.IsThere ? [seen, People.Element("who to call", Category.ProfessionalContact)] : [seen]);
            if (world.IsThere)
            {
                await home.NoteChild(People.Element("another to call", Category.ProfessionalContact));
            }

            await school.Hear(home.SchoolTeam);
        }

        return await AtLast(world, school);
    }

    /// <summary>Somebody else on the circle.</summary>
    public static async Task<IReadOnlyList<string>> AnotherMember(World world)
    {
        var home = await Household.In(world);
        await home.SchoolHears(Category.Education);
        var other = world.Leaks ? world.Team("school", "desk") : home.AdultTeam;
        if (world.Leaks)
        {
            await home.School.Teams.OpenTeamAsync(Facts.Team(other));
        }

        var school = world.Watch("school", Household.Lead);
        await school.Listen(home.SchoolTeam);
        if (world.IsThere)
        {
            await home.Join(other, world.Leaks ? Role.DesignatedSafeguardingLead : Role.CareCoordinator);
        }

        await home.NoteChild(People.Element("Late.", Category.Education));
        await school.Hear(home.SchoolTeam);
        return await AtLast(world, school);
    }

    /// <summary>Somebody else's proposal to the circle.</summary>
    public static async Task<IReadOnlyList<string>> AProposal(World world)
    {
        var home = await Household.In(world);
        await home.SchoolHears(Category.Education);
        if (world.IsThere)
        {
            var by = world.Leaks ? home.School : home.Trust;
            await by.Circles.AddCircleMemberAsync(Family.Member(await by.Register(People.Sam(world.Number(1))), home.AdultTeam, Role.CareCoordinator));
        }

        var school = world.Watch("school", Household.Lead);
        return await AtLast(world, school);
    }

    /// <summary>Somebody else on the circle has taken what the school told.</summary>
    public static async Task<IReadOnlyList<string>> WhoTookIt(World world)
    {
        var home = await Household.In(world);
        await home.SchoolHears(Category.Education);
        var desk = world.Team("school", "desk");
        await World.Open(home.School, desk, Role.TeamManager, Household.Lead);
        var (client, team, role) = world.Leaks ? (home.School, desk, Role.TeamManager) : (home.Council, home.ChildrensTeam, Role.LeadSocialWorker);
        if (world.Leaks)
        {
            await home.Join(desk, role);
        }

        await home.School.Agencies.RegisterPractitionerAsync(
            new Hub.Agencies.V1.RegisterPractitionerRequest { RequestId = "second", AgencyId = world.Agency("school"), PractitionerId = "DSL-999004" });
        var school = world.Watch("school", "DSL-999004");
        var child = await school.Register(world.Number(1));
        var update = await school.Alert(child);
        if (world.IsThere)
        {
            var heard = Assert.Single(await Household.Hear(client, team), d => d.Elements.Count > 0);
            await Family.Say(client, team, heard, Acknowledgement.Actioned);
        }

        await school.Progress(child, update);
        return school.Heard;
    }

    /// <summary>What a named person of the holder sends to somebody else.</summary>
    public static async Task<IReadOnlyList<string>> ByAPersonsWordToAnother(World world)
    {
        var home = await Household.In(world);
        await home.SchoolHears(Category.Education);
        var school = world.Watch("school", Household.Lead);
        await school.Listen(home.SchoolTeam);
        var noted = await home.NoteChild(People.Element("Seen by a nurse.", Category.HealthPhysical));
        if (world.IsThere)
        {
            await home.Council.Decisions.ShareDirectedAsync(Directing.Share(home.Child, home.ChildPlan, noted.ElementIds[0], world.Leaks ? home.SchoolTeam : home.AdultTeam));
        }

        await school.Hear(home.SchoolTeam);
        return await AtLast(world, school);
    }

    /// <summary>That a named person of the holder has decided not to share with the school, though nobody asked.</summary>
    public static async Task<IReadOnlyList<string>> ADecisionAgainstIt(World world)
    {
        var home = await Household.In(world);
        await home.SchoolHears(Category.Education);
        var school = world.Watch("school", Household.Lead);
        await school.Listen(home.SchoolTeam);
        var noted = await home.NoteChild(People.Element("Seen by a nurse.", Category.HealthPhysical));
        if (world.IsThere && world.Leaks)
        {
            await home.Council.Decisions.ShareDirectedAsync(Directing.Share(home.Child, home.ChildPlan, noted.ElementIds[0], home.SchoolTeam));
        }
        else if (world.IsThere)
        {
            await home.Council.Decisions.RecordNotSharedAsync(Directing.Not(home.Child, home.ChildPlan, home.SchoolTeam));
        }

        await school.Hear(home.SchoolTeam);
        return await AtLast(world, school);
    }

    /// <summary>A copy of the mother's element stands in the child's plan.</summary>
    public static async Task<IReadOnlyList<string>> ACopyOfACopy(World world)
    {
        var home = await Household.In(world);
        await home.AgreeWithTrust();
        await home.SchoolHears(Category.PlanTypeAndDates, Category.ProfessionalContact);
        await home.LinkUp();
        var school = world.Watch("school", Household.Lead);
        await school.Listen(home.SchoolTeam);
        await home.NoteMother(People.Element("Her nurse is on 999 0222.", Category.ProfessionalContact));
        var heard = Assert.Single(await Household.Hear(home.Council, home.ChildrensTeam));
        if (world.IsThere)
        {
            await (world.Leaks ? home.NoteChild(People.Element("Her nurse is on 999 0222.", Category.ProfessionalContact)) : home.Adopt(heard) as Task);
        }

        await school.Hear(home.SchoolTeam);
        return await AtLast(world, school);
    }

    private static async Task<IReadOnlyList<string>> AtLast(World world, Observer school)
    {
        var child = await school.Register(world.Number(1));
        await school.AskAbout(child);
        await school.Alert(child);
        return school.Heard;
    }
}
