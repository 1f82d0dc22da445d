using Google.Protobuf;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Wire;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Neutral;

/// <summary>Twins: a person whom another agency works with, and one who is not there at all. The clinic holds true references to both,
/// because the store was put back to a day before the clinic told of either.</summary>
public abstract class HiddenAndAbsent(StoreKind kind) : IAsyncLifetime
{
    private const string Duty = "999 0177";
    private const string Plans = "hub.plans.v1.PlansService/";
    private RunningHub hub = null!;
    private WireCaller clinic = null!;
    private Twin hidden = null!;
    private Twin absent = null!;
    private (string Person, string Plan) own;
    private string element = "";

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        var council = await hub.Agency("council", duty: "999 0100");
        var clinicClient = await hub.Agency("clinic", practitioner: "NMC999002", duty: Duty);
        var theirs = await council.Register(People.Sam());
        await council.Plans.OpenPlanAsync(People.Protection(theirs, People.Element("not for the clinic")));
        var person = await clinicClient.Register(People.Sam(NhsNumbers.From(90)));
        own = (person, (await clinicClient.Plans.OpenPlanAsync(People.Protection(person))).PlanId);
        await hub.Keep("before");
        (hidden, _) = await Twin.Tell(clinicClient, People.Number);
        (absent, element) = await Twin.Tell(clinicClient, NhsNumbers.From(70));
        await hub.GoBackTo("before");
        clinic = WireCaller.For(hub, "clinic", "clinic", "NMC999002");
    }

    public async Task DisposeAsync()
    {
        clinic.Dispose();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task Are_answered_byte_for_byte_the_same_by_every_call()
    {
        Assert.Equal((2, 1), (await hub.People("k_"), await hub.Events("k_") - 3));
        var written = await hub.Events();
        foreach (var (method, message) in Calls())
        {
            var answers = new List<string>();
            foreach (var twin in new[] { hidden, absent, hidden, absent })
            {
                var answer = await clinic.Call(method, message(twin));
                var told = answer.Refusal();
                Assert.Equal(("NOT_KNOWN", 0), (told.Reason, told.Fields.Count));
                Assert.Equal([Duty], told.Neutral!.DutyNumbers);
                Assert.StartsWith("Nothing is available to you here. This does not mean that nothing is known.", told.Neutral.Text, StringComparison.Ordinal);
                answers.Add(answer.Likeness);
            }

            Assert.Single(answers.Distinct());
        }

        Assert.Equal(written, await hub.Events());
    }

    [Fact]
    public async Task Are_answered_as_anything_else_that_is_not_there()
    {
        var nobody = await clinic.Call("hub.children.v1.ChildrenService/GetChild", new GetChildRequest { Child = absent.Person });
        var plan = await clinic.Call("hub.plans.v1.PlansService/GetPlan", new GetPlanRequest { Person = own.Person, PlanId = absent.Plan });
        var theirs = await clinic.Call("hub.plans.v1.PlansService/GetPlan", new GetPlanRequest { Person = own.Person, PlanId = hidden.Plan });
        var agency = await clinic.Call("hub.agencies.v1.AgenciesService/GetAgency", new Hub.Agencies.V1.GetAgencyRequest { AgencyId = "nowhere" });
        Assert.Equal("NOT_KNOWN", nobody.Refusal().Reason);
        Assert.Equal(nobody.Likeness, plan.Likeness);
        Assert.Equal(nobody.Likeness, theirs.Likeness);
        Assert.Equal(nobody.Likeness, agency.Likeness);
    }

    [Fact]
    public async Task Are_registered_with_answers_of_one_shape()
    {
        var known = await clinic.Call("hub.children.v1.ChildrenService/RegisterChild", Registration(People.Number));
        var unknown = await clinic.Call("hub.children.v1.ChildrenService/RegisterChild", Registration(NhsNumbers.From(70)));
        Assert.Equal(Grpc.Core.StatusCode.OK, known.Status);
        Assert.Equal(unknown.Shape, known.Shape);
        var again = RegisterChildResponse.Parser.ParseFrom(known.Body[5..]).Child;
        Assert.Equal(hidden.Person, again);
    }

    [Fact]
    public async Task Are_told_of_with_answers_of_one_shape_and_as_many_events()
    {
        var shapes = new List<string>();
        foreach (var (person, number) in new[] { (hidden.Person, People.Number), (absent.Person, NhsNumbers.From(70)), (new string('A', 43), NhsNumbers.From(71)) })
        {
            var written = await hub.Events();
            var answer = await clinic.Call("hub.alerts.v1.AlertsService/RaiseConcern", new RaiseConcernRequest
            {
                RequestId = HubRequest.NewId(),
                Person = person,
                Identity = People.Sam(number),
                Severity = Hub.Inbox.V1.Severity.Red,
                PlaceAgencyId = "council",
            });
            Assert.Equal(Grpc.Core.StatusCode.OK, answer.Status);
            Assert.Equal(written + 1, await hub.Events());
            shapes.Add(answer.Shape);
        }

        Assert.Single(shapes.Distinct());
    }

    private static RegisterChildRequest Registration(string number) => new() { RequestId = HubRequest.NewId(), Identity = People.Sam(number) };

    private static IEnumerable<(string Method, Func<Twin, IMessage> Message)> CirclesAndLinks()
    {
        const string Circles = "hub.circles.v1.CirclesService/";
        const string Links = "hub.links.v1.LinksService/";
        yield return (Circles + "GetCircle", t => new GetCircleRequest { Person = t.Person });
        yield return (Circles + "AddCircleMember", t => new AddCircleMemberRequest { RequestId = "five", Person = t.Person, TeamId = "clinic/team", Role = Role.NamedNurse });
        yield return (Circles + "AddCircleMember", t => new AddCircleMemberRequest { RequestId = "five", Person = t.Person, TeamId = "-", Role = (Role)99 });
        yield return (Circles + "EndCircleMember", t => new EndCircleMemberRequest { RequestId = "six", Person = t.Person, TeamId = "clinic/team", Role = Role.NamedNurse });
        yield return (Links + "ListLinks", t => new ListLinksRequest { Person = t.Person });
        yield return (Links + "ProposeLink", t => new ProposeLinkRequest
        {
            RequestId = "seven",
            Person = t.Person,
            PlanId = t.Plan,
            TeamId = "clinic/team",
            OtherPerson = t.Person,
            OtherTeamId = "council/team",
        });
        yield return (Links + "ProposeLink", t => new ProposeLinkRequest { RequestId = "seven", Person = t.Person, OtherPerson = "none" });
        yield return (Links + "AcceptLink", t => new AcceptLinkRequest { RequestId = "eight", Person = t.Person, LinkId = "none", PlanId = "none" });
        yield return (Links + "DeclineLink", t => new DeclineLinkRequest { RequestId = "nine", Person = t.Person, LinkId = "none" });
        yield return (Links + "EndLink", t => new EndLinkRequest { RequestId = "ten", Person = t.Person, LinkId = "none" });
        yield return (Plans + "AdoptElement", t => new AdoptElementRequest { RequestId = "eleven", Person = t.Person, PlanId = t.Plan, Etag = t.Etag });
        yield return (Plans + "KeepElement", t => new KeepElementRequest { RequestId = "twelve", Person = t.Person, PlanId = t.Plan, Etag = t.Etag });
    }

    // Right calls, and calls that are wrong in themselves: who may not know hears nothing of that either.
    private IEnumerable<(string Method, Func<Twin, IMessage> Message)> Calls()
    {
        yield return ("hub.children.v1.ChildrenService/GetChild", t => new GetChildRequest { Child = t.Person });
        yield return (Plans + "GetPlan", t => new GetPlanRequest { Person = t.Person, PlanId = t.Plan });
        yield return (Plans + "ListPlanRevisions", t => new ListPlanRevisionsRequest { Person = t.Person, PlanId = t.Plan });
        yield return (Plans + "ListPlanRevisions", t => new ListPlanRevisionsRequest { Person = t.Person, PlanId = t.Plan, PageSize = 101, PageToken = "none" });
        yield return (Plans + "OpenPlan", t => People.Protection(t.Person, People.Element("new")));
        yield return (Plans + "OpenPlan", t => new OpenPlanRequest { RequestId = "one", Person = t.Person, Plan = new PlanContent { Type = (PlanType)99 } });
        yield return (Plans + "OpenPlan", t => new OpenPlanRequest { RequestId = "one", ValidateOnly = true, Person = t.Person });
        yield return (Plans + "RevisePlan", t => new RevisePlanRequest
        {
            RequestId = "two",
            Person = t.Person,
            PlanId = t.Plan,
            Etag = t.Etag,
            Operations = { new ElementOperation { ElementId = element, Remove = new RemoveElement() } },
        });
        yield return (Plans + "RevisePlan", t => new RevisePlanRequest { RequestId = "two", Person = t.Person, PlanId = "none", Etag = "none" });
        yield return (Plans + "EndPlan", t => new EndPlanRequest { RequestId = "three", Person = t.Person, PlanId = t.Plan, Etag = t.Etag, State = PlanState.Ended });
        yield return ("hub.alerts.v1.AlertsService/RaiseAlert", t => new RaiseAlertRequest
        {
            RequestId = "four",
            Person = t.Person,
            Type = AlertType.Admission,
            Severity = Hub.Inbox.V1.Severity.Red,
            PlanId = t.Plan,
            Elements = { People.Element("told") },
        });
        yield return ("hub.alerts.v1.AlertsService/RaiseAlert", t => new RaiseAlertRequest { RequestId = "four", Person = t.Person, Type = (AlertType)99 });
        yield return ("hub.alerts.v1.AlertsService/GetProgress", t => new GetProgressRequest { Person = t.Person, UpdateId = t.Update });
        yield return ("hub.alerts.v1.AlertsService/GetProgress", t => new GetProgressRequest { Person = t.Person, UpdateId = "none" });
        foreach (var (method, message) in CirclesAndLinks())
        {
            yield return (method, message);
        }

        yield return (Plans + "EndPlan", t => new EndPlanRequest { RequestId = "three", Person = t.Person, Because = new string('x', 5000) });
    }
}

/// <summary>On the embedded store.</summary>
public sealed class HiddenAndAbsentOnEmbedded() : HiddenAndAbsent(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class HiddenAndAbsentOnPostgres() : HiddenAndAbsent(StoreKind.Postgres);
