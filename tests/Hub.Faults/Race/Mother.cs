using System.Globalization;
using Hub.Adults.V1;
using Hub.Faults.Load;
using Hub.Links.V1;
using Hub.Plans.V1;

namespace Hub.Faults.Race;

/// <summary>A child's mother under a care plan of a trust, linked with the child's.</summary>
internal sealed class Mother
{
    private readonly Agency trust;
    private readonly World world;
    private readonly Child child;
    private readonly string handle;
    private readonly string plan;
    private readonly string etag;

    private Mother(World world, Agency trust, Child child, string handle, OpenPlanResponse opened)
        => (this.world, this.trust, this.child, this.handle, plan, etag) = (world, trust, child, handle, opened.PlanId, opened.Etag);

    /// <summary>Says something else than the child's mark, for it goes the other way.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"m{child.Number:D6}.");

    public static async Task<Mother> LinkedWith(World world, Agency trust, Child child)
    {
        var (handle, atCouncil) = (await Register(trust, child.Number), await Register(world.Council, child.Number));
        var open = new OpenPlanRequest { RequestId = Agency.NewId(), Person = handle, Plan = new PlanContent { Type = PlanType.AdultMentalHealthCare } };
        var mother = new Mother(world, trust, child, handle, await trust.Ask((c, o) => c.Plans.OpenPlanAsync(open, o)));
        var propose = new ProposeLinkRequest
        {
            RequestId = Agency.NewId(),
            Person = child.Handle,
            PlanId = child.Plan,
            TeamId = World.CouncilTeam,
            OtherPerson = atCouncil,
            OtherTeamId = World.TeamOf(trust),
        };
        await world.Council.Ask((c, o) => c.Links.ProposeLinkAsync(propose, o));
        var accept = new AcceptLinkRequest { RequestId = Agency.NewId(), Person = handle, LinkId = await mother.Proposed(), PlanId = mother.plan };
        await trust.Ask((c, o) => c.Links.AcceptLinkAsync(accept, o));
        return mother;
    }

    public Task Tell(Chance chance) => Child.Alert(trust, handle, plan, $"{Mark} {new string('.', chance.Below(1500))}", chance.InHundred(50));

    /// <summary>Either side may end it.</summary>
    public async Task EndLink(bool byCouncil)
    {
        var (by, person) = byCouncil ? (world.Council, child.Handle) : (trust, handle);
        var request = new EndLinkRequest { RequestId = Agency.NewId(), Person = person, LinkId = await Link(by, person), Because = "No longer needed." };
        await by.Ask((c, o) => c.Links.EndLinkAsync(request, o));
    }

    public async Task EndPlan()
    {
        var request = new EndPlanRequest { RequestId = Agency.NewId(), Person = handle, PlanId = plan, Etag = etag, State = PlanState.Ended, Because = "Discharged." };
        await trust.Ask((c, o) => c.Plans.EndPlanAsync(request, o));
    }

    /// <summary>The trust knows of it only by the delivery that asks.</summary>
    private async Task<string> Proposed()
    {
        var listener = world.Listeners.First(l => l.Team == World.TeamOf(trust) && l.MustHearAll);
        while (true)
        {
            if (listener.Arrivals.FirstOrDefault(a => a.Delivery.Type == "plan.link-proposed" && a.Delivery.Adult == handle) is { } asked)
            {
                return asked.Delivery.LinkId;
            }

            await Pause.For(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    private static async Task<string> Link(Agency by, string person)
        => (await by.Ask((c, o) => c.Links.ListLinksAsync(new ListLinksRequest { Person = person }, o))).Links.Single().LinkId;

    private static async Task<string> Register(Agency agency, int number)
    {
        var request = new RegisterAdultRequest { RequestId = Agency.NewId(), Identity = Identities.Adult(number) };
        return (await agency.Ask((c, o) => c.Adults.RegisterAdultAsync(request, o))).Adult;
    }
}
