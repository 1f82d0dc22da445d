using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Calls;

namespace Hub.Gateway.Tests.Stories.Restrictions;

/// <summary>Who acts for whom at the council, recorded by the manager of its team.</summary>
internal static class Cover
{
    /// <summary>A practitioner of the council who holds no role in any team.</summary>
    public const string Away = "SW999010";

    /// <summary>Another one.</summary>
    public const string Elsewhere = "SW999011";

    public static RecordDelegationRequest For(string of, string to, int days = 14) => new()
    {
        RequestId = HubRequest.NewId(),
        OfPractitionerId = of,
        ToPractitionerId = to,
        EndsOn = Restricted.In(days),
        Because = "On leave.",
    };

    public static Task Record(HubClient by, string of, string to, int days = 14) => by.Agencies.RecordDelegationAsync(For(of, to, days)).ResponseAsync;

    public static Task End(HubClient by, string of, string to)
        => by.Agencies.EndDelegationAsync(new EndDelegationRequest { RequestId = HubRequest.NewId(), OfPractitionerId = of, ToPractitionerId = to, Because = "Back at work." }).ResponseAsync;
}
