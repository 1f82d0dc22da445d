using System.Collections.Concurrent;

namespace Hub.Domain.Tests.Families;

/// <summary>In how many of the generated cases something was to be seen.</summary>
internal sealed class Coverage
{
    private readonly ConcurrentDictionary<string, int> seen = new(StringComparer.Ordinal);
    private int cases;

    public int Cases => cases;

    /// <summary>One case and all that was to be seen in it.</summary>
    public void Add(HashSet<string> what)
    {
        Interlocked.Increment(ref cases);
        foreach (var one in what)
        {
            seen.AddOrUpdate(one, 1, (_, n) => n + 1);
        }
    }

    /// <summary>The share of the cases.</summary>
    public double Of(string what) => cases == 0 ? 0 : (double)seen.GetValueOrDefault(what) / cases;
}
