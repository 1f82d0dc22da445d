using Hub.Alerts.V1;
using Hub.Gateway.Tests.Stories.Alerts;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A school tells of a child whose circle somebody leads, or of one whom nobody knows, and asks what became of it at every step.</summary>
internal static class HiddenLead
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var place = await Place.At(hub);
        await place.NameDesk();
        await place.Known(isThere ? People.Number : NhsNumbers.From(50));
        if (leaks && !isThere)
        {
            // Nobody is there to take it: the desk is gone.
            await place.Council.Teams.EndRoleAsync(Facts.End(Place.Desk, Role.DutyManager));
        }

        using var school = new Observer(hub, "school", "DSL-999003");
        var concern = place.Concern(People.Number);
        concern.RequestId = school.RequestId();
        var told = await school.Ask<RaiseConcernResponse>("hub.alerts.v1.AlertsService/RaiseConcern", concern);
        await Progress();
        foreach (var (team, heard) in new[] { (Place.Team, await place.Hear(Place.Team)), (Place.Desk, await place.Hear(Place.Desk)) })
        {
            foreach (var delivery in heard)
            {
                await Take(team, delivery);
                await (team == Place.Desk ? Progress() : Task.CompletedTask);
            }
        }

        await school.Ask<RaiseConcernResponse>("hub.alerts.v1.AlertsService/RaiseConcern", concern);
        return school.Heard;

        Task Progress() => school.Ask<GetProgressResponse>("hub.alerts.v1.AlertsService/GetProgress", new GetProgressRequest { ConcernId = told!.ConcernId });

        async Task Take(string team, Delivery delivery)
        {
            if (!leaks || isThere || team != Place.Desk)
            {
                await Family.Say(place.Council, team, delivery, team == Place.Desk ? Acknowledgement.Accepted : Acknowledgement.Actioned);
            }
        }
    }
}
