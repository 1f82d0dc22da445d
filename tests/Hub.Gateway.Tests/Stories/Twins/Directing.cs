using Hub.Client.Calls;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Stories.Directed;
using Hub.Inbox.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>What named persons decide in the worlds.</summary>
internal static class Directing
{
    public static ShareDirectedRequest Share(string person, string plan, string element, string team) => new()
    {
        RequestId = HubRequest.NewId(),
        Person = person,
        PlanId = plan,
        ElementIds = { element },
        RecipientTeamId = team,
        Severity = Severity.Amber,
        Justification = Unagreed.Why(),
    };

    public static RecordNotSharedRequest Not(string person, string plan, string team)
        => new() { RequestId = HubRequest.NewId(), Person = person, PlanId = plan, RecipientTeamId = team, Reason = Because() };

    public static SendDirectedRequest Send(string team, Delivery item) => new() { RequestId = HubRequest.NewId(), TeamId = team, DeliveryId = item.DeliveryId, Justification = Unagreed.Why() };

    private static NotSharedReason Because() => new() { Because = "She asked us to wait.", DetrimentTest = "She would stop coming.", Adviser = "Named nurse", ReviewOn = "2999-01-31" };
}
