using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.People;

/// <summary>What any team may see of a person, and what it may hear by this person of others, worked out with the policy.</summary>
internal static class Sight
{
    private static readonly CategorySet Agreed = CategorySet.Of(
        Category.ExistenceOfInvolvement, Category.PlanTypeAndDates, Category.PlanContent, Category.HealthPhysical, Category.Education, Category.SafetyPlanTriggers);

    private static readonly AgencyId[] Agencies = [Cast.Riverside, Cast.Harbour, Cast.Meadow];

    /// <summary>Everybody's agreement with everybody, so that nobody but the person's own facts stands in the way. One is under no duty: toward it
    /// consent counts.</summary>
    private static readonly Book Everybody = (
        from holder in Agencies
        from recipient in Agencies
        where holder != recipient
        select new Signed(holder, recipient, new AgreementFacts(new Ground("a", 1), 1UL << (int)Purpose.Safeguard, Agreed, default, null)))
        .Aggregate(Agencies.Aggregate(Book.Empty, (book, a) => book.With(a, a == Cast.Meadow ? Sector.Voluntary : Sector.ChildrensSocialCare) with { Teams = book.Teams.Add(TeamId.TryParse($"{a}/team")!) }), (book, s) => book.With(s));

    /// <summary>One entry per team, way, plan and category, and per element that a team sees.</summary>
    public static ImmutableHashSet<string> Of(Person person) => [.. Ways(person), .. Elements(person)];

    /// <summary>One entry per team, way, plan and category: what news is decided by. An element that is added is news itself.</summary>
    public static ImmutableHashSet<string> Ways(Person person) => [.. OnCircle(person), .. Linked(person), .. ToBeAsked(person), .. Named(person)];

    private static IEnumerable<string> Elements(Person person)
        => from plan in person.Plans
           where plan.IsOpen
           from member in person.Circle
           where member.State == MemberState.Active
           let verdict = SharingPolicy.Decide(
               plan.Agency, Purpose.Safeguard, new Recipient(member.Team, member.Role, PersonKind.Child, Move.Self, Route.Circle, []) { Restrictions = person.Restrictions }, Everybody, Cast.Now,
               PersonConsent.Of(person, plan.Agency, member.Team.Agency))
           from element in plan.Elements
           where element.Content.Category is not null && verdict.Shows(element.Content.Category)
           select $"element {plan.Id} {member.Team} {element.Id}";

    private static IEnumerable<string> OnCircle(Person person)
        => from plan in person.Plans
           where plan.IsOpen
           from member in person.Circle
           where member.State == MemberState.Active
           from seen in Seen(plan.Agency, new Recipient(member.Team, member.Role, PersonKind.Child, Move.Self, Route.Circle, []) { Restrictions = person.Restrictions },
               PersonConsent.Of(person, plan.Agency, member.Team.Agency))
           select $"circle {plan.Id} {seen}";

    // The other half is whatever would put this one in force.
    private static IEnumerable<string> Linked(Person person)
        => from half in person.Links
           from state in new[] { HalfState.Proposed, HalfState.Accepted }
           let other = new LinkHalf(half.Id, state, new PlanId(UInt128.MaxValue), half.OtherTeam, PersonKind.Child, Move.Self, half.Team, default)
           where half.IsInForceWith(other, Move.Self, half.Other) && person.Plans.Any(p => p.Id == half.Plan && p.IsOpen)
           from seen in Seen(half.Team.Agency, new Recipient(half.OtherTeam, Role.LeadSocialWorker, half.OtherKind, half.Other, Route.Link, []) { Restrictions = person.Restrictions },
                   PersonConsent.Of(person, half.Team.Agency, half.OtherTeam.Agency))
               .Concat(Seen(half.OtherTeam.Agency, new Recipient(half.Team, Role.LeadSocialWorker, PersonKind.Child, Move.Self, Route.Link, [])))
           select $"link {half.Id} {half.Plan} {seen}";

    private static IEnumerable<string> ToBeAsked(Person person)
        => from agency in person.Plans.Where(p => p.IsOpen).Select(p => p.Agency).Distinct()
           select $"asked {agency}";

    // A worker of each agency, who may come near what its own agency holds.
    private static IEnumerable<string> Named(Person person)
        => from agency in person.Plans.Where(p => p.IsOpen).Select(p => p.Agency).Distinct()
           let caller = Cast.CallerOf(agency)
           let team = TeamId.TryParse($"{agency}/team")!
           where !person.Restrictions.Shuts(caller, _ => [team])
           from category in CategorySet.All.Except(person.Restrictions.CategoriesKept(caller, _ => [team])).ToArray()
           select $"worker of {agency} {category}";

    private static IEnumerable<string> Seen(AgencyId holder, Recipient recipient, ConsentFacts? consent = null)
    {
        var verdict = SharingPolicy.Decide(holder, Purpose.Safeguard, recipient, Everybody, Cast.Now, consent);
        return verdict.Categories.ToArray().Select(c => $"{holder} {recipient.Team} {recipient.Subject} {c}")
            .Concat(verdict.Untagged ? [$"{holder} {recipient.Team} {recipient.Subject} untagged"] : []);
    }
}
