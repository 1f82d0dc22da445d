namespace Hub.Domain.Teams;

/// <summary>What an event does to the facts about a team that others decide by. Every event of a team's stream raises them.</summary>
public static class TeamGround
{
    /// <summary>Whether somebody may see less after it. Each present member counts at the door of the team's machine, so one more can narrow
    /// what passes it.</summary>
    public static bool IsNarrowedBy(IEvent change) => change is not TeamOpened;
}
