namespace Hub.Benchmarks.Fanout;

/// <summary>Which teams hear of which person: as many of all of them as the fan-out says, a different run of them for each person.</summary>
internal static class Circle
{
    /// <summary>Agencies that receive, each over a connection of its own.</summary>
    public const int Agencies = 5;

    public const int TeamsOfAgency = 4;

    public const int Teams = Agencies * TeamsOfAgency;

    public static IEnumerable<int> TeamsOf(int person, int fanOut) => Enumerable.Range(0, fanOut).Select(slot => (person + slot) % Teams);

    /// <summary>At which place of the person's run a team stands.</summary>
    public static int SlotOf(int person, int team) => (team - (person % Teams) + Teams) % Teams;
}
