using System.Collections.Concurrent;
using Google.Protobuf;
using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Errors;
using Hub.Plans.V1;

namespace Hub.Faults.Load;

/// <summary>One agency at work: registers children, opens plans, revises and ends them, and says at once when an answer cannot be true.
/// It is the only writer of its plans, though not of the children's streams.</summary>
internal sealed class Worker(string agency, HubClient client, History history, TimeProvider time, Chance chance)
{
    private const int ChildrenAtOnce = 4;
    private const int PlansPerChildren = 60;
    private readonly ConcurrentQueue<(Ask Ask, Answered Answer)> asked = new();
    private readonly Dictionary<int, string> children = [];
    private readonly List<KnownPlan> plans = [];
    private int requests;

    public string Agency => agency;

    /// <summary>The writes with their first answers.</summary>
    public IReadOnlyCollection<(Ask Ask, Answered Answer)> Asked => asked;

    /// <summary>The agency's handle by the child's number.</summary>
    public IReadOnlyDictionary<int, string> Children => children;

    public IReadOnlyList<KnownPlan> Plans => plans;

    public HubClient Client => client;

    public Asking Asking { get; } = new(agency, history, time, chance);

    /// <summary>Works until told to finish, and then finishes what it has begun.</summary>
    public async Task Run(CancellationToken finish)
    {
        while (!finish.IsCancellationRequested)
        {
            var plan = await Open(await Child());
            for (var steps = chance.Below(6); steps > 0 && !finish.IsCancellationRequested; steps--)
            {
                await Step(plan);
            }

            if (chance.InHundred(60))
            {
                await End(plan);
            }
        }
    }

    private async Task<string> Child()
    {
        var number = (plans.Count / PlansPerChildren * ChildrenAtOnce) + chance.Below(ChildrenAtOnce);
        if (!children.TryGetValue(number, out var handle))
        {
            var request = new RegisterChildRequest { RequestId = NextRequest(), Identity = Texts.Child(number) };
            var answer = await Write(new Ask(request.RequestId, "RegisterChild", async o => await client.Children.RegisterChildAsync(request, o)));
            children[number] = handle = Accepted<RegisterChildResponse>(request.RequestId, answer).Child;
        }

        return handle;
    }

    private async Task<KnownPlan> Open(string child)
    {
        var request = new OpenPlanRequest { RequestId = NextRequest(), Person = child, Plan = new PlanContent { Type = PlanType.ChildProtection } };
        for (var i = chance.Below(3); i >= 0; i--)
        {
            request.Plan.Elements.Add(Texts.Element(Text(request.RequestId)));
        }

        var ask = new Ask(request.RequestId, "OpenPlan", async o => await client.Plans.OpenPlanAsync(request, o));
        var answer = chance.InHundred(15) ? await Twice(ask) : await Write(ask);
        var opened = Accepted<OpenPlanResponse>(request.RequestId, answer);
        var plan = new KnownPlan(child, opened.PlanId);
        var changes = request.Plan.Elements.Zip(opened.ElementIds, (e, id) => new KnownChange(ElementAct.Add, id, e.Text));
        plan.Add(new KnownRevision(request.RequestId, opened.Etag, [.. changes], PlanState.Active, answer.Tries, answer.AskedAt));
        plans.Add(plan);
        return plan;
    }

    private async Task Step(KnownPlan plan)
    {
        switch (chance.Below(100))
        {
            case < 55:
                var request = Revision(plan, plan.Etag);
                Learn(plan, request, await Write(Revise(request)));
                break;
            case < 65:
                var twice = Revision(plan, plan.Etag);
                Learn(plan, twice, await Twice(Revise(twice)));
                break;
            case < 75:
                await Race(plan);
                break;
            case < 82 when plan.Revisions.Count > 1:
                var stale = Revision(plan, plan.Revisions[^2].Etag);
                Refused(stale.RequestId, await Write(Revise(stale)), HubReasons.StaleVersion);
                break;
            case < 88:
                var invalid = Revision(plan, plan.Etag);
                invalid.Operations.Add(new ElementOperation { Add = Texts.Element("") });
                Refused(invalid.RequestId, await Write(Revise(invalid)), HubReasons.InvalidElement);
                break;
            default:
                await Look(plan);
                break;
        }
    }

    /// <summary>Two revisions of one state at once: one stands.</summary>
    private async Task Race(KnownPlan plan)
    {
        var (a, b) = (Revision(plan, plan.Etag), Revision(plan, plan.Etag));
        var answers = await Task.WhenAll(Write(Revise(a)), Write(Revise(b)));
        if (answers[0].IsRefused == answers[1].IsRefused)
        {
            throw new Violation($"{agency}: of {a.RequestId} and {b.RequestId} on one state not exactly one stands: {answers[0].Reason}, {answers[1].Reason}");
        }

        var (winner, loser) = answers[0].IsRefused ? (1, 0) : (0, 1);
        Refused(winner == 0 ? b.RequestId : a.RequestId, answers[loser], HubReasons.StaleVersion);
        Learn(plan, winner == 0 ? a : b, answers[winner]);
    }

