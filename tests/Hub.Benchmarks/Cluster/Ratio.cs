using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Hub.Benchmarks.Cluster;

/// <summary>The mean of ratios of pairs, on their logarithms, with its interval by Student's distribution: 95%.</summary>
internal sealed record Ratio(double Middle, double Low, double High)
{
    private const double UpperTail = 0.975;

    public static Ratio Of(IReadOnlyList<double> ratios)
    {
        var logs = ratios.Select(r => Math.Log(r)).ToArray();
        var middle = logs.Mean();
        var half = logs.Length < 2 ? double.NaN
            : StudentT.InvCDF(0, 1, logs.Length - 1, UpperTail) * logs.StandardDeviation() / Math.Sqrt(logs.Length);
        return new Ratio(Math.Exp(middle), Math.Exp(middle - half), Math.Exp(middle + half));
    }
}
