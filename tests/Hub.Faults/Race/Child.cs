using System.Globalization;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Faults.Load;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Faults.Race;

/// <summary>One child of the council, on a plan, with a circle that the council leads. Everything that is told of it says the child's mark.</summary>
internal sealed class Child
{
    private readonly World world;
    private readonly Chance chance;
    private string etag = "";
    private int told;

    private Child(World world, int number, Chance chance) => (this.world, this.chance, Number) = (world, chance, number);

    public int Number { get; }

    public string Mark => string.Create(CultureInfo.InvariantCulture, $"k{Number:D6}.");

    public string Handle { get; private set; } = "";

    public string Plan { get; private set; } = "";

    /// <summary>How often something was told and answered.</summary>
    public int Told => Volatile.Read(ref told);

    public static async Task<Child> Of(World world, int number, Chance chance)
    {
        var child = new Child(world, number, chance);
        var register = new RegisterChildRequest { RequestId = Agency.NewId(), Identity = Identities.Child(number) };
        child.Handle = (await world.Council.Ask((c, o) => c.Children.RegisterChildAsync(register, o))).Child;
        var open = new OpenPlanRequest { RequestId = Agency.NewId(), Person = child.Handle, Plan = new PlanContent { Type = PlanType.ChildProtection } };
        var opened = await world.Council.Ask((c, o) => c.Plans.OpenPlanAsync(open, o));
        (child.Plan, child.etag) = (opened.PlanId, opened.Etag);
        await world.AddMember(child.Handle, World.CouncilTeam, Role.LeadSocialWorker);
        return child;
    }

    /// <summary>An alert to all who hear, answered.</summary>
    public async Task Tell()
    {
        var (number, padding) = (Interlocked.Increment(ref told), new string('.', chance.Below(1500)));
        await Alert(world.Council, Handle, Plan, string.Create(CultureInfo.InvariantCulture, $"{Mark}{number:D6} {padding}"), chance.InHundred(50));
    }

    public static async Task Alert(Agency by, string person, string plan, string text, bool isAmber)
    {
        var request = new RaiseAlertRequest
        {
            RequestId = Agency.NewId(),
            Person = person,
            PlanId = plan,
            Type = AlertType.AppointmentMissed,
            Severity = isAmber ? Severity.Amber : Severity.Green,
            Elements = { Texts.Element(text) },
        };
        await by.Ask((c, o) => c.Alerts.RaiseAlertAsync(request, o));
    }

    /// <summary>Changes one element of the plan, or adds one; says which it is.</summary>
    public async Task<string> Revise(ElementOperation operation)
    {
        var request = new RevisePlanRequest { RequestId = Agency.NewId(), Person = Handle, PlanId = Plan, Etag = etag, Operations = { operation } };
        var revised = await world.Council.Ask((c, o) => c.Plans.RevisePlanAsync(request, o));
        etag = revised.Etag;
        return revised.ElementIds.FirstOrDefault() ?? "";
    }
}
