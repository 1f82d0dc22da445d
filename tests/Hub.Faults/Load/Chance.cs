namespace Hub.Faults.Load;

/// <summary>Chance from a seed, so that a run can be played again (as far as threads allow). SplitMix64.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 to below the bound.</summary>
    public int Below(int bound)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)bound);
    }

    public bool InHundred(int share) => Below(100) < share;

    public Chance Branch() => new((ulong)Below(int.MaxValue));
}
