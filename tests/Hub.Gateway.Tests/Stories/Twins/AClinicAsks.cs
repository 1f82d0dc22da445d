using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A clinic with no part in it writes, validates and imports: nothing that it writes tells it what others wrote.</summary>
internal static class AClinicAsks
{
    private const string Nurse = "NMC-999005";

    /// <summary>Somebody else has registered the number with another birth date.</summary>
    public static async Task<IReadOnlyList<string>> AnotherWithTheNumber(World world)
    {
        var (home, clinic, team) = await At(world);
        var other = People.Sam(world.Number(7));
        other.BirthDate = world.Leaks ? other.BirthDate : "2011-12-13";
        await Known(world, home, other, team);
        return await Ask(world, clinic, world.Number(7));
    }

    /// <summary>Somebody else has registered the number with another family name.</summary>
    public static async Task<IReadOnlyList<string>> AnotherName(World world)
    {
        var (home, clinic, team) = await At(world);
        var other = People.Sam(world.Number(7));
        other.FamilyName = world.Leaks ? other.FamilyName : "Otherly";
        await Known(world, home, other, team);
        return await Ask(world, clinic, world.Number(7));
    }

    /// <summary>A child whom others know, asked for by calls that only validate.</summary>
    public static async Task<IReadOnlyList<string>> OnlyValidating(World world)
    {
        var (home, clinic, team) = await At(world);
        await Known(world, home, People.Sam(world.Number(7)), team);
        await clinic.Register(world.Number(7), validateOnly: true);
        var own = await clinic.Register(world.Number(7));
        await clinic.Ask<OpenPlanResponse>(
            "hub.plans.v1.PlansService/OpenPlan",
            new OpenPlanRequest { RequestId = clinic.RequestId(), ValidateOnly = true, Person = own, Plan = new PlanContent { Type = PlanType.ChildInNeed } });
        await clinic.Ask<AddCircleMemberResponse>(
            "hub.circles.v1.CirclesService/AddCircleMember",
            new AddCircleMemberRequest { RequestId = clinic.RequestId(), ValidateOnly = true, Person = own, TeamId = home.ChildrensTeam, Role = Role.LeadSocialWorker });
        await clinic.Ask<EndCircleMemberResponse>(
            "hub.circles.v1.CirclesService/EndCircleMember",
            new EndCircleMemberRequest { RequestId = clinic.RequestId(), ValidateOnly = true, Person = own, TeamId = home.ChildrensTeam, Role = Role.LeadSocialWorker, Because = "Not ours." });
        await clinic.Ask<RaiseConcernResponse>("hub.alerts.v1.AlertsService/RaiseConcern", Concern(world, clinic, own, validateOnly: true));
        await clinic.AskAbout(own);
        return clinic.Heard;
    }

    /// <summary>Children whom others know, among those that the clinic imports one after the other.</summary>
    public static async Task<IReadOnlyList<string>> AnImport(World world)
    {
        var (home, clinic, team) = await At(world);
        await Known(world, home, People.Sam(world.Number(8)), team);
        foreach (var person in new[] { 7, 8, 9, 8 })
        {
            var child = await clinic.Register(world.Number(person));
            await clinic.Ask<OpenPlanResponse>("hub.plans.v1.PlansService/OpenPlan", new OpenPlanRequest
            {
                RequestId = clinic.RequestId(),
                Person = child,
                Plan = new PlanContent { Type = PlanType.ChildInNeed, Elements = { People.Element("imported", Category.HealthPhysical) } },
            });
            await clinic.AskAbout(child);
        }

        return clinic.Heard;
    }

    /// <summary>A child whom others know, told of by its number and by words alone, without a reference to it.</summary>
    public static async Task<IReadOnlyList<string>> TellingWithoutAReference(World world)
    {
        var (home, clinic, team) = await At(world);
        await Known(world, home, People.Sam(world.Number(7)), team);
        var told = await clinic.Ask<RaiseConcernResponse>("hub.alerts.v1.AlertsService/RaiseConcern", Concern(world, clinic, "", validateOnly: false));
        await clinic.Ask<GetProgressResponse>("hub.alerts.v1.AlertsService/GetProgress", new GetProgressRequest { ConcernId = told!.ConcernId });
        await clinic.Hear(team);
        await clinic.Ask<GetProgressResponse>("hub.alerts.v1.AlertsService/GetProgress", new GetProgressRequest { ConcernId = told.ConcernId });
        await clinic.Ask<GetChildResponse>("hub.children.v1.ChildrenService/GetChild", new GetChildRequest { Child = told.ConcernId });
        return clinic.Heard;
    }

    private static async Task<IReadOnlyList<string>> Ask(World world, Observer clinic, string number)
    {
        var own = await clinic.Register(number);
        await clinic.AskAbout(own);
        await clinic.Alert(own);
        await clinic.Ask<RaiseConcernResponse>("hub.alerts.v1.AlertsService/RaiseConcern", Concern(world, clinic, own, validateOnly: false));
        return clinic.Heard;
    }

    // The clinic's own team stands on the child's circle where it may see that others know it.
    private static async Task Known(World world, Household home, Hub.People.V1.Identity identity, string team)
    {
        if (!world.IsThere)
        {
            return;
        }

        var child = await home.Council.Register(identity);
        var plan = await home.Council.Plans.OpenPlanAsync(People.Protection(child, People.Element("not for the clinic")));
        await home.Council.Circles.AddCircleMemberAsync(Family.Member(child, home.ChildrensTeam, Role.LeadSocialWorker));
        if (world.Leaks)
        {
            await home.Council.Circles.AddCircleMemberAsync(Family.Member(child, team, Role.NamedNurse));
            await home.Council.Plans.RevisePlanAsync(new RevisePlanRequest
            {
                RequestId = HubRequest.NewId(),
                Person = child,
                PlanId = plan.PlanId,
                Etag = plan.Etag,
                Operations = { new ElementOperation { Add = People.Element("for the clinic too") } },
            });
        }
    }

    private static async Task<(Household Home, Observer Clinic, string Team)> At(World world)
    {
        var home = await Household.In(world);
        var (client, team) = (await world.Admit("clinic", Sector.Hospital, Nurse, "999 0177"), world.Team("clinic"));
        await World.Open(client, team, Role.NamedNurse, Nurse);
        await home.Agree(client, "clinic", [Category.PlanTypeAndDates, Category.PlanContent], [Category.HealthPhysical]);
        var clinic = world.Watch("clinic", Nurse);
        await clinic.Listen(team);
        return (home, clinic, team);
    }

    private static RaiseConcernRequest Concern(World world, Observer clinic, string person, bool validateOnly) => new()
    {
        RequestId = clinic.RequestId(),
        ValidateOnly = validateOnly,
        Person = person,
        Identity = People.Sam(world.Number(7)),
        Description = "Sam, about seven, at the clinic's door.",
        Severity = Severity.Red,
        Elements = { People.Element("A burn on the left hand.", Category.HealthPhysical) },
        PlaceAgencyId = world.Agency("council"),
    };
}
