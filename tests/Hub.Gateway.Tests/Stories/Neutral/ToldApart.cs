namespace Hub.Gateway.Tests.Stories.Neutral;

/// <summary>How well whoever times two kinds of calls tells them apart: the chance that one of the first took longer than one of the second, half for a tie, or
/// that it took shorter, whichever is more. 0.5 tells nothing.</summary>
internal sealed class ToldApart
{
    // One-sided, 97.5%: of pairs that are alike one in forty would show more than is said here.
    private const double Deviations = 1.96;

    public ToldApart(IReadOnlyCollection<double> first, IReadOnlyCollection<double> second)
    {
        var (sum, below) = (0.0, 0);
        foreach (var equal in first.Select(t => (Time: t, IsFirst: true)).Concat(second.Select(t => (Time: t, IsFirst: false))).GroupBy(t => t.Time).OrderBy(g => g.Key))
        {
            var others = equal.Count(t => !t.IsFirst);
            sum += (equal.Count() - others) * (below + (others / 2.0));
            below += others;
        }

        var longer = sum / ((double)first.Count * second.Count);
        Measured = Math.Max(longer, 1 - longer);
        var error = Deviations * Math.Sqrt((first.Count + second.Count + 1) / (12.0 * first.Count * second.Count));
        (AtLeast, AtMost) = (Measured - error, Measured + error);
    }

    public double Measured { get; }

    public double AtLeast { get; }

    public double AtMost { get; }
}
