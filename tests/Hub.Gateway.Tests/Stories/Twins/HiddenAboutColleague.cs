using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Client.Calls;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Stories.About;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A concern and a question to the council's own team say something of the child's father, who works in that team, beside something else; or there was nothing to say of him. A colleague reads it at the person's door and answers. In the world that leaks
/// nobody has declared where he works.</summary>
internal static class HiddenAboutColleague
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var (family, _, _) = await Restricted.At(hub);
        await family.Council.Agencies.SetDutyTeamAsync(new SetDutyTeamRequest { RequestId = HubRequest.NewId(), AgencyId = "council", TeamId = Family.ChildrensTeam });
        var father = await family.Record(leaks ? Kinship.Father() : Kinship.Father("council", Restricted.Kin));
        using var kin = new Observer(hub, "council", Restricted.Kin);
        await kin.Listen(Family.ChildrensTeam);
        await kin.Hear(Family.ChildrensTeam);
        await Family.Hear(family.Council, Family.ChildrensTeam, wait: 0);
        await family.EndAgreement();
        foreach (var severity in new[] { Severity.Red, Severity.Amber })
        {
            await family.School.Alerts.RaiseConcernAsync(new RaiseConcernRequest
            {
                RequestId = HubRequest.NewId(),
                Identity = People.Sam(NhsNumbers.From(1)),
                Severity = severity,
                Elements = { Beside(isThere, People.Element("at the gate", Category.Education), Alleged()) },
                PlaceAgencyId = "council",
            });
            await Look();
            await family.ReviseChild(Beside(isThere, People.Element("asked", Category.HealthMental), People.Element("asked of him", Category.HealthMental).Concerning(father)));
            foreach (var question in await Look())
            {
                if (question.DecisionNeeded is not null)
                {
                    await kin.Ask<SendDirectedResponse>("hub.decisions.v1.DecisionsService/SendDirected", Directing.Send(Family.ChildrensTeam, question));
                }
            }

            await Family.Hear(family.Trust, Family.AdultTeam, wait: 0);
            await Look();
        }

        return kin.Heard;

        // A colleague takes and answers what is at the person's door, and then he looks everywhere.
        async Task<IReadOnlyList<Delivery>> Look()
        {
            foreach (var read in (await family.Council.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = Family.ChildrensTeam })).Deliveries)
            {
                await (read.DecisionNeeded is null
                    ? Family.Say(family.Council, Family.ChildrensTeam, read, Acknowledgement.Accepted)
                    : family.Council.Decisions.SendDirectedAsync(Directing.Send(Family.ChildrensTeam, read)).ResponseAsync as Task);
            }

            var heard = await kin.Hear(Family.ChildrensTeam);
            await kin.Ask<FetchRestrictedResponse>("hub.inbox.v1.InboxService/FetchRestricted", new FetchRestrictedRequest { TeamId = Family.ChildrensTeam });
            await kin.Ask<ListDecisionsResponse>("hub.decisions.v1.DecisionsService/ListDecisions", new ListDecisionsRequest { Person = family.Child });
            await kin.AskForPlan(family.Child, family.ChildPlan);
            return heard;
        }
    }

    private static PlanElementContent[] Beside(bool isThere, PlanElementContent seen, PlanElementContent hidden) => isThere ? [seen, hidden] : [seen];

    private static PlanElementContent Alleged()
    {
        var alleged = People.Element("Says who did it.", Category.HealthPhysical);
        alleged.Kind = ElementKind.Allegation;
        return alleged;
    }
}
