using Hub.Domain.Circles;
using Hub.Domain.Links;
using Hub.Domain.Plans;

namespace Hub.Domain.People;

/// <summary>What an event does to the facts about a person that others decide by: plans that are open, circle, links.</summary>
public static class PersonGround
{
    /// <summary>Whether decisions that rest on this person must look again.</summary>
    public static bool IsRaisedBy(IEvent change) => change is PlanStarted or MemberAdded or LinkProposed or LinkAccepted or LinkDeclined || IsNarrowedBy(change);

    /// <summary>Whether somebody may see less after it.</summary>
    public static bool IsNarrowedBy(IEvent change) => change is PlanEnded or MemberEnded or LinkEnded;
}
