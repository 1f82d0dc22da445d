using Hub.Alerts.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A children's team whose plan is linked with the mother's, and what it is not to notice of her.</summary>
internal static class OverALink
{
    /// <summary>How much of a revision was withheld: one element or five.</summary>
    public static Task<IReadOnlyList<string>> HowMuch(World world) => Withheld(world, more: [], leak: Category.SubstanceUse);

    /// <summary>The same where the team may be told that there is more: it is told so, and not how much.</summary>
    public static Task<IReadOnlyList<string>> HowMuchMore(World world) => Withheld(world, more: [Category.ExistenceOfInvolvement], leak: Category.SubstanceUse);

    /// <summary>That there was anything beside what it sees.</summary>
    public static async Task<IReadOnlyList<string>> AnythingMore(World world)
    {
        var (home, council) = await Linked(world, world.Leaks ? [Category.ExistenceOfInvolvement] : []);
        var seen = People.Element("Slept two hours.", Category.HealthMental);
        await home.NoteMother(world.IsThere ? [seen, People.Element("hidden", Category.SubstanceUse)] : [seen]);
        await council.Hear(home.ChildrensTeam);
        return await AtLast(home, council);
    }

    /// <summary>An alert whose type was not agreed.</summary>
    public static async Task<IReadOnlyList<string>> AnAlert(World world)
    {
        var (home, council) = await Linked(world, world.Leaks ? [Category.SafetyPlanTriggers] : []);
        if (world.IsThere)
        {
            await home.Trust.Alerts.RaiseAlertAsync(new RaiseAlertRequest { RequestId = HubRequest.NewId(), Person = home.Mother, Type = AlertType.RelapseEarlySign, Severity = Severity.Red });
        }

        await council.Hear(home.ChildrensTeam);
        return await AtLast(home, council);
    }

    /// <summary>Another plan about the mother.</summary>
    public static async Task<IReadOnlyList<string>> AnotherPlan(World world)
    {
        var (home, council) = await Linked(world, []);
        if (world.IsThere)
        {
            var (plan, etag) = await home.Care(home.Mother);
            var words = People.Element("Slept two hours.", Category.HealthMental);
            await (world.Leaks ? home.NoteMother(words) as Task : home.Trust.Plans.RevisePlanAsync(new RevisePlanRequest
            {
                RequestId = HubRequest.NewId(),
                Person = home.Mother,
                PlanId = plan,
                Etag = etag,
                Operations = { new ElementOperation { Add = words } },
            }).ResponseAsync);
        }

        await council.Hear(home.ChildrensTeam);
        return await AtLast(home, council);
    }

    /// <summary>A question to the other side's team that nobody has answered yet.</summary>
    public static async Task<IReadOnlyList<string>> AQuestion(World world)
    {
        var (home, council) = await Linked(world, []);
        await home.Council.Agreements.EndAgreementAsync(Facts.EndOf(home.Agreement));
        if (world.IsThere)
        {
            await home.NoteMother(People.Element("Slept two hours.", Category.HealthMental));
            var item = Assert.Single(await Household.Hear(home.Trust, home.AdultTeam), d => d.Type == "needs-decision");
            if (world.Leaks)
            {
                await home.Trust.Decisions.SendDirectedAsync(Directing.Send(home.AdultTeam, item));
            }
        }

        await council.Hear(home.ChildrensTeam);
        return await AtLast(home, council);
    }

    /// <summary>That the other side has declined a proposal, and not only been silent.</summary>
    public static async Task<IReadOnlyList<string>> ARefusal(World world)
    {
        var home = await Household.In(world);
        await home.AgreeWithTrust();
        var council = await Watched(world, home);
        await home.Propose(home.ChildPlan, home.MotherAtCouncil);
        var asked = Assert.Single(await Household.Hear(home.Trust, home.AdultTeam));
        if (world.IsThere)
        {
            await (world.Leaks
                ? home.Trust.Links.AcceptLinkAsync(new AcceptLinkRequest { RequestId = HubRequest.NewId(), Person = asked.Adult, LinkId = asked.LinkId, PlanId = home.MotherPlan }).ResponseAsync as Task
                : home.Trust.Links.DeclineLinkAsync(new DeclineLinkRequest { RequestId = HubRequest.NewId(), Person = asked.Adult, LinkId = asked.LinkId, Because = "Not ours." }).ResponseAsync);
        }

        await council.Hear(home.ChildrensTeam);
        return await AtLast(home, council);
    }

    /// <summary>Whether the other team works with somebody at all of whom the council asks.</summary>
    public static async Task<IReadOnlyList<string>> WhoIsThere(World world)
    {
        var home = await Household.In(world);
        await home.AgreeWithTrust();
        var council = await Watched(world, home);
        var atCouncil = await Household.Adult(home.Council, world.Number(5));
        var atTrust = world.IsThere ? await Household.Adult(home.Trust, world.Number(5)) : "";
        var plan = world is { IsThere: true, Leaks: true } ? (await home.Care(atTrust)).Plan : "";
        await council.Ask<ProposeLinkResponse>("hub.links.v1.LinksService/ProposeLink", new ProposeLinkRequest
        {
            RequestId = council.RequestId(),
            Person = home.Child,
            PlanId = home.ChildPlan,
            TeamId = home.ChildrensTeam,
            OtherPerson = atCouncil,
            OtherTeamId = home.AdultTeam,
        });
        if (plan.Length > 0)
        {
            var asked = Assert.Single(await Household.Hear(home.Trust, home.AdultTeam));
            await home.Trust.Links.AcceptLinkAsync(new AcceptLinkRequest { RequestId = HubRequest.NewId(), Person = asked.Adult, LinkId = asked.LinkId, PlanId = plan });
        }

        await council.Hear(home.ChildrensTeam);
        await council.AskAbout(atCouncil, isAdult: true);
        return await AtLast(home, council);
    }

    private static async Task<IReadOnlyList<string>> Withheld(World world, Category[] more, Category leak)
    {
        var (home, council) = await Linked(world, world.Leaks ? [.. more, leak] : more);
        var hidden = Enumerable.Range(1, world.IsThere ? 5 : 1).Select(n => People.Element($"hidden {n}", Category.SubstanceUse));
        await home.NoteMother([People.Element("Slept two hours.", Category.HealthMental), .. hidden]);
        await council.Hear(home.ChildrensTeam);
        return await AtLast(home, council);
    }

    private static async Task<(Household Home, Observer Council)> Linked(World world, Category[] more)
    {
        var home = await Household.In(world);
        await home.AgreeWithTrust(more);
        await home.LinkUp();
        return (home, await Watched(world, home));
    }

    private static async Task<Observer> Watched(World world, Household home)
    {
        var council = world.Watch("council", Household.Worker);
        await council.Listen(home.ChildrensTeam);
        await council.Hear(home.ChildrensTeam);
        return council;
    }

    private static async Task<IReadOnlyList<string>> AtLast(Household home, Observer council)
    {
        await council.AskAbout(home.Child);
        await council.AskAbout(home.MotherAtCouncil, isAdult: true);
        await council.AskForPlan(home.Child, home.ChildPlan);
        await council.Alert(home.Child);
        return council.Heard;
    }
}
