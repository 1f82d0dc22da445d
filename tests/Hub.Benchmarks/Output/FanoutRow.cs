using Hub.Benchmarks.Fanout;

namespace Hub.Benchmarks.Output;

/// <summary>One scenario as it is told: rates per second, processor time in µs of a core per update, delays in ms.</summary>
internal sealed record FanoutRow(
    string Store,
    int FanOut,
    int Bytes,
    double UpdatesPerSecond,
    int? Goal,
    double DeliveriesPerSecond,
    double PlainRowsPerSecond,
    double RatioToPlainRows,
    double CommitsPerTransaction,
    double ReceiptsPerUpdate,
    double HopsPerUpdate,
    double ClientMicroseconds,
    double HubMicroseconds,
    double DatabaseMicroseconds,
    double SumMicroseconds,
    double CoresBusy,
    double CoresOfOthers,
    long Repeats,
    int Cuts,
    double P50,
    double P90,
    double P99,
    double Worst)
{
    public static FanoutRow Of(Outcome o) => new(
        o.What.StoreName,
        o.What.FanOut,
        o.What.ElementBytes,
        o.UpdatesPerSecond,
        o.What.Store == Silo.StoreKind.Postgres ? Goals.UpdatesPerSecond(o.What.FanOut) : null,
        o.DeliveriesPerSecond,
        o.PlainRows,
        o.PlainRows == 0 ? 0 : o.ToPlain,
        o.Counted.CommitsPerTransaction,
        o.Counted.Receipts / o.Updates,
        o.Counted.Hops / o.Updates,
        o.PerUpdate(o.Cost.Client),
        o.PerUpdate(o.Cost.Hub),
        o.PerUpdate(o.Cost.Database),
        o.PerUpdate(o.Cost.Sum),
        o.Cores,
        o.OtherCores,
        o.Repeats,
        o.Cuts,
        o.Quantile(0.5).TotalMilliseconds,
        o.Quantile(0.9).TotalMilliseconds,
        o.Quantile(0.99).TotalMilliseconds,
        o.Quantile(1).TotalMilliseconds);
}
