using Hub.Children.V1;
using Hub.Client.Errors;
using Hub.Plans.V1;

namespace Hub.Faults.Load;

/// <summary>One agency at work: registers children, opens plans, revises and ends them, and says at once when an answer cannot be true.
/// It is the only writer of its plans, though not of the children's streams, unless it leads circles: then the children are its own.</summary>
internal sealed class Worker(Caller agency, Chance chance)
{
    private const int ChildrenAtOnce = 4;
    private const int PlansPerChildren = 60;

    // Few, and others after a while: each hears of much, and circles are gathered also while the hub fails.
    private const int OwnChildrenAtOnce = 2;
    private const int PlansPerOwnChildren = 8;
    private readonly Dictionary<int, string> children = [];
    private readonly List<KnownPlan> plans = [];

    public Caller Caller => agency;

    /// <summary>Who else hears of its children; null for nobody.</summary>
    public LedCircles? Circles { get; init; }

    /// <summary>The agency's handle by the child's number.</summary>
    public IReadOnlyDictionary<int, string> Children => children;

    public IReadOnlyList<KnownPlan> Plans => plans;

    /// <summary>Works until told to finish, and then finishes what it has begun.</summary>
    public async Task Run(CancellationToken finish)
    {
        while (!finish.IsCancellationRequested)
        {
            var number = NextChild();
            var plan = await Open(await Child(number));
            if (Circles is not null)
            {
                await Circles.Gather(number, plan.Child);
            }

            for (var steps = chance.Below(Circles is null ? 6 : 16); steps > 0 && !finish.IsCancellationRequested; steps--)
            {
                await Step(plan);
            }

            if (chance.InHundred(60))
            {
                await End(plan);
            }
        }
    }

    private int NextChild() => Circles is null
        ? (plans.Count / PlansPerChildren * ChildrenAtOnce) + chance.Below(ChildrenAtOnce)
        : Circles.FirstChild + (plans.Count / PlansPerOwnChildren * OwnChildrenAtOnce) + chance.Below(OwnChildrenAtOnce);

    private async Task<string> Child(int number)
    {
        if (!children.TryGetValue(number, out var handle))
        {
            var request = new RegisterChildRequest { RequestId = agency.NextRequest(), Identity = Texts.Child(number) };
            var ask = new Ask(request.RequestId, "RegisterChild", async o => await agency.Client.Children.RegisterChildAsync(request, o));
            children[number] = handle = (await agency.Must<RegisterChildResponse>(ask)).Child;
        }

        return handle;
    }

    private async Task<KnownPlan> Open(string child)
    {
        var request = new OpenPlanRequest { RequestId = agency.NextRequest(), Person = child, Plan = new PlanContent { Type = PlanType.ChildProtection } };
        for (var i = chance.Below(3); i >= 0; i--)
        {
            request.Plan.Elements.Add(Element(request.RequestId));
        }

        var ask = new Ask(request.RequestId, "OpenPlan", async o => await agency.Client.Plans.OpenPlanAsync(request, o));
        var answer = chance.InHundred(15) ? await agency.WriteTwice(ask) : await agency.Write(ask);
        var opened = agency.Accepted<OpenPlanResponse>(request.RequestId, answer);
        var plan = new KnownPlan(agency.Name, child, opened.PlanId);
        var changes = request.Plan.Elements.Zip(opened.ElementIds, (e, id) => new KnownChange(ElementAct.Add, id, e.Category, e.Text));
        Learn(plan, new KnownRevision(request.RequestId, opened.Etag, opened.UpdateId, [.. changes], PlanState.Active, answer.Tries, answer.AskedAt));
        plans.Add(plan);
        return plan;
    }

