using Hub.Alerts.V1;
using Hub.Circles.V1;
using Hub.Gateway.Tests.Stories.About;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Relationships.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The council notes something about the child's father, who works in the school's team, and sends it there; or there was nothing to note. His colleague hears of it at
/// the person's door and takes it. In the world that leaks nobody has declared where he works.</summary>
internal static class HiddenAboutStaff
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var family = await Kinship.WithSchool(hub);
        var father = await family.Record(leaks ? Kinship.Father() : Kinship.Father("school", Kinship.AtSchool));
        var own = await family.School.Register(People.Sam(NhsNumbers.From(1)));
        var colleague = await Kinship.JoinTheSchool(hub, family);
        using var school = new Observer(hub, "school", Kinship.AtSchool);
        await school.Listen(Family.SchoolTeam);
        foreach (var seen in new[] { "first", "second" })
        {
            var element = People.Element(seen, Category.Education);
            await family.ReviseChild(isThere ? [element, People.Element("beside it", Category.Education).Concerning(father)] : [element]);
            await school.Hear(Family.SchoolTeam);
            if (isThere)
            {
                await family.ReviseChild(People.Element("hidden", Category.Education).Concerning(father));
                await family.ReplaceInChild(People.Element("hidden still", Category.Education).Concerning(father));
                await ShareLast(family);
                foreach (var delivery in await Kinship.Opened(colleague))
                {
                    await Family.Say(colleague, Family.SchoolTeam, delivery, Acknowledgement.Accepted);
                }
            }

            await school.Hear(Family.SchoolTeam);
            await school.Ask<FetchRestrictedResponse>("hub.inbox.v1.InboxService/FetchRestricted", new FetchRestrictedRequest { TeamId = Family.SchoolTeam });
        }

        await school.Ask<ListRelationshipsResponse>("hub.relationships.v1.RelationshipsService/ListRelationships", new ListRelationshipsRequest { Person = own });
        await school.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = own });
        await school.Ask<RaiseAlertResponse>("hub.alerts.v1.AlertsService/RaiseAlert", new RaiseAlertRequest
        {
            RequestId = school.RequestId(),
            Person = own,
            Type = AlertType.AppointmentMissed,
            Severity = Hub.Inbox.V1.Severity.Green,
        });
        await school.Hear(Family.SchoolTeam);
        return school.Heard;
    }

    // By a person's own word too.
    private static async Task ShareLast(Family family)
    {
        var plan = (await family.Council.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan })).Plan;
        await family.Council.Decisions.ShareDirectedAsync(Directing.Share(family.Child, family.ChildPlan, plan.Elements[^1].ElementId, Family.SchoolTeam));
    }
}
