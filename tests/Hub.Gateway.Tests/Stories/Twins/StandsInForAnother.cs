using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A child's record is kept from somebody of the council for whom a worker of the team that leads acts. The worker asks all that she can ask
/// while the team works with the child, or does nothing. In the world that leaks she acts for somebody else.</summary>
internal static class StandsInForAnother
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var (family, _, manager) = await Restricted.At(hub);
        await Restricted.Register(hub, "council", Cover.Away);
        await Restricted.Register(hub, "council", Cover.Elsewhere);
        using var kin = new Observer(hub, "council", Restricted.Kin);
        await kin.Listen(Family.ChildrensTeam);
        await kin.Hear(Family.ChildrensTeam);
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Cover.Away));
        await kin.Hear(Family.ChildrensTeam);
        await Cover.Record(manager, leaks ? Cover.Elsewhere : Cover.Away, Restricted.Kin);
        await KeptOutWorker.AskEverything(kin, family);
        await Work(async () => await family.ReviseMother(People.Element("first", Category.HealthMental)));
        await Work(async () => await family.ReviseChild(People.Element("own", Category.PlanContent)));
        await Work(async () =>
        {
            foreach (var delivery in (await manager.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = Family.ChildrensTeam })).Deliveries.Where(d => d.Elements.Count > 0))
            {
                await Family.Say(manager, Family.ChildrensTeam, delivery, Acknowledgement.Accepted);
            }
        });
        return kin.Heard;

        async Task Work(Func<Task> work)
        {
            await (isThere ? work() : Task.CompletedTask);
            await KeptOutWorker.AskEverything(kin, family);
        }
    }
}
