using Hub.Agencies.V1;
using Hub.Circles.V1;
using Hub.Client.Calls;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A mother's team that is linked with one child's plan, and somebody who has left a team.</summary>
internal static class FromTheOtherSide
{
    private const string Once = "SW999008";

    /// <summary>A sister of the child, of whom the council keeps another plan.</summary>
    public static async Task<IReadOnlyList<string>> ASister(World world)
    {
        var home = await Household.In(world);
        await home.AgreeWithTrust();
        await home.LinkUp();
        var trust = world.Watch("trust", Household.Coordinator);
        await trust.Listen(home.AdultTeam);
        await trust.Hear(home.AdultTeam);
        if (world.IsThere)
        {
            var sister = await home.Council.Register(People.Sam(world.Number(6)));
            var plan = await home.Council.Plans.OpenPlanAsync(People.Protection(sister, People.Element("Reviews every month.", Category.HealthMental)));
            await home.Council.Circles.AddCircleMemberAsync(Family.Member(sister, home.ChildrensTeam, Role.LeadSocialWorker));
            if (world.Leaks)
            {
                await home.Propose(plan.PlanId, home.MotherAtCouncil, sister);
            }
        }

        await home.NoteChild(People.Element("Well today.", Category.HealthMental));
        await trust.Hear(home.AdultTeam);
        await trust.AskAbout(home.Mother, isAdult: true);
        await trust.AskForPlan(home.Mother, home.MotherPlan);
        await trust.Alert(home.Mother);
        return trust.Heard;
    }

    /// <summary>Who stands on the child's circle beside the team that the mother's team knows.</summary>
    public static async Task<IReadOnlyList<string>> TheChildsCircle(World world)
    {
        var home = await Household.In(world);
        await home.AgreeWithTrust();
        await home.LinkUp();
        var trust = world.Watch("trust", Household.Coordinator);
        await trust.Listen(home.AdultTeam);
        await trust.Hear(home.AdultTeam);
        if (world.IsThere)
        {
            await home.Join(world.Leaks ? home.AdultTeam : home.SchoolTeam, world.Leaks ? Role.CareCoordinator : Role.DesignatedSafeguardingLead);
        }

        await home.NoteChild(People.Element("Well today.", Category.HealthMental));
        await trust.Hear(home.AdultTeam);
        var child = await trust.Register(world.Number(1));
        await trust.AskAbout(child);
        await trust.Alert(child);
        return trust.Heard;
    }

    /// <summary>What happened after a role ended, to whom all doors are shut.</summary>
    public static async Task<IReadOnlyList<string>> AfterARoleEnded(World world)
    {
        var home = await Household.In(world);
        await home.AgreeWithTrust();
        await home.LinkUp();
        await home.Council.Agencies.RegisterPractitionerAsync(new RegisterPractitionerRequest { RequestId = "once", AgencyId = world.Agency("council"), PractitionerId = Once });
        await home.Council.Teams.AssignRoleAsync(Facts.Assign(home.ChildrensTeam, Role.TeamManager, Once));
        var once = world.Watch("council", Once);
        await once.Listen(home.ChildrensTeam);
        await home.NoteMother(People.Element("Slept two hours.", Category.HealthMental));
        var heard = await once.Hear(home.ChildrensTeam);
        if (!world.Leaks)
        {
            await home.Council.Teams.EndRoleAsync(Facts.End(home.ChildrensTeam, Role.TeamManager, Once));
        }

        if (world.IsThere)
        {
            await home.NoteMother(People.Element("Slept one hour.", Category.HealthMental));
            await Family.Say(home.Council, home.ChildrensTeam, heard[^1], Acknowledgement.Accepted);
        }

        await Leave(world, once, home, heard[^1]);
        return once.Heard;
    }

    /// <summary>Why nothing is there any more for whoever has left the team: one text for every cause.</summary>
    public static async Task<IReadOnlyList<string>> TheSameFarewell(World world)
    {
        var home = await Household.In(world);
        await home.AgreeWithTrust();
        var link = await home.LinkUp();
        await home.Council.Agencies.RegisterPractitionerAsync(new RegisterPractitionerRequest { RequestId = "once", AgencyId = world.Agency("council"), PractitionerId = Once });
        await home.Council.Teams.AssignRoleAsync(Facts.Assign(home.ChildrensTeam, Role.TeamManager, Once));
        var once = world.Watch("council", Once);
        await once.Listen(home.ChildrensTeam);
        await home.NoteMother(People.Element("Slept two hours.", Category.HealthMental));
        var heard = await once.Hear(home.ChildrensTeam);
        if (world.IsThere)
        {
            await home.Council.Links.EndLinkAsync(new EndLinkRequest { RequestId = HubRequest.NewId(), Person = home.Child, LinkId = link, Because = "Not needed." });
            await home.Council.Agreements.EndAgreementAsync(Facts.EndOf(home.Agreement));
            await home.Council.Circles.EndCircleMemberAsync(new EndCircleMemberRequest { RequestId = HubRequest.NewId(), Person = home.Child, TeamId = home.ChildrensTeam, Role = Role.LeadSocialWorker });
        }

        if (!world.Leaks)
        {
            await home.Council.Teams.EndRoleAsync(Facts.End(home.ChildrensTeam, Role.TeamManager, Once));
        }

        await Leave(world, once, home, heard[^1]);
        return once.Heard;
    }

    // What somebody who has left still tries; who has not left may ask for more.
    private static async Task Leave(World world, Observer once, Household home, Delivery heard)
    {
        await once.Ask<AcknowledgeDeliveryResponse>("hub.inbox.v1.InboxService/AcknowledgeDelivery", new AcknowledgeDeliveryRequest
        {
            RequestId = once.RequestId(),
            TeamId = home.ChildrensTeam,
            DeliveryId = heard.DeliveryId,
            Acknowledgement = Acknowledgement.Accepted,
        });
        await once.Ask<SendDirectedResponse>("hub.decisions.v1.DecisionsService/SendDirected", Directing.Send(home.ChildrensTeam, heard));
        await once.Ask<ListDecisionsResponse>("hub.decisions.v1.DecisionsService/ListDecisions", new ListDecisionsRequest { Person = home.Child });
        await (world.Leaks ? once.Hear(home.ChildrensTeam) : Task.CompletedTask);
    }
}
