namespace Hub.Benchmarks.Fanout;

/// <summary>One revision of a plan, and what came of it at each of its recipients.</summary>
/// <param name="person">Whose plan it is, by number.</param>
/// <param name="fanOut">How many teams must hear.</param>
/// <param name="due">Timestamp of the instant at which it was to be sent.</param>
internal sealed class Update(int person, int fanOut, long due)
{
    private readonly string?[] deliveries = new string?[fanOut];
    private int missing = fanOut;

    public long Due => due;

    public int Missing => Volatile.Read(ref missing);

    /// <summary>Takes in an arrival; each team has one reader.</summary>
    public Arrival Arrive(int team, string delivery)
    {
        var slot = Circle.SlotOf(person, team);
        if (slot >= deliveries.Length)
        {
            return Arrival.NotForThisTeam;
        }

        if (deliveries[slot] is { } first)
        {
            return first == delivery ? Arrival.SameAgain : Arrival.Twice;
        }

        deliveries[slot] = delivery;
        return Interlocked.Decrement(ref missing) == 0 ? Arrival.Last : Arrival.First;
    }
}

/// <summary>What an arrival is to the update it tells of.</summary>
internal enum Arrival
{
    /// <summary>The team's first and only.</summary>
    First,

    /// <summary>The same, and no team is missing any more.</summary>
    Last,

    /// <summary>The same delivery once more, as a cut stream brings it.</summary>
    SameAgain,

    /// <summary>Another delivery of the same update: a broken promise.</summary>
    Twice,

    /// <summary>A team that is not on the circle: a broken promise.</summary>
    NotForThisTeam,
}
