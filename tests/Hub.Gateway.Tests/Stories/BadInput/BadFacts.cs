using Hub.Agreements.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.BadInput;

/// <summary>Calls about teams and agreements.</summary>
internal static class BadFacts
{
    public const string Desk = "council/duty-desk";

    public static IReadOnlyList<Bad> All { get; } =
    [
        new("team that can be none", s => s.Team(r => r.TeamId = "council"), "INVALID_FIELD", "team_id"),
        new("team with two slashes", s => s.Team(r => r.TeamId = "council/a/b"), "INVALID_FIELD", "team_id"),
        new("team with a letter too large", s => s.Team(r => r.TeamId = "council/Desk"), "INVALID_FIELD", "team_id"),
        new("team of the registrar", s => s.Team(r => r.TeamId = "registrar/desk"), "INVALID_FIELD", "team_id"),
        new("team without a name", s => s.Team(r => r.Name = ""), "INVALID_FIELD", "name"),
        new("team with a name of 201 bytes", s => s.Team(r => r.Name = new string('n', 201)), "TOO_LARGE", "name"),
        new("team without a number to call", s => s.Team(r => r.DutyNumber = ""), "INVALID_FIELD", "duty_number"),
        new("team without a request id", s => s.Team(r => r.RequestId = ""), "INVALID_FIELD", "request_id"),
        new("role in a team that is not opened", s => s.Assign(r => r.TeamId = "council/nowhere"), "STATE_CONFLICT", "team_id"),
        new("no role", s => s.Assign(r => r.Role = Role.Unspecified), "INVALID_FIELD", "role"),
        new("unknown role", s => s.Assign(r => r.Role = (Role)99), "INVALID_FIELD", "role"),
        new("role of another sector", s => s.Assign(r => r.Role = Role.PoliceOfficer), "INVALID_FIELD", "role"),
        new("role for somebody who is no practitioner", s => s.Assign(r => r.PractitionerId = "sam"), "INVALID_FIELD", "practitioner_id"),
        new("role for another agency's practitioner", s => s.Assign(r => r.PractitionerId = "NMC999002"), "INVALID_FIELD", "practitioner_id"),
        new("end of a role that nobody holds", s => s.EndRole(r => r.Role = Role.ConferenceChair), "STATE_CONFLICT", "practitioner_id"),
        new("end of a role with too many words", s => s.EndRole(r => r.Because = new string('x', 4097)), "TOO_LARGE", "because"),
        new("asking for a team that can be none", async s => await s.Council.Teams.GetTeamAsync(new GetTeamRequest { TeamId = "!" }), "INVALID_FIELD", "team_id"),
        new("asking for a team that is not there", async s => await s.Council.Teams.GetTeamAsync(new GetTeamRequest { TeamId = "nowhere/desk" }), "NOT_KNOWN", ""),
        new("agreement with nobody", s => s.Propose(r => r.PartnerAgencyId = ""), "INVALID_FIELD", "partner_agency_id"),
        new("agreement with an agency that is not there", s => s.Propose(r => r.PartnerAgencyId = "nowhere"), "INVALID_FIELD", "partner_agency_id"),
        new("agreement with oneself", s => s.Propose(r => r.PartnerAgencyId = "council"), "INVALID_FIELD", "partner_agency_id"),
        new("agreement with the registrar", s => s.Propose(r => r.PartnerAgencyId = "registrar"), "INVALID_FIELD", "partner_agency_id"),
        new("agreement for nothing", s => s.Propose(r => r.Purposes.Clear()), "INVALID_FIELD", "purposes"),
        new("agreement for an unknown purpose", s => s.Propose(r => r.Purposes.Add((Purpose)99)), "INVALID_FIELD", "purposes[1]"),
        new("agreement about nothing", s => s.Propose(r => r.Gives.Clear()), "INVALID_FIELD", "gives"),
        new("agreement about an unknown category", s => s.Propose(r => r.Takes.Add((Category)99)), "INVALID_FIELD", "takes[0]"),
        new("agreement about 65 categories", s => s.Propose(r => r.Takes.Add(Enumerable.Repeat(Category.Education, 65))), "TOO_LARGE", "takes"),
        new("agreement that starts on no day", s => s.Propose(r => r.StartsOn = "tomorrow"), "INVALID_FIELD", "starts_on"),
        new("agreement that ends before it starts", s => s.Propose(r => (r.StartsOn, r.EndsOn) = ("2999-01-02", "2999-01-01")), "INVALID_FIELD", "ends_on"),
        new("agreement that is over", s => s.Propose(r => r.EndsOn = "2020-01-01"), "INVALID_FIELD", "ends_on"),
        new("agreement: made up", s => s.EndAgreement(r => r.AgreementId = new string('A', 43)), "INVALID_REFERENCE", "agreement_id"),
        new("agreement: one character changed", s => s.EndAgreement(r => r.AgreementId = BadPlans.Changed(r.AgreementId)), "INVALID_REFERENCE", "agreement_id"),
        new("agreement: a plan's", s => s.EndAgreement(r => r.AgreementId = s.Plan.PlanId), "INVALID_REFERENCE", "agreement_id"),
        new("plan: an agreement's", s => s.Get(r => r.PlanId = s.Agreement), "INVALID_REFERENCE", "plan_id"),
        new("agreement signed by who proposed it", async s => await s.Council.Agreements.SignAgreementAsync(Facts.Sign(s.Agreement)), "STATE_CONFLICT", "agreement_id"),
        new("end of an agreement with too many words", s => s.EndAgreement(r => r.Because = new string('x', 4097)), "TOO_LARGE", "because"),
        new("suspension of what is not signed", async s => await s.Council.Agreements.SuspendAgreementAsync(Facts.Suspend(s.Agreement)), "STATE_CONFLICT", "agreement_id"),
        new("resumption of what is made up", async s => await s.Council.Agreements.ResumeAgreementAsync(Facts.Resume(new string('A', 43))), "INVALID_REFERENCE", "agreement_id"),
        new("accession to an agreement between two", async s => await s.Council.Agreements.AccedeToFrameworkAsync(Facts.Accede(s.Agreement)), "STATE_CONFLICT", "agreement_id"),
        new("withdrawal from what is made up", async s => await s.Council.Agreements.WithdrawFromFrameworkAsync(Facts.Withdraw("")), "INVALID_REFERENCE", "agreement_id"),
        new("framework without a name", s => s.Framework(r => r.Name = " "), "INVALID_FIELD", "name"),
        new("framework with a name of 201 bytes", s => s.Framework(r => r.Name = new string('n', 201)), "TOO_LARGE", "name"),
        new("framework with a source of 513 bytes", s => s.Framework(r => r.LegalSource = new string('n', 513)), "TOO_LARGE", "legal_source"),
        new("framework for an unknown sector", s => s.Framework(r => r.Sectors.Add((Hub.Agencies.V1.Sector)99)), "INVALID_FIELD", "sectors[0]"),
        new("framework for nothing", s => s.Framework(r => r.Purposes.Clear()), "INVALID_FIELD", "purposes"),
        new("framework about nothing", s => s.Framework(r => r.Categories.Clear()), "INVALID_FIELD", "categories"),
        new("framework that is over", s => s.Framework(r => r.EndsOn = "2020-01-01"), "INVALID_FIELD", "ends_on"),
        new("framework without a request id", s => s.Framework(r => r.RequestId = ""), "INVALID_FIELD", "request_id"),
        new("page of 101 frameworks", async s => await s.Council.Agreements.ListFrameworksAsync(new ListFrameworksRequest { PageSize = 101 }), "INVALID_FIELD", "page_size"),
        new("frameworks: page token of another list", async s => await s.Council.Agreements.ListFrameworksAsync(new ListFrameworksRequest { PageToken = s.Token }), "INVALID_PAGE_TOKEN", "page_token"),
        new("page of 101 agreements", async s => await s.Council.Agreements.ListAgreementsAsync(new ListAgreementsRequest { PageSize = 101 }), "INVALID_FIELD", "page_size"),
        new("agreements: page token of another list", async s => await s.Council.Agreements.ListAgreementsAsync(new ListAgreementsRequest { PageToken = s.Token }), "INVALID_PAGE_TOKEN", "page_token"),
    ];

