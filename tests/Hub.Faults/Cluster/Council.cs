using Hub.Agencies.V1;
using Hub.Children.V1;
using Hub.Faults.Load;
using Hub.Plans.V1;

namespace Hub.Faults.Cluster;

/// <summary>One fictional agency with a connection through each of two gateways.</summary>
internal sealed class Council
{
    private const string Name = "council";
    private const string Practitioner = Admission.Practitioner;
    private const int MostElements = 20;
    private readonly List<(string Child, string Plan)> plans = [];

    private Council(HubCluster cluster)
    {
        (First, Second) = (At("gateway-1"), At("gateway-2"));

        Caller At(string gateway) => new(Name, cluster.Client(gateway, Name, Name, Practitioner), History, TimeProvider.System, new Chance(1));
    }

    public History History { get; } = new(TimeProvider.System);

    public Caller First { get; }

    public Caller Second { get; }

    /// <summary>Plans it has opened, each about a child of its own.</summary>
    public IReadOnlyList<(string Child, string Plan)> Plans => plans;

    /// <summary>Admits the agency at a hub of one silo and one gateway, and then brings the second of each.</summary>
    public static async Task<Council> AtAFullCluster(HubCluster cluster)
    {
        var council = await AtOneSilo(cluster);
        await Task.WhenAll(cluster.Start("silo-2"), cluster.Start("gateway-2"));
        return council;
    }

    /// <summary>Admits the agency at a hub of one silo and one gateway.</summary>
    public static async Task<Council> AtOneSilo(HubCluster cluster)
    {
        await cluster.Start("silo-1");
        await cluster.Start("gateway-1");
        var registrar = cluster.Client("gateway-1", "registrar").Agencies;
        var council = new Council(cluster);
        var admit = new AdmitAgencyRequest { RequestId = "admit", AgencyId = Name, Name = "Fictional council", Sector = Sector.ChildrensSocialCare, DutyNumber = "999 0100" };
        await registrar.AdmitAgencyAsync(admit);
        await registrar.RegisterConnectionAsync(
            new RegisterConnectionRequest { RequestId = "connect", AgencyId = Name, KeyFingerprint = cluster.Agencies.Fingerprint(Name) });
        await registrar.RegisterPractitionerAsync(new RegisterPractitionerRequest { RequestId = "employ", AgencyId = Name, PractitionerId = Practitioner });
        return council;
    }

    /// <summary>Registers children and opens a plan about each.</summary>
    public async Task Open(Caller by, int children)
    {
        for (var n = 0; n < children; n++)
        {
            var register = new RegisterChildRequest { RequestId = $"child-{plans.Count}", Identity = Texts.Child(plans.Count) };
            var child = await by.Must<RegisterChildResponse>(
                new Ask(register.RequestId, "RegisterChild", async o => await by.Client.Children.RegisterChildAsync(register, o)));
            var open = new OpenPlanRequest { RequestId = $"plan-{plans.Count}", Person = child.Child, Plan = new PlanContent { Type = PlanType.ChildProtection } };
            open.Plan.Elements.Add(Texts.Element($"first of {plans.Count}"));
            var plan = await by.Must<OpenPlanResponse>(new Ask(open.RequestId, "OpenPlan", async o => await by.Client.Plans.OpenPlanAsync(open, o)));
            plans.Add((child.Child, plan.PlanId));
        }
    }

    public static Task<GetPlanResponse> Read(Caller by, (string Child, string Plan) plan)
    {
        var request = new GetPlanRequest { Person = plan.Child, PlanId = plan.Plan };
        return by.Get<GetPlanResponse>("GetPlan", async o => await by.Client.Plans.GetPlanAsync(request, o));
    }

    /// <summary>Adds one element after the other until told to finish, and takes the oldest away, for a plan holds only so many. Gives the texts
    /// that must stand.</summary>
    public static async Task<IReadOnlyList<string>> Revise(Caller by, (string Child, string Plan) plan, CancellationToken finish)
    {
        var start = (await Read(by, plan)).Plan;
        var (etag, standing) = (start.Etag, new Queue<(string Id, string Text)>(start.Elements.Select(e => (e.ElementId, e.Content.Text))));
        for (var n = 0; !finish.IsCancellationRequested; n++)
        {
            var request = new RevisePlanRequest { RequestId = $"{plan.Plan[..8]}-{n}", Person = plan.Child, PlanId = plan.Plan, Etag = etag };
            request.Operations.Add(new ElementOperation { Add = Texts.Element($"revision {n}") });
            if (standing.Count == MostElements)
            {
                request.Operations.Add(new ElementOperation { ElementId = standing.Dequeue().Id, Remove = new RemoveElement() });
            }

            var revised = await by.Must<RevisePlanResponse>(
                new Ask(request.RequestId, "RevisePlan", async o => await by.Client.Plans.RevisePlanAsync(request, o)));
            standing.Enqueue((revised.ElementIds[0], $"revision {n}"));
            etag = revised.Etag;
        }

        return [.. standing.Select(e => e.Text)];
    }
}
