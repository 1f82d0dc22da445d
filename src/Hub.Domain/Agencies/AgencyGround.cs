namespace Hub.Domain.Agencies;

/// <summary>What an event does to the facts about an agency that others decide by. Every event of an agency's stream raises them.</summary>
public static class AgencyGround
{
    /// <summary>Whether somebody may see less after it. Who acts for another is kept out of what the other is kept out of.</summary>
    public static bool IsNarrowedBy(IEvent change) => change is ConnectionRevoked or DelegationRecorded;
}
