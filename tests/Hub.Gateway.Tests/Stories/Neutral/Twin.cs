using Hub.Client;

namespace Hub.Gateway.Tests.Stories.Neutral;

/// <summary>References that an agency holds.</summary>
internal sealed record Twin(string Person, string Plan, string Etag, string Update)
{
    /// <summary>As the agency tells the hub of a child.</summary>
    public static async Task<(Twin Twin, string Element)> Tell(HubClient agency, string number)
    {
        var person = await agency.Register(People.Sam(number));
        var plan = await agency.Plans.OpenPlanAsync(People.Protection(person, People.Element("soon forgotten")));
        return (new Twin(person, plan.PlanId, plan.Etag, plan.UpdateId), plan.ElementIds[0]);
    }
}
