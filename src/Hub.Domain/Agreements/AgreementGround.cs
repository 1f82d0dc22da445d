namespace Hub.Domain.Agreements;

/// <summary>What an event does to the facts about an agreement that others decide by. Every event of an agreement's stream raises them.</summary>
public static class AgreementGround
{
    /// <summary>Whether somebody may see less after it.</summary>
    public static bool IsNarrowedBy(IEvent change) => change is AgreementEnded or AgreementSuspended or FrameworkWithdrawn;
}
