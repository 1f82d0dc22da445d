using Hub.Client;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Restrictions.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Neutral;

/// <summary>Children whom a council works with.</summary>
internal static class Worked
{
    /// <summary>The council, with its children's team and somebody who manages it.</summary>
    public static async Task<HubClient> Council(RunningHub hub)
    {
        var council = await hub.Agency("council", duty: "999 0100");
        await council.Teams.OpenTeamAsync(Facts.Team(Family.ChildrensTeam));
        await council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.LeadSocialWorker));
        await council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.TeamManager));
        return council;
    }

    /// <summary>A child with a plan, which the council's team leads and may keep.</summary>
    public static async Task<string> With(HubClient council, string number, RestrictionTerms? terms = null)
    {
        var child = await council.Register(People.Sam(number));
        await council.Plans.OpenPlanAsync(People.Protection(child, People.Element("not for the clinic")));
        await council.Circles.AddCircleMemberAsync(Family.Member(child, Family.ChildrensTeam, Role.LeadSocialWorker));
        if (terms is not null)
        {
            await Restricted.Place(council, child, terms);
        }

        return child;
    }

    /// <summary>Nobody but the council's own team hears.</summary>
    public static RestrictionTerms Shielded()
    {
        var terms = Restricted.Terms(RestrictionGround.ProtectedPerson);
        terms.AdmittedTeamIds.Add(Family.ChildrensTeam);
        return terms;
    }

    /// <summary>A court has named the clinic.</summary>
    public static RestrictionTerms Sealed()
    {
        var terms = Restricted.Terms(RestrictionGround.CourtDirection);
        terms.AgencyIds.Add("clinic");
        return terms;
    }

    /// <summary>Somebody of the clinic has an interest of her own.</summary>
    public static RestrictionTerms KeptFrom(string practitioner)
    {
        var terms = Restricted.Terms(RestrictionGround.StaffConflict);
        terms.People.Add(new NamedPractitioner { AgencyId = "clinic", PractitionerId = practitioner });
        return terms;
    }
}
