namespace Hub.Domain.Agreements;

/// <summary>What an event does to the facts about an agreement that others decide by. Every event of an agreement's stream raises them.</summary>
public static class AgreementGround
{
    /// <summary>Whether somebody may see less after it, or has since the clock took it away: that a lapse is announced has what waits decided again,
    /// so that its holder hears what cannot go any more.</summary>
    public static bool IsNarrowedBy(IEvent change) => change is AgreementEnded or AgreementSuspended or FrameworkWithdrawn or AgreementAnnounced { Days: 0 };
}
