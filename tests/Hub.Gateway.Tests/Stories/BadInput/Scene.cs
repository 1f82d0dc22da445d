using Hub.Adults.V1;
using Hub.Agencies.V1;
using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.BadInput;

/// <summary>A council at work, and a clinic beside it. Each call is right until the test breaks one thing of it.</summary>
internal sealed class Scene(RunningHub hub, HubClient council)
{
    public RunningHub Hub => hub;

    public HubClient Council => council;

    public string Child { get; private set; } = "";

    public string Adult { get; private set; } = "";

    public string OtherChild { get; private set; } = "";

    public OpenPlanRequest Opening { get; private set; } = new();

    public OpenPlanResponse First { get; private set; } = new();

    public RevisePlanResponse Plan { get; private set; } = new();

    public RevisePlanResponse OtherPlan { get; private set; } = new();

    public EndPlanResponse Ended { get; private set; } = new();

    public RevisePlanResponse ClinicPlan { get; private set; } = new();

    public string ClinicChild { get; private set; } = "";

    public string Token { get; private set; } = "";

    public string OtherToken { get; private set; } = "";

    public string ClinicToken { get; private set; } = "";

    public string Agreement { get; private set; } = "";

    public static async Task<Scene> Set(RunningHub hub)
    {
        var scene = new Scene(hub, await hub.Agency("council"));
        var clinic = await hub.Agency("clinic", practitioner: "NMC999002");
        scene.Child = await scene.Council.Register(People.Sam());
        scene.OtherChild = await scene.Council.Register(People.Sam(NhsNumbers.From(50)));
        scene.ClinicChild = await clinic.Register(People.Sam());
        scene.Adult = (await scene.Council.Adults.RegisterAdultAsync(new RegisterAdultRequest { RequestId = HubRequest.NewId(), Identity = People.Sam() })).Adult;
        scene.Opening = People.Protection(scene.Child, People.Element("first"), People.Element("second"));
        (scene.First, scene.Plan, scene.Token) = await TwoRevisions(scene.Council, scene.Opening);
        (_, scene.OtherPlan, scene.OtherToken) = await TwoRevisions(scene.Council, People.Protection(scene.OtherChild, People.Element("theirs")));
        (_, scene.ClinicPlan, scene.ClinicToken) = await TwoRevisions(clinic, People.Protection(scene.ClinicChild, People.Element("clinical")));
        await scene.Council.Teams.OpenTeamAsync(Facts.Team(BadFacts.Desk));
        await scene.Council.Teams.AssignRoleAsync(Facts.Assign(BadFacts.Desk, Role.LeadSocialWorker));
        scene.Agreement = (await scene.Council.Agreements.ProposeAgreementAsync(Facts.Agreement("clinic"))).AgreementId;
        var over = await scene.Council.Plans.OpenPlanAsync(People.Protection(scene.Child));
        scene.Ended = await scene.Council.Plans.EndPlanAsync(new EndPlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = scene.Child,
            PlanId = over.PlanId,
            Etag = over.Etag,
            State = PlanState.Ended,
        });
        return scene;
    }

    public async Task RegisterChild(Action<RegisterChildRequest> change)
        => await Council.Children.RegisterChildAsync(Changed(new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = People.Sam(NhsNumbers.From(2)) }, change));

    public async Task RegisterAdult(Action<RegisterAdultRequest> change)
        => await Council.Adults.RegisterAdultAsync(Changed(new RegisterAdultRequest { RequestId = HubRequest.NewId(), Identity = People.Sam(NhsNumbers.From(2)) }, change));

    public async Task Open(Action<OpenPlanRequest> change) => await Council.Plans.OpenPlanAsync(Changed(People.Protection(Child, People.Element("one")), change));

    public async Task Revise(Action<RevisePlanRequest> change) => await Council.Plans.RevisePlanAsync(Changed(
        new RevisePlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = Child,
            PlanId = Plan.PlanId,
            Etag = Plan.Etag,
            Operations = { new ElementOperation { ElementId = First.ElementIds[0], Replace = new ReplaceElement { Element = People.Element("new") } } },
        },
        change));

    public async Task End(Action<EndPlanRequest> change) => await Council.Plans.EndPlanAsync(Changed(
        new EndPlanRequest { RequestId = HubRequest.NewId(), Person = Child, PlanId = Plan.PlanId, Etag = Plan.Etag, State = PlanState.Ended }, change));

    public async Task Get(Action<GetPlanRequest> change) => await Council.Plans.GetPlanAsync(Changed(new GetPlanRequest { Person = Child, PlanId = Plan.PlanId }, change));

    public async Task List(Action<ListPlanRevisionsRequest> change)
        => await Council.Plans.ListPlanRevisionsAsync(Changed(new ListPlanRevisionsRequest { Person = Child, PlanId = Plan.PlanId, PageSize = 1, PageToken = Token }, change));

    public async Task Admit(Action<AdmitAgencyRequest> change) => await Hub.Registrar.Agencies.AdmitAgencyAsync(Changed(
        new AdmitAgencyRequest { RequestId = HubRequest.NewId(), AgencyId = "school", Name = "Fictional school", Sector = Sector.Education, DutyNumber = "999 0101" }, change));

    private static T Changed<T>(T request, Action<T> change)
    {
        change(request);
        return request;
    }

    private static async Task<(OpenPlanResponse First, RevisePlanResponse Second, string Token)> TwoRevisions(HubClient agency, OpenPlanRequest opening)
    {
        var first = await agency.Plans.OpenPlanAsync(opening);
        var second = await agency.Plans.RevisePlanAsync(new RevisePlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = opening.Person,
            PlanId = first.PlanId,
            Etag = first.Etag,
            Operations = { new ElementOperation { Add = People.Element("added") } },
        });
        var page = await agency.Plans.ListPlanRevisionsAsync(new ListPlanRevisionsRequest { Person = opening.Person, PlanId = first.PlanId, PageSize = 1 });
        return (first, second, page.NextPageToken);
    }
}
