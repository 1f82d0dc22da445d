using System.Security.Cryptography;
using Hub.Contracts.Agencies;
using Hub.Contracts.Alerts;
using Hub.Contracts.People;
using Hub.Contracts.Teams;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Teams;
using Hub.Silo.Alerts;

namespace Hub.Silo.Tests.Owners;

/// <summary>A child of the council whom its team leads, and a duty desk beside it: a concern about the child is heard by both.</summary>
internal static class LedChild
{
    public static readonly TeamId Desk = TeamId.TryParse("example-council/duty-desk")!;
    public static readonly TeamId Team = TeamId.TryParse("example-council/cp-team")!;

    public static async Task<string> In(RunningSilo silo)
    {
        foreach (var agency in new[] { Example.Council, Example.Trust })
        {
            await Example.Value(silo.Agency(agency.Value).Admit(Example.By(agency), new AdmitAgency("Fictional", agency == Example.Council ? 1 : 2, "999 0100")));
            await Example.Value(silo.Agency(agency.Value).RegisterPractitioner(Example.By(agency), new RegisterPractitioner("SW999001")));
        }

        foreach (var team in new[] { Desk, Team })
        {
            await Example.Value(silo.Grains.GetGrain<ITeam>($"t_{team}").Open(Example.By(Example.Council), new OpenTeam("Fictional", "999 0190")));
        }

        await Example.Value(silo.Agency("example-council").SetDutyTeam(Example.By(Example.Council), new SetDutyTeam($"{Desk}")));
        return await Another(silo, 1);
    }

    public static async Task<string> Another(RunningSilo silo, int number)
    {
        var child = Example.NewStream();
        await Example.Value(silo.Person(child).Register(Example.By(Example.Council), Example.Register("Examplechild", Example.Number(number))));
        await Example.Value(silo.Person(child).OpenPlan(Example.By(Example.Council), Example.Open(Example.NewPlan(), "made up")));
        await Example.Value(silo.Person(child).AddMember(Example.By(Example.Council), new AddMember($"{Team}", (int)Role.LeadSocialWorker)));
        return child;
    }

    /// <summary>Somebody tells of a concern about a child; its stream.</summary>
    public static async Task<string> Concern(RunningSilo silo, string child, Severity severity = Severity.Amber)
    {
        var (stream, caller) = ($"{ConcernFold.Prefix}{RandomNumberGenerator.GetHexString(32, lowercase: true)}", Example.By(Example.Trust));
        var found = await Example.Value(silo.Person(child).WhoLeads(new LeadQuestion(Example.Trust, null)));
        await Example.Value(silo.Grains.GetGrain<IConcern>(stream).Raise(
            caller, new RaiseConcern("", null, "at the bus station", severity, [], Example.Council), found));
        return stream;
    }
}
