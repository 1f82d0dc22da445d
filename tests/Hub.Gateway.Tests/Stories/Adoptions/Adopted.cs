using Hub.Adoptions.V1;
using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Restrictions.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Adoptions;

/// <summary>The fictional family, a duty desk, and the council's adoption team: two who hold the role, and a manager who does not.</summary>
internal sealed class Adopted
{
    public const string Team = "council/adoption";
    public const string Desk = "council/duty-desk";
    public const string Ash = "SW999011";
    public const string Birch = "SW999012";
    public const string Manager = "SW999013";

    /// <summary>The child's number after the adoption.</summary>
    public static readonly string NewNumber = NhsNumbers.From(70);

    public Family Family { get; private init; } = null!;

    public HubClient First { get; private init; } = null!;

    public HubClient Second { get; private init; } = null!;

    public HubClient Managing { get; private init; } = null!;

    /// <summary>The child as known after, by the council's reference, and the council's plan.</summary>
    public string After { get; private set; } = "";

    public string AfterPlan { get; private set; } = "";

    public static async Task<Adopted> At(RunningHub hub)
    {
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        foreach (var number in new[] { Ash, Birch, Manager, "SW999014" })
        {
            await Restricted.Register(hub, "council", number);
        }

        await Open(family.Council, Team, (Ash, Role.AdoptionRole), (Birch, Role.AdoptionRole), (Manager, Role.TeamManager));
        await Open(family.Council, Desk, ("SW999014", Role.DutyManager));
        await family.Council.Agencies.SetDutyTeamAsync(new SetDutyTeamRequest { RequestId = HubRequest.NewId(), AgencyId = "council", TeamId = Desk });
        return new Adopted
        {
            Family = family,
            First = hub.Client("council", "council", Ash),
            Second = hub.Client("council", "council", Birch),
            Managing = hub.Client("council", "council", Manager),
        };
    }

    public static RestrictionTerms Terms(params Category[] categories) => new()
    {
        Ground = RestrictionGround.Adoption,
        GuardianTeamId = Team,
        ReviewOn = Restricted.In(30),
        AdmittedTeamIds = { Team },
        Categories = { categories },
    };

    public Task<string> Seal() => Restricted.Place(First, Family.Child, Terms());

    /// <summary>A new name, a new number, a plan of the council led by the children's team, and the mark.</summary>
    public async Task BeginAnew()
    {
        After = await First.Register(New());
        AfterPlan = (await First.Plans.OpenPlanAsync(People.Protection(After, People.Element("Settles in.")))).PlanId;
        await First.Circles.AddCircleMemberAsync(Family.Member(After, Family.ChildrensTeam, Role.LeadSocialWorker));
        await Restricted.Place(First, After, Terms(Category.AdoptionAndOrigin));
        await Hear(Family.ChildrensTeam);
        await Hear(Team);
    }

    public static Hub.People.V1.Identity New()
    {
        var identity = People.Sam(NewNumber);
        (identity.FamilyName, identity.GivenNames[0]) = ("Newlove", "Max");
        return identity;
    }

    public ProposeCrossingRequest Proposal(params PlanElementContent[] elements) => new()
    {
        RequestId = HubRequest.NewId(),
        FromPerson = Family.Child,
        ToPerson = After,
        PlanId = AfterPlan,
        Elements = { elements },
    };

    public ConfirmCrossingRequest Confirmation(string crossing) => new() { RequestId = HubRequest.NewId(), ToPerson = After, CrossingId = crossing };

    public async Task<IReadOnlyList<Delivery>> Hear(string team) => await Family.Hear(Family.Council, team, wait: 0);

    /// <summary>The reason of a refusal, with the fields that it names.</summary>
    public static async Task<string> Refused(Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<HubRefusedException>(call);
        return string.Join(' ', refused.Violations.Select(v => v.Field).Prepend(refused.Reason));
    }

    private static async Task Open(HubClient council, string team, params (string Practitioner, Role Role)[] holders)
    {
        await council.Teams.OpenTeamAsync(Facts.Team(team));
        foreach (var (practitioner, role) in holders)
        {
            await council.Teams.AssignRoleAsync(Facts.Assign(team, role, practitioner));
        }

        await council.Inbox.RegisterSubscriberAsync(new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = team, Subscriber = Family.System });
    }
}
