using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Client.Calls;
using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories.BadInput;

/// <summary>Alerts, concerns and who hears of them.</summary>
internal static class BadAlerts
{
    public static IReadOnlyList<Bad> All { get; } =
    [
        new("alert of no type", s => s.Alert(r => r.Type = AlertType.Unspecified), "INVALID_FIELD", "type"),
        new("alert of an unknown type", s => s.Alert(r => r.Type = (AlertType)99), "INVALID_FIELD", "type"),
        new("alert without a severity", s => s.Alert(r => r.Severity = Severity.Unspecified), "INVALID_FIELD", "severity"),
        new("alert with 17 elements", s => s.Alert(r => r.Elements.Add(Enumerable.Repeat(r.Elements[0], 16))), "TOO_LARGE", "elements"),
        new("alert with an empty element", s => s.Alert(r => r.Elements[0].Text = ""), "INVALID_ELEMENT", "elements[0].text"),
        new("alert with an unknown category", s => s.Alert(r => r.Elements[0].Category = (Category)99), "INVALID_ELEMENT", "elements[0].category"),
        new("alert about nobody", s => s.Alert(r => r.Person = ""), "INVALID_REFERENCE", "person"),
        new("alert about another agency's child", s => s.Alert(r => r.Person = s.ClinicChild), "INVALID_REFERENCE", "person"),
        new("alert about a plan that is made up", s => s.Alert(r => r.PlanId = new string('A', 43)), "INVALID_REFERENCE", "plan_id"),
        new("alert about another agency's plan", s => s.Alert(r => r.PlanId = s.ClinicPlan.PlanId), "INVALID_REFERENCE", "plan_id"),
        new("alert about another child's plan", s => s.Alert(r => r.PlanId = s.OtherPlan.PlanId), "NOT_KNOWN", ""),
        new("alert about a plan that has ended", s => s.Alert(r => r.PlanId = s.Ended.PlanId), "STATE_CONFLICT", "plan_id"),
        new("alert without a request id", s => s.Alert(r => r.RequestId = ""), "INVALID_FIELD", "request_id"),
        new("alert that nobody answers for", async s => await s.Hub.Client("council", "council").Alerts.RaiseAlertAsync(Admission(s)), "UNKNOWN_CALLER", "hub-practitioner"),
        new("concern at no place", s => s.Concern(r => r.PlaceAgencyId = ""), "INVALID_FIELD", "place_agency_id"),
        new("concern at a place that is not there", s => s.Concern(r => r.PlaceAgencyId = "nowhere"), "INVALID_FIELD", "place_agency_id"),
        new("concern at the registrar", s => s.Concern(r => r.PlaceAgencyId = "registrar"), "INVALID_FIELD", "place_agency_id"),
        new("concern about nobody", s => s.Concern(r => (r.Person, r.Identity, r.Description) = ("", null, " ")), "INVALID_FIELD", "description"),
        new("concern in 4097 bytes", s => s.Concern(r => r.Description = new string('x', 4097)), "TOO_LARGE", "description"),
        new("concern with U+0000", s => s.Concern(r => r.Description = "a\0b"), "INVALID_FIELD", "description"),
        new("concern about a reference without end", s => s.Concern(r => r.Person = new string('x', 5000)), "TOO_LARGE", "person"),
        new("concern without a severity", s => s.Concern(r => r.Severity = (Severity)99), "INVALID_FIELD", "severity"),
        new("concern with a number that is none", s => s.Concern(r => r.Identity.Identifiers[0].Value = "9990000019"), "INVALID_IDENTIFIER", "identity.identifiers[0].value"),
        new("concern about a birth to come", s => s.Concern(r => r.Identity.BirthDate = "2999-01-01"), "INVALID_FIELD", "identity.birth_date"),
        new("concern with 17 elements", s => s.Concern(r => r.Elements.Add(Enumerable.Repeat(r.Elements[0], 16))), "TOO_LARGE", "elements"),
        new("concern with an element of no kind", s => s.Concern(r => r.Elements[0].Kind = ElementKind.Unspecified), "INVALID_ELEMENT", "elements[0].kind"),
        new("concern without a request id", s => s.Concern(r => r.RequestId = ""), "INVALID_FIELD", "request_id"),
        new("duty team that can be none", s => s.DutyTeam(r => r.TeamId = "desk"), "INVALID_FIELD", "team_id"),
        new("duty team that is not opened", s => s.DutyTeam(r => r.TeamId = "council/nowhere"), "INVALID_FIELD", "team_id"),
        new("duty team of another agency", s => s.DutyTeam(r => (r.AgencyId, r.TeamId) = ("clinic", BadFacts.Desk)), "UNKNOWN_CALLER", ""),
        new("duty team of an agency that is not there", async s => await s.Hub.Registrar.Agencies.SetDutyTeamAsync(
            new SetDutyTeamRequest { RequestId = HubRequest.NewId(), AgencyId = "nowhere", TeamId = BadFacts.Desk }), "STATE_CONFLICT", "agency_id"),
    ];

    public static async Task Alert(this Scene scene, Action<RaiseAlertRequest> change)
    {
        var request = Admission(scene);
        change(request);
        await scene.Council.Alerts.RaiseAlertAsync(request);
    }

    public static async Task Concern(this Scene scene, Action<RaiseConcernRequest> change)
    {
        var request = new RaiseConcernRequest
        {
            RequestId = HubRequest.NewId(),
            Person = scene.Child,
            Identity = People.Sam(),
            Description = "at the school gate",
            Severity = Severity.Red,
            Elements = { People.Element("a burn", Category.HealthPhysical) },
            PlaceAgencyId = "council",
        };
        change(request);
        await scene.Council.Alerts.RaiseConcernAsync(request);
    }

    public static async Task DutyTeam(this Scene scene, Action<SetDutyTeamRequest> change)
    {
        var request = new SetDutyTeamRequest { RequestId = HubRequest.NewId(), AgencyId = "council", TeamId = BadFacts.Desk };
        change(request);
        await scene.Council.Agencies.SetDutyTeamAsync(request);
    }

    private static RaiseAlertRequest Admission(Scene scene) => new()
    {
        RequestId = HubRequest.NewId(),
        Person = scene.Child,
        Type = AlertType.Admission,
        Severity = Severity.Red,
        PlanId = scene.Plan.PlanId,
        Elements = { People.Element("a burn", Category.HealthPhysical) },
    };
}
