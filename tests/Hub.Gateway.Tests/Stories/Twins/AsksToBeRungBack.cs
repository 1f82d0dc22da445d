using Hub.Agencies.V1;
using Hub.Circles.V1;
using Hub.Contacts.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Restrictions.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The council leads, and a clinic of which nobody is shown that it is there works with the child, or with another one. A school asks to be rung
/// back, and so does a worker of the council; both read every door that they can read, and tell each other what they heard. Where it leaks the clinic
/// itself is the other one.</summary>
internal static class AsksToBeRungBack
{
    private const string Clinic = "clinic/team";
    private const string School = "school/desk";

    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var council = await hub.Agency("council");
        var school = await hub.Agency("school", Sector.Education, "DSL-999003", "999 0303");
        var clinic = await hub.Agency("clinic", Sector.SubstanceMisuse, "CL-999004", "999 0404");
        await council.Teams.OpenTeamAsync(Facts.Team(Family.ChildrensTeam));
        await council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.LeadSocialWorker));
        await school.Teams.OpenTeamAsync(Facts.Team(School));
        await school.Teams.AssignRoleAsync(Facts.Assign(School, Role.DesignatedSafeguardingLead, "DSL-999003"));
        await school.Agencies.SetDutyTeamAsync(new SetDutyTeamRequest { RequestId = "duty", AgencyId = "school", TeamId = School });
        await clinic.Teams.OpenTeamAsync(Facts.Team(Clinic));
        await clinic.Teams.AssignRoleAsync(Facts.Assign(Clinic, Role.TeamManager, "CL-999004"));
        using var teacher = new Observer(hub, "school", "DSL-999003");
        using var lead = leaks ? new Observer(hub, "clinic", "CL-999004") : new Observer(hub, "council", "SW999001");
        var at = leaks ? Clinic : Family.ChildrensTeam;
        await teacher.Listen(School);
        await lead.Listen(at);

        var child = await council.Register(People.Sam());
        await council.Plans.OpenPlanAsync(People.Protection(child, People.Element("not for the school")));
        await council.Circles.AddCircleMemberAsync(Family.Member(child, Family.ChildrensTeam, Role.LeadSocialWorker));
        var atSchool = await school.Register(People.Sam());
        var atClinic = await clinic.Register(People.Sam(isThere ? People.Number : NhsNumbers.From(50)));
        await clinic.Plans.OpenPlanAsync(People.Protection(atClinic, People.Element("nor this")));
        var terms = Restricted.Terms(RestrictionGround.SensitiveService);
        terms.GuardianTeamId = Clinic;
        await Restricted.Place(clinic, atClinic, terms);

        for (var asked = 0; asked < 2; asked++)
        {
            await Ask(teacher, "school", atSchool, School);
            await teacher.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = atSchool });
            await lead.Hear(at);
            if (!leaks)
            {
                await Ask(lead, "council", child, at);
                await lead.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = child });
                await lead.Ask<ListRestrictionsResponse>("hub.restrictions.v1.RestrictionsService/ListRestrictions", new ListRestrictionsRequest { Person = child });
            }
        }

        return [.. teacher.Heard, .. lead.Heard];
    }

    /// <summary>Asks, and again, and reads every door of a team.</summary>
    public static async Task Ask(Observer by, string name, string person, string team)
    {
        var request = new RequestContactRequest { RequestId = $"{name}-{by.RequestId()}", Person = person, Words = "She did not come on Monday." };
        await by.Ask<RequestContactResponse>("hub.contacts.v1.ContactsService/RequestContact", request);
        await by.Ask<RequestContactResponse>("hub.contacts.v1.ContactsService/RequestContact", request);
        await by.Hear(team);
        await by.Ask<FetchRestrictedResponse>("hub.inbox.v1.InboxService/FetchRestricted", new FetchRestrictedRequest { TeamId = team });
    }
}
