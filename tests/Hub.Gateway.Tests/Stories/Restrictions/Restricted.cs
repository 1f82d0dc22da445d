using System.Globalization;
using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Restrictions.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Restrictions;

/// <summary>A family with somebody more in the children's team, from whom something may be kept, and a manager.</summary>
internal static class Restricted
{
    /// <summary>The lead's second worker.</summary>
    public const string Kin = "SW999004";

    /// <summary>Manages the lead's team.</summary>
    public const string Manager = "SW999005";

    public static async Task<(Family Family, HubClient Kin, HubClient Manager)> At(RunningHub hub, bool isKinInTeam = true)
    {
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        foreach (var number in new[] { Kin, Manager })
        {
            await Register(hub, "council", number);
        }

        await family.Council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.TeamManager, Manager));
        await (isKinInTeam ? family.Council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.IndependentReviewingOfficer, Kin)).ResponseAsync : Task.CompletedTask);
        return (family, hub.Client("council", "council", Kin), hub.Client("council", "council", Manager));
    }

    public static async Task Register(RunningHub hub, string agency, string number)
        => await hub.Registrar.Agencies.RegisterPractitionerAsync(new RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = agency, PractitionerId = number });

    public static RestrictionTerms Terms(RestrictionGround ground) => new() { Ground = ground, GuardianTeamId = Family.ChildrensTeam, ReviewOn = In(30) };

    /// <summary>Named people of the council are kept out.</summary>
    public static RestrictionTerms Conflict(params string[] people)
    {
        var terms = Terms(RestrictionGround.StaffConflict);
        terms.People.AddRange(people.Select(p => new NamedPractitioner { AgencyId = "council", PractitionerId = p }));
        return terms;
    }

    public static async Task<string> Place(HubClient by, string person, RestrictionTerms terms)
        => (await by.Restrictions.PlaceRestrictionAsync(new PlaceRestrictionRequest { RequestId = HubRequest.NewId(), Person = person, Terms = terms })).RestrictionId;

    public static async Task Lift(HubClient by, string person, string restriction)
        => await by.Restrictions.LiftRestrictionAsync(
            new LiftRestrictionRequest { RequestId = HubRequest.NewId(), Person = person, RestrictionId = restriction, Because = "No longer so." });

    public static string In(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task<string?> Reason(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (HubRefusedException e)
        {
            return e.Reason;
        }
    }
}
