using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Links;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.SafetyPlans;

namespace Hub.Domain.People;

/// <summary>What an event does to the facts about a person that others decide by: plans that are open, what their elements tell, circle, links,
/// relationships, restrictions, consents, informees.</summary>
public static class PersonGround
{
    /// <summary>Whether decisions that rest on this person must look again.</summary>
    public static bool IsRaisedBy(Person before, IEvent change)
        => change is PlanStarted or MemberAdded or LinkProposed or LinkAccepted or LinkDeclined or RestrictionLifted or ConsentRecorded || IsNarrowedBy(before, change);

    /// <summary>Whether somebody may see less after it.</summary>
    public static bool IsNarrowedBy(Person before, IEvent change) => change switch
    {
        PlanEnded or MemberEnded or LinkEnded or RestrictionPlaced => true,

        // Whoever is named may hold a role in a team that sees it, or be reached by one.
        RelationshipRecorded or RelationshipEnded => true,

        // Words that were agreed anew leave what waits as it was.
        InformeeEnded => true,
        InformeeConsentRecorded e => e.State != ConsentState.Given,

        // Also a word given anew may end sooner than the one before.
        ConsentRecorded e => e.State is not (ConsentState.NotSought or ConsentState.NotRequired),
        PlanChanged e => before.Plans.FirstOrDefault(p => p.Id == e.Plan) is { } plan && e.Changes.Any(c => TakesAway(plan, c)),
        _ => false,
    };

    // What was shared under a category is not shared any more under it: wrongly tagged, or gone.
    private static bool TakesAway(Plan plan, Sharing.ElementChange change)
        => plan.Elements.FirstOrDefault(e => e.Id == change.Element) is { Content.Category: { } category } && change.Content?.Category != category;
}
