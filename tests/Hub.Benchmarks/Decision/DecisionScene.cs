using System.Collections.Immutable;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Register;

namespace Hub.Benchmarks.Decision;

/// <summary>A council's plan that was changed by one element, and the teams of other agencies on the circle, each under a signed agreement; beside
/// them agreements of others. The registers are a silo's own.</summary>
internal sealed class DecisionScene
{
    private static readonly AgencyId Council = Id("council");
    private static readonly Moment Now = new(1_800_000_000_000_000);
    private readonly AgencyRegister agencies = new(new IdentityOptions(), TimeProvider.System);
    private readonly TeamRegister teams = new();
    private readonly AgreementRegister agreements = new();
    private readonly SharingFacts facts;
    private readonly Recipient[] circle;
    private readonly News news = new(
        "plan.changed", Category.PlanTypeAndDates, Severity.Green, Council, Purpose.Safeguard, new PlanId(1), new PlanFacts(PlanType.ChildProtection, PlanState.Active, null, null),
        null, null, null, [new NewsElement(new ElementId(1), null, new ElementContent(Category.PlanContent, ElementKind.Fact, "made up"))], OnlyElements: true);

    public DecisionScene(int agreements, int circle)
    {
        facts = new SharingFacts(agencies, teams, this.agreements, new EditionRegister());
        Admit(Council, Sector.ChildrensSocialCare);
        this.circle = [.. Enumerable.Range(0, circle).Select(n => Partner(n))];
        for (var n = circle; n < agreements; n++)
        {
            Sign(n, n % 2 == 0 ? Council : Id($"other-{n}"), Id($"another-{n}"));
        }
    }

    /// <summary>Recipients of one round.</summary>
    public int Recipients => circle.Length;

    /// <summary>Decides and cuts for everybody on the circle; how many pieces they see together.</summary>
    public int Round()
    {
        var seen = 0;
        foreach (var recipient in circle)
        {
            var verdict = SharingPolicy.Decide(news.Holder, news.Purpose, recipient, facts, Now);
            seen += Cut.Of(news, verdict, recipient).View!.Elements.Length;
        }

        return seen;
    }

    private static AgencyId Id(string name) => AgencyId.TryParse(name)!;

    private Recipient Partner(int n)
    {
        var partner = Id($"visitors-{n}");
        var team = new TeamId(partner, "team");
        Admit(partner, Sector.HealthVisiting);
        teams.Set(team, Team.Empty with { Profile = new TeamProfile("Fictional", "999 0100"), Holders = [new RoleHolder(PractitionerId.TryParse("NMC-999002")!, Role.HealthVisitor, Now)] }, 3);
        Sign(n, Council, partner);
        return new Recipient(team, Role.HealthVisitor, PersonKind.Child, new PersonId(0, 9), Route.Circle, [new Ground("child/1", 5)]);
    }

    private void Admit(AgencyId id, Sector sector) => agencies.Set(id, Agency.Empty with { Profile = new AgencyProfile("Fictional", sector, "999 0100") }, 1);

    private void Sign(int n, AgencyId proposer, AgencyId partner)
    {
        ImmutableArray<Category> categories = [Category.PlanTypeAndDates, Category.PlanContent];
        agreements.Set(
            new AgreementId((UInt128)n + 1),
            new Agreement(proposer, partner, [Purpose.Safeguard], categories, categories, new Moment(0), null, new Moment(1), null),
            2);
    }
}