    private async Task Step(KnownPlan plan)
    {
        switch (chance.Below(100))
        {
            case < 55:
                var request = Revision(plan, plan.Etag);
                Learn(plan, request, await agency.Write(Revise(request)));
                break;
            case < 65:
                var twice = Revision(plan, plan.Etag);
                Learn(plan, twice, await agency.WriteTwice(Revise(twice)));
                break;
            case < 75:
                await Race(plan);
                break;
            case < 82 when plan.Revisions.Count > 1:
                var stale = Revision(plan, plan.Revisions[^2].Etag);
                agency.Refused(stale.RequestId, await agency.Write(Revise(stale)), HubReasons.StaleVersion);
                break;
            case < 88:
                var invalid = Revision(plan, plan.Etag);
                invalid.Operations.Add(new ElementOperation { Add = Texts.Element("") });
                agency.Refused(invalid.RequestId, await agency.Write(Revise(invalid)), HubReasons.InvalidElement);
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
        var answers = await Task.WhenAll(agency.Write(Revise(a)), agency.Write(Revise(b)));
        if (answers[0].IsRefused == answers[1].IsRefused)
        {
            throw new Violation(
                $"{agency.Name}: of {a.RequestId} and {b.RequestId} on one state not exactly one stands: {answers[0].Reason}, {answers[1].Reason}");
        }

        var (winner, loser) = answers[0].IsRefused ? (1, 0) : (0, 1);
        agency.Refused(winner == 0 ? b.RequestId : a.RequestId, answers[loser], HubReasons.StaleVersion);
        Learn(plan, winner == 0 ? a : b, answers[winner]);
    }

    private async Task End(KnownPlan plan)
    {
        var request = new EndPlanRequest { RequestId = agency.NextRequest(), Person = plan.Child, PlanId = plan.Id, Etag = plan.Etag, State = PlanState.Ended };
        var answer = await agency.Write(new Ask(request.RequestId, "EndPlan", async o => await agency.Client.Plans.EndPlanAsync(request, o)));
        var ended = agency.Accepted<EndPlanResponse>(request.RequestId, answer);
        Learn(plan, new KnownRevision(request.RequestId, ended.Etag, ended.UpdateId, [], PlanState.Ended, answer.Tries, answer.AskedAt));
        if (chance.InHundred(20))
        {
            var late = Revision(plan, plan.Etag);
            agency.Refused(late.RequestId, await agency.Write(Revise(late)), HubReasons.StateConflict);
        }
    }

    /// <summary>Whoever was answered sees what it was answered.</summary>
    private async Task Look(KnownPlan plan)
    {
        var request = new GetPlanRequest { Person = plan.Child, PlanId = plan.Id };
        var got = await agency.Get<GetPlanResponse>("GetPlan", async o => await agency.Client.Plans.GetPlanAsync(request, o));
        if (plan.Differs(got.Plan) is { } difference)
        {
            throw new Violation($"{agency.Name}: plan of {plan.Revisions[0].Request} read under load: {difference}");
        }
    }

    private RevisePlanRequest Revision(KnownPlan plan, string etag)
    {
        var request = new RevisePlanRequest { RequestId = agency.NextRequest(), Person = plan.Child, PlanId = plan.Id, Etag = etag };
        request.Operations.Add(new ElementOperation { Add = Element(request.RequestId) });
        if (plan.Elements.Count > 0)
        {
            // Taking an element away narrows what waits elsewhere: where others hear, nothing is taken away.
            var (id, category, _) = plan.Elements[chance.Below(plan.Elements.Count)];
            request.Operations.Add(Circles is not null || chance.InHundred(50)
                ? new ElementOperation { ElementId = id, Replace = new ReplaceElement { Element = Texts.Element(Text(request.RequestId), category) } }
                : new ElementOperation { ElementId = id, Remove = new RemoveElement() });
        }

        return request;
    }

    private Ask Revise(RevisePlanRequest request) => new(request.RequestId, "RevisePlan", async o => await agency.Client.Plans.RevisePlanAsync(request, o));

    private void Learn(KnownPlan plan, RevisePlanRequest request, Answered answer)
    {
        var revised = agency.Accepted<RevisePlanResponse>(request.RequestId, answer);
        var changes = request.Operations.Zip(revised.ElementIds, (o, id) => o.OperationCase switch
        {
            ElementOperation.OperationOneofCase.Add => new KnownChange(ElementAct.Add, id, o.Add.Category, o.Add.Text),
            ElementOperation.OperationOneofCase.Replace => new KnownChange(ElementAct.Replace, id, o.Replace.Element.Category, o.Replace.Element.Text),
            _ => new KnownChange(ElementAct.Remove, id, Category.Unspecified, ""),
        });
        Learn(plan, new KnownRevision(request.RequestId, revised.Etag, revised.UpdateId, [.. changes], PlanState.Active, answer.Tries, answer.AskedAt));
    }

    private void Learn(KnownPlan plan, KnownRevision revision)
    {
        plan.Add(revision);
        Circles?.Tell(plan, revision);
    }

    private PlanElementContent Element(string request) => Texts.Element(Text(request), Texts.Categories[chance.Below(Texts.Categories.Count)]);

    // Names its writer and its request, so that a text in the wrong place tells where it comes from.
    private string Text(string request) => $"{request}/{chance.Below(1_000_000)} {new string('.', chance.Below(1500))}";
}
