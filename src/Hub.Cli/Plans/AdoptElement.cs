using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Plans;

/// <summary><c>hub plans adopt</c>.</summary>
internal static class AdoptElement
{
    public static Command Create() => HubCommand.Write(
        new Command("adopt", "Take an element that was delivered by a link into the own plan, as a copy.")
        {
            Said.Person, Said.Plan, Said.ElementId, Said.Etag, Said.ToTeam, Said.Delivery,
        },
        call => call.Hub.Plans.AdoptElementAsync(
            new AdoptElementRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                PlanId = call.Of(Said.Plan),
                Etag = call.Of(Said.Etag),
                TeamId = call.Of(Said.ToTeam),
                DeliveryId = call.Of(Said.Delivery),
                ElementId = call.Of(Said.ElementId),
            },
            call.Options));
}