    private async Task End(KnownPlan plan)
    {
        var request = new EndPlanRequest { RequestId = NextRequest(), Person = plan.Child, PlanId = plan.Id, Etag = plan.Etag, State = PlanState.Ended };
        var answer = await Write(new Ask(request.RequestId, "EndPlan", async o => await client.Plans.EndPlanAsync(request, o)));
        var ended = Accepted<EndPlanResponse>(request.RequestId, answer);
        plan.Add(new KnownRevision(request.RequestId, ended.Etag, [], PlanState.Ended, answer.Tries, answer.AskedAt));
        if (chance.InHundred(20))
        {
            var late = Revision(plan, plan.Etag);
            Refused(late.RequestId, await Write(Revise(late)), HubReasons.StateConflict);
        }
    }

    /// <summary>Whoever was answered sees what it was answered.</summary>
    private async Task Look(KnownPlan plan)
    {
        var request = new GetPlanRequest { Person = plan.Child, PlanId = plan.Id };
        var answer = await Asking.UntilAnswered(new Ask("-", "GetPlan", async o => await client.Plans.GetPlanAsync(request, o)));
        if (plan.Differs(Accepted<GetPlanResponse>("-", answer).Plan) is { } difference)
        {
            throw new Violation($"{agency}: plan of {plan.Revisions[0].Request} read under load: {difference}");
        }
    }

    private RevisePlanRequest Revision(KnownPlan plan, string etag)
    {
        var request = new RevisePlanRequest { RequestId = NextRequest(), Person = plan.Child, PlanId = plan.Id, Etag = etag };
        request.Operations.Add(new ElementOperation { Add = Texts.Element(Text(request.RequestId)) });
        if (plan.Elements.Count > 0)
        {
            var element = plan.Elements[chance.Below(plan.Elements.Count)].Id;
            request.Operations.Add(chance.InHundred(50)
                ? new ElementOperation { ElementId = element, Replace = new ReplaceElement { Element = Texts.Element(Text(request.RequestId)) } }
                : new ElementOperation { ElementId = element, Remove = new RemoveElement() });
        }

        return request;
    }

    private Ask Revise(RevisePlanRequest request) => new(request.RequestId, "RevisePlan", async o => await client.Plans.RevisePlanAsync(request, o));

    private void Learn(KnownPlan plan, RevisePlanRequest request, Answered answer)
    {
        var revised = Accepted<RevisePlanResponse>(request.RequestId, answer);
        var changes = request.Operations.Zip(revised.ElementIds, (o, id) => o.OperationCase switch
        {
            ElementOperation.OperationOneofCase.Add => new KnownChange(ElementAct.Add, id, o.Add.Text),
            ElementOperation.OperationOneofCase.Replace => new KnownChange(ElementAct.Replace, id, o.Replace.Element.Text),
            _ => new KnownChange(ElementAct.Remove, id, ""),
        });
        plan.Add(new KnownRevision(request.RequestId, revised.Etag, [.. changes], PlanState.Active, answer.Tries, answer.AskedAt));
    }

    private async Task<Answered> Write(Ask ask)
    {
        var answer = await Asking.UntilAnswered(ask);
        asked.Enqueue((ask, answer));
        return answer;
    }

    /// <summary>The same request on two ways at once: one outcome.</summary>
    private async Task<Answered> Twice(Ask ask)
    {
        var answers = await Task.WhenAll(Asking.UntilAnswered(ask), Asking.UntilAnswered(ask));
        asked.Enqueue((ask, answers[0]));
        return answers[0].SameAs(answers[1])
            ? answers[0]
            : throw new Violation($"{agency}: {ask.Request} ({ask.What}), made twice at once, has two outcomes: {answers[0]} and {answers[1]}");
    }

    private T Accepted<T>(string request, Answered answer)
        where T : IMessage
        => answer.Message is T message ? message : throw new Violation($"{agency}: {request} was refused with {answer.Reason} after {answer.Tries} tries");

    private void Refused(string request, Answered answer, string reason)
    {
        if (answer.Reason != reason)
        {
            throw new Violation($"{agency}: {request} had to be refused with {reason} and got {answer} after {answer.Tries} tries");
        }
    }

    private string NextRequest() => $"{agency}-{Interlocked.Increment(ref requests)}";

    // Names its writer and its request, so that a text in the wrong place tells where it comes from.
    private string Text(string request) => $"{request}/{chance.Below(1_000_000)} {new string('.', chance.Below(1500))}";
}