    public static async Task Team(this Scene scene, Action<OpenTeamRequest> change) => await scene.Council.Teams.OpenTeamAsync(Changed(Facts.Team(Desk), change));

    public static async Task Assign(this Scene scene, Action<AssignRoleRequest> change)
        => await scene.Council.Teams.AssignRoleAsync(Changed(Facts.Assign(Desk, Role.TeamManager), change));

    public static async Task EndRole(this Scene scene, Action<EndRoleRequest> change)
        => await scene.Council.Teams.EndRoleAsync(Changed(Facts.End(Desk, Role.LeadSocialWorker), change));

    public static async Task Propose(this Scene scene, Action<ProposeAgreementRequest> change)
    {
        var request = Facts.Agreement("clinic");
        request.Takes.Clear();
        await scene.Council.Agreements.ProposeAgreementAsync(Changed(request, change));
    }

    public static async Task Framework(this Scene scene, Action<ProposeFrameworkRequest> change)
        => await scene.Council.Agreements.ProposeFrameworkAsync(Changed(Facts.Framework(), change));

    public static async Task EndAgreement(this Scene scene, Action<EndAgreementRequest> change)
        => await scene.Council.Agreements.EndAgreementAsync(Changed(Facts.EndOf(scene.Agreement), change));

    private static T Changed<T>(T request, Action<T> change)
    {
        change(request);
        return request;
    }
}
