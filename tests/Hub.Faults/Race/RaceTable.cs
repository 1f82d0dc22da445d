using System.Globalization;

namespace Hub.Faults.Race;

/// <summary>What is said of a race when it is over.</summary>
internal static class RaceTable
{
    public static IEnumerable<string> Of(Narrowings narrowings, IReadOnlyCollection<Fault> faults, RaceChecker checker, IReadOnlyList<Heard> heard, RaceClock clock)
    {
        var all = narrowings.Done;
        yield return $"narrowings {all.Count}, at most {narrowings.MostAtOnce} at once: {Counts(all.Select(n => n.Kind.ToString()))}";
        yield return $"faults {faults.Count}: {Counts(faults.Select(f => f.What))}";
        yield return $"updates {narrowings.Updates}, systems {heard.Count}, arrivals {heard.Sum(h => h.All.Count)}, torn messages {heard.Sum(h => h.Listener.Torn.Count)}";
        foreach (var kind in heard.GroupBy(h => h.Listener.Reading))
        {
            var lines = kind.SelectMany(h => h.Listener.Lines).ToList();
            yield return $"  {kind.Key}: {kind.Count()} systems, {lines.Count} lines open for {lines.Sum(l => l.To - l.From) / 1_000_000} s, "
                + $"{kind.Sum(h => h.HandedOver.Count(r => r.Items.Count > 0))} batches handed over, {kind.Sum(h => h.All.Count)} deliveries came";
        }

        yield return $"confirmations refused: {heard.Sum(h => h.Listener.Unconfirmed.Count)}";
        foreach (var (one, lost) in heard.SelectMany(h => h.Listener.Unconfirmed.Select(u => (h, u))).Take(5))
        {
            yield return $"  {one.Listener.Team}/{one.Listener.Subscriber} at {lost.At / 1000} ms, came "
                + string.Join(", ", one.All.Where(a => a.Delivery.DeliveryId == lost.Delivery).Select(a => $"{a.At / 1000} ms as {a.Delivery.Number} {a.Delivery.Type}"));
        }

        yield return $"calls: {string.Join(", ", Agency.Outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Key} {o.Value}"))}";
        yield return string.Create(CultureInfo.InvariantCulture, $"something in flight when the call began: {100.0 * checker.InFlight.Count / all.Count:F0}%");
        yield return $"return times in ms{"",-14} count    p50    p99    max";
        foreach (var group in all.GroupBy(n => Class(n, faults, checker)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var took = group.Select(n => (n.Returned - n.Began) / 1000).Order().ToList();
            yield return $"  {group.Key,-29}{took.Count,6} {took[took.Count / 2],6} {took[(took.Count - 1) * 99 / 100],6} {took[^1],6}";
        }

        foreach (var fault in checker.Broken.Count > 0 ? faults : [])
        {
            yield return $"  {fault.Process} {fault.What} from {fault.From / 1000} to {fault.To / 1000} ms";
        }

        yield return $"copies of what had been confirmed, after a return: {checker.Copies}";
        yield return $"threads of the readers were up to {clock.Lag(0, long.MaxValue) / 1000} ms late";
        yield return $"largest lateness that is taken for scheduling: {checker.LargestLateness / 1000} ms of {RaceChecker.Scheduling / 1000}";
    }

    private static string Class(Narrowing narrowing, IReadOnlyCollection<Fault> faults, RaceChecker checker)
        => faults.Any(f => f.From < narrowing.Returned && narrowing.Began < f.To) ? "during a pause or kill"
            : checker.InFlight.Contains(narrowing) ? "something in flight"
            : "nothing in flight";

    private static string Counts(IEnumerable<string> names)
        => string.Join(", ", names.GroupBy(n => n, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"));
}
