using System.Globalization;
using Hub.Silo.Journal;

namespace Hub.Faults.Race;

/// <summary>What came where and when, against the instants from which it must not come any more, and against the ledger.</summary>
/// <param name="narrowings">What was taken away.</param>
/// <param name="heard">What came, and what the ledger says of it.</param>
/// <param name="clock">Knows how late threads of this process were.</param>
internal sealed class RaceChecker(IReadOnlyCollection<Narrowing> narrowings, IReadOnlyList<Heard> heard, RaceClock clock)
{
    /// <summary>How much later than at the socket a reader may notice what has come: its thread waits for a processor.</summary>
    public const long Scheduling = 250_000;

    private readonly List<string> broken = [];

    public IReadOnlyList<string> Broken => broken;

    /// <summary>The largest that is taken for scheduling, in microseconds.</summary>
    public long LargestLateness { get; private set; }

    /// <summary>Arrivals that were no more than another copy.</summary>
    public int Copies { get; private set; }

    /// <summary>The how-manieth return was the first after which something came; 0 for none.</summary>
    public int FirstBroken { get; private set; }

    /// <summary>The narrowings of which something was on its way when the call began.</summary>
    public HashSet<Narrowing> InFlight { get; } = [];

    public void Run(IReadOnlyCollection<(Child Child, string Team)> kept)
    {
        foreach (var (rank, narrowing) in narrowings.OrderBy(n => n.Returned).Index())
        {
            var teams = heard.Where(h => narrowing.Teams.Contains(h.Listener.Team)).ToList();
            var (before, resting) = (broken.Count, teams.SelectMany(h => Places(narrowing, h)).ToHashSet());
            foreach (var one in teams)
            {
                Silent(narrowing, one);
                if (narrowing.Kind != Kind.Connection || one.Listener.Key == narrowing.Key)
                {
                    SeeWhatIsUnderWay(narrowing, one, resting);
                }
            }

            FirstBroken = FirstBroken == 0 && broken.Count > before ? rank + 1 : FirstBroken;
        }

        foreach (var one in heard)
        {
            OnTheLedger(one);
        }

        foreach (var (child, team) in kept)
        {
            foreach (var one in heard.Where(h => h.Listener.Team == team && h.Listener.MustHearAll))
            {
                Complete(child, one);
            }
        }
    }

    private void Silent(Narrowing narrowing, Heard one)
    {
        foreach (var arrival in one.RestingOn(narrowing).Where(a => a.At > narrowing.Returned && a.At < narrowing.Until))
        {
            // Another copy of what this very system has received and confirmed before takes nothing from anybody.
            if (one.Listener.Received.GetValueOrDefault(arrival.Delivery.DeliveryId, long.MaxValue) < narrowing.Returned)
            {
                Copies++;
                continue;
            }

            // After a change of roles it may have been decided again: then it was handed over once more.
            if (!narrowing.IsOfRole || (one.Entries[arrival] is { } given && given.Row.At < narrowing.Began))
            {
                Late(narrowing, one, arrival.At, $"{arrival.Delivery.Type}, handed over at {one.Entries[arrival]?.Row.At / 1000} ms, confirmed at {one.Listener.Confirmed.GetValueOrDefault(arrival.Delivery.DeliveryId) / 1000} ms, came at {string.Join('+', one.All.Where(a => a.Delivery.DeliveryId == arrival.Delivery.DeliveryId).Select(a => a.At / 1000))}");
            }
        }

        var marks = narrowing.Kind == Kind.Connection ? one.Listener.Key == narrowing.Key ? ["k"] : [] : narrowing.Marks;
        foreach (var (at, words) in one.Listener.Torn.Where(t => t.At > narrowing.Returned && t.At < narrowing.Until && marks.Any(m => t.Words.Contains(m, StringComparison.Ordinal))))
        {
            Late(narrowing, one, at, $"a part of {words.Length} characters");
        }
    }

    private void SeeWhatIsUnderWay(Narrowing narrowing, Heard one, HashSet<Position> resting)
    {
        if (resting.Count > 0 && IsUnderWay(one, resting, narrowing.Began))
        {
            InFlight.Add(narrowing);
        }
    }

    /// <summary>Where in the inbox stands what rests on it, as far as it ever came to this system.</summary>
    private static IEnumerable<Position> Places(Narrowing narrowing, Heard one) => one.RestingOn(narrowing).Select(a => one.Entries[a]?.At).OfType<Position>();

    private void Late(Narrowing narrowing, Heard one, long at, string what)
    {
        var late = at - narrowing.Returned;
        if (late <= Scheduling + clock.Lag(narrowing.Returned, at))
        {
            LargestLateness = Math.Max(LargestLateness, late);
        }
        else
        {
            broken.Add(string.Create(CultureInfo.InvariantCulture, $"{late / 1000} ms after the return of {narrowing}, {Name(one)} got {what} at {at / 1000} ms by the line from {one.Listener.Lines.LastOrDefault(l => l.From <= at).From / 1000} ms; threads were up to {clock.Lag(narrowing.Returned, at) / 1000} ms late"));
        }
    }

    /// <summary>Whether one of these was handed over by the line that was open then, and was not confirmed yet.</summary>
    private static bool IsUnderWay(Heard one, HashSet<Position> places, long at)
    {
        var line = one.Listener.Lines.FirstOrDefault(l => l.From <= at && at < l.To);
        if (line == default)
        {
            return false;
        }

        var rows = one.HandedOver;
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].At > line.From && rows[i].At < at && (i + 1 == rows.Count || rows[i + 1].Items.Count > 0)
                && rows[i].Items.Any(item => places.Contains(item.At) && one.ConfirmedAt.GetValueOrDefault(item.At, long.MaxValue) >= at))
            {
                return true;
            }
        }

        return false;
    }

    private void OnTheLedger(Heard one)
    {
        var known = new Dictionary<string, Position>(StringComparer.Ordinal);
        foreach (var arrival in one.All)
        {
            if (one.Entries[arrival] is not { } found)
            {
                broken.Add($"{Name(one)} got number {arrival.Delivery.Number}, which is on no earlier entry of the ledger");
            }
            else if (!known.TryAdd(arrival.Delivery.DeliveryId, found.At) && known[arrival.Delivery.DeliveryId] != found.At)
            {
                broken.Add($"{Name(one)} got number {arrival.Delivery.Number} at two places of the ledger");
            }
        }
    }

    /// <summary>All that was told of it has come, in its order, each under one id and confirmed.</summary>
    private void Complete(Child child, Heard one)
    {
        var came = one.Saying(child.Mark).DistinctBy(a => a.Delivery.DeliveryId, StringComparer.Ordinal).ToList();
        var numbers = came.Select(a => a.Delivery.Elements[0].Content.Text.Substring(child.Mark.Length, 6)).ToList();
        var due = Enumerable.Range(1, child.Told).Select(n => n.ToString("D6", CultureInfo.InvariantCulture)).ToList();
        if (!numbers.SequenceEqual(due))
        {
            var at = numbers.Zip(due).TakeWhile(p => p.First == p.Second).Count();
            broken.Add($"{Name(one)}: {due.Count} were told of {child.Mark} and {numbers.Count} came; at {at + 1} came {(at < numbers.Count ? numbers[at] : "nothing")}");
        }

        if (came.Any(a => !one.Listener.Confirmed.ContainsKey(a.Delivery.DeliveryId)))
        {
            broken.Add($"{Name(one)}: not all of {child.Mark} was confirmed");
        }
    }

    private static string Name(Heard one) => $"{one.Listener.Team}/{one.Listener.Subscriber} ({one.Listener.Reading})";
}
