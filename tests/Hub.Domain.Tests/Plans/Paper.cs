using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Identity;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Plans;

/// <summary>Plans and elements as callers write them, and the plans that come of it.</summary>
internal static class Paper
{
    public static PlanId Id { get; } = new(1);

    public static ElementDraft Good { get; }
        = new((int)Category.PlanContent, (int)ElementKind.Fact, "Robin is collected from school by a neighbour.");

    public static ElementId Element(int number) => new((UInt128)number);

    public static DraftedElement Drafted(int number, ElementDraft? draft = null) => new(Element(number), draft ?? Good);

    public static OpenPlan Open(params ElementDraft[] drafts)
        => new(Id, (int)PlanType.Safety, "2026-03-02", "2026-09-01", [.. drafts.Select((d, i) => Drafted(i + 1, d))]);

    public static Decided Decide(this OpenPlan command, PersonKind subject = PersonKind.Child)
        => command.Decide(subject, [], Cast.CallerOf(Cast.Riverside));

    /// <summary>Riverside's open plan at revision 1, with elements 1 to <paramref name="elements"/>.</summary>
    public static ImmutableArray<Plan> Active(int elements)
        => ((ImmutableArray<Plan>)[]).After(Open([.. Enumerable.Repeat(Good, elements)]).Decide());

    public static ImmutableArray<Plan> Ended()
        => Active(1).After(new EndPlan(Id, 1, (int)PlanState.Ended, "2026-04-01", "").Decide(Active(1), Cast.CallerOf(Cast.Riverside)));

    public static ImmutableArray<Plan> After(this ImmutableArray<Plan> plans, Decided decided, AgencyId? agency = null)
        => PlanFold.Apply(plans, Cast.Happened(decided.Change!, agency, plans.Length + 1));

    public static ElementOperation Add(int element, ElementDraft? draft = null) => new(ElementAct.Add, Element(element), draft ?? Good);

    public static ElementOperation Replace(int element, ElementDraft? draft = null) => new(ElementAct.Replace, Element(element), draft ?? Good);

    public static ElementOperation Remove(int element) => new(ElementAct.Remove, Element(element), null);

    public static Decided Revise(this ImmutableArray<Plan> plans, params ElementOperation[] operations)
        => new RevisePlan(Id, 1, [.. operations]).Decide(plans, Cast.CallerOf(Cast.Riverside));
}
