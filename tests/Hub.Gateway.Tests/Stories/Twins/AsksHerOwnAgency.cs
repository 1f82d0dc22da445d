using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The council leads a child's circle and keeps the child from one of its own workers. She asks to be rung back about that child or about one
/// whom nobody works with, and reads the machine's door of every team of her agency. Where it leaks it is the manager who reads.</summary>
internal static class AsksHerOwnAgency
{
    private const string Guards = "council/guards";
    private const string Clerk = "SW999006";

    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var council = await hub.Agency("council");
        foreach (var number in new[] { Restricted.Kin, Restricted.Manager, Clerk })
        {
            await Restricted.Register(hub, "council", number);
        }

        foreach (var team in new[] { Family.ChildrensTeam, Guards })
        {
            await council.Teams.OpenTeamAsync(Facts.Team(team));
            await council.Teams.AssignRoleAsync(Facts.Assign(team, Role.TeamManager, Restricted.Manager));
        }

        await council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.LeadSocialWorker));
        await council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.IndependentReviewingOfficer, Restricted.Kin));
        var (kept, other) = (await council.Register(People.Sam()), await council.Register(People.Sam(NhsNumbers.From(50))));
        await council.Plans.OpenPlanAsync(People.Protection(kept, People.Element("not for her")));
        await council.Circles.AddCircleMemberAsync(Family.Member(kept, Family.ChildrensTeam, Role.LeadSocialWorker));
        var terms = Restricted.Conflict(Restricted.Kin);
        terms.GuardianTeamId = Guards;
        await Restricted.Place(council, kept, terms);

        var heard = new List<string>();
        foreach (var number in new[] { Restricted.Kin, Clerk })
        {
            using var worker = new Observer(hub, "council", number);
            using var reads = new Observer(hub, "council", leaks ? Restricted.Manager : number);
            foreach (var team in new[] { Family.ChildrensTeam, Guards })
            {
                await worker.Listen(team);
                await AsksToBeRungBack.Ask(worker, number, isThere ? kept : other, team);
                await reads.Ask<FetchRestrictedResponse>("hub.inbox.v1.InboxService/FetchRestricted", new FetchRestrictedRequest { TeamId = team });
            }

            heard.AddRange([.. worker.Heard, .. reads.Heard]);
        }

        return heard;
    }
}
