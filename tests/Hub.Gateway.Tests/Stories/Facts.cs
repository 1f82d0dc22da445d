using Hub.Agreements.V1;
using Hub.Client.Calls;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories;

/// <summary>Teams and agreements of the stories, as agencies ask for them.</summary>
internal static class Facts
{
    public static OpenTeamRequest Team(string team) => new() { RequestId = HubRequest.NewId(), TeamId = team, Name = "Fictional duty desk", DutyNumber = "999 0190" };

    public static AssignRoleRequest Assign(string team, Role role, string practitioner = "SW999001")
        => new() { RequestId = HubRequest.NewId(), TeamId = team, PractitionerId = practitioner, Role = role };

    public static EndRoleRequest End(string team, Role role, string practitioner = "SW999001")
        => new() { RequestId = HubRequest.NewId(), TeamId = team, PractitionerId = practitioner, Role = role, Because = "Moved on." };

    /// <summary>Plan content to the partner and mental health back, at once and without an end.</summary>
    public static ProposeAgreementRequest Agreement(string partner) => new()
    {
        RequestId = HubRequest.NewId(),
        PartnerAgencyId = partner,
        Purposes = { Purpose.Safeguard },
        Gives = { Category.PlanContent },
        Takes = { Category.HealthMental },
    };

    public static SignAgreementRequest Sign(string agreement) => new() { RequestId = HubRequest.NewId(), AgreementId = agreement };

    public static SuspendAgreementRequest Suspend(string agreement) => new() { RequestId = HubRequest.NewId(), AgreementId = agreement, Because = "Under review." };

    public static ResumeAgreementRequest Resume(string agreement) => new() { RequestId = HubRequest.NewId(), AgreementId = agreement };

    /// <summary>Types and dates of plans and mental health among all that join, at once and without an end.</summary>
    public static ProposeFrameworkRequest Framework() => new()
    {
        RequestId = HubRequest.NewId(),
        Name = "Fictional partnership",
        Purposes = { Purpose.Safeguard },
        Categories = { Category.PlanTypeAndDates, Category.HealthMental },
    };

    public static AccedeToFrameworkRequest Accede(string agreement) => new() { RequestId = HubRequest.NewId(), AgreementId = agreement };

    public static WithdrawFromFrameworkRequest Withdraw(string agreement) => new() { RequestId = HubRequest.NewId(), AgreementId = agreement, Because = "Merged." };

    public static EndAgreementRequest EndOf(string agreement) => new() { RequestId = HubRequest.NewId(), AgreementId = agreement, Because = "Merged." };
}
