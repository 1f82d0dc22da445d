using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Plans;

/// <summary><c>hub plans keep</c>.</summary>
internal static class KeepElement
{
    public static Command Create() => HubCommand.Write(
        new Command("keep", "Leave a stale copy as it is, and say why.")
        {
            Said.Person, Said.Plan, Said.ElementId, Said.Etag, Said.ToTeam, Said.Delivery, Said.Because,
        },
        call => call.Hub.Plans.KeepElementAsync(
            new KeepElementRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                PlanId = call.Of(Said.Plan),
                Etag = call.Of(Said.Etag),
                ElementId = call.Of(Said.ElementId),
                TeamId = call.Of(Said.ToTeam),
                DeliveryId = call.Of(Said.Delivery),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
