using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Links;

/// <summary>A link that Harbour asks Riverside for: between an adult's plan and a child.</summary>
internal static class Tie
{
    public static PersonId Adult { get; } = new(0, 1);

    public static PersonId Child { get; } = new(0, 2);

    public static PersonId Somebody { get; } = new(0, 3);

    public static LinkId Id { get; } = new(7);

    public static PlanId AdultPlan { get; } = new(1);

    public static PlanId ChildPlan { get; } = new(2);

    public static TeamId Harbour { get; } = Team(Cast.Harbour);

    public static TeamId Riverside { get; } = Team(Cast.Riverside);

    public static ProposeLink Propose { get; } = new(Id, AdultPlan, $"{Harbour}", PersonKind.Child, Child, $"{Riverside}");

    public static LinkHalf Proposed { get; } = new(Id, HalfState.Proposed, AdultPlan, Harbour, PersonKind.Child, Child, Riverside, Cast.Now);

    public static LinkHalf Accepted { get; } = new(Id, HalfState.Accepted, ChildPlan, Riverside, PersonKind.Adult, Adult, Harbour, Cast.Now);

    public static AnswerLink Accept { get; } = new(Id, ChildPlan, "");

    public static AnswerLink Decline { get; } = new(Id, null, "not our case");

    public static TeamId Team(AgencyId agency, string name = "team") => TeamId.TryParse($"{agency}/{name}")!;

    public static Decided By(this ProposeLink command, AgencyId agency, params ImmutableArray<LinkHalf> links)
        => command.Decide(Adult, links, Cast.CallerOf(agency), team => team.Name != "none");

    public static Decided To(this AnswerLink command, LinkHalf? proposal, AgencyId? agency = null, Moment? now = null, params ImmutableArray<LinkHalf> links)
        => command.Decide(Child, links, proposal, PersonKind.Adult, Adult, Cast.CallerOf(agency ?? Cast.Riverside), now ?? Cast.Now);

    public static ImmutableArray<LinkHalf> After(this ImmutableArray<LinkHalf> links, IEvent change, long version = 1)
        => LinkFold.Apply(links, Cast.Happened(change, version: version));

    public static ImmutableArray<LinkHalf> Many(int count, LinkHalf half) => [.. Enumerable.Range(100, count).Select(n => half with { Id = new LinkId((UInt128)n) })];
}
