using Hub.Adults.V1;
using Hub.Agreements.V1;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Decisions.V1;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>All that an observer can ask about a person whom it has a reference to.</summary>
internal static class Questions
{
    public static async Task AskAbout(this Observer who, string person, bool isAdult = false)
    {
        await (isAdult
            ? who.Ask<GetAdultResponse>("hub.adults.v1.AdultsService/GetAdult", new GetAdultRequest { Adult = person }) as Task
            : who.Ask<GetChildResponse>("hub.children.v1.ChildrenService/GetChild", new GetChildRequest { Child = person }));
        await who.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = person });
        await who.Ask<ListLinksResponse>("hub.links.v1.LinksService/ListLinks", new ListLinksRequest { Person = person });
        await who.Ask<ListDecisionsResponse>("hub.decisions.v1.DecisionsService/ListDecisions", new ListDecisionsRequest { Person = person });
        await who.Ask<ListAgreementsResponse>("hub.agreements.v1.AgreementsService/ListAgreements", new ListAgreementsRequest());
    }

    public static async Task AskForPlan(this Observer who, string person, string plan)
    {
        await who.Ask<GetPlanResponse>("hub.plans.v1.PlansService/GetPlan", new GetPlanRequest { Person = person, PlanId = plan });
        await who.Ask<ListPlanRevisionsResponse>("hub.plans.v1.PlansService/ListPlanRevisions", new ListPlanRevisionsRequest { Person = person, PlanId = plan });
    }

    /// <summary>An alert and the line of what became of it.</summary>
    public static async Task<string> Alert(this Observer who, string person)
    {
        var raised = await who.Ask<RaiseAlertResponse>("hub.alerts.v1.AlertsService/RaiseAlert", new RaiseAlertRequest
        {
            RequestId = who.RequestId(),
            Person = person,
            Type = AlertType.AppointmentMissed,
            Severity = Severity.Amber,
            Elements = { People.Element("Was not brought.", Category.HealthPhysical) },
        });
        await who.Progress(person, raised!.UpdateId);
        return raised.UpdateId;
    }

    public static Task Progress(this Observer who, string person, string update)
        => who.Ask<GetProgressResponse>("hub.alerts.v1.AlertsService/GetProgress", new GetProgressRequest { Person = person, UpdateId = update });

    /// <summary>Its own reference to a child of this number.</summary>
    public static async Task<string> Register(this Observer who, string number, bool validateOnly = false)
        => (await who.Ask<RegisterChildResponse>(
            "hub.children.v1.ChildrenService/RegisterChild",
            new RegisterChildRequest { RequestId = who.RequestId(), ValidateOnly = validateOnly, Identity = People.Sam(number) }))?.Child ?? "";
}
