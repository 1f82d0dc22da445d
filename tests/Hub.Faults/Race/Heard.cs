using System.Text.RegularExpressions;
using Hub.Silo.Journal;

namespace Hub.Faults.Race;

/// <summary>What one system was given, by the words that it says.</summary>
internal sealed partial class Heard
{
    private readonly ILookup<string, Arrival> byMark;
    private readonly ILookup<string, Arrival> byPerson;

    // Two readings of one machine's clocks are not of one instant.
    private const long Apart = 20_000;

    public Heard(Listener listener, Ledger? ledger = null)
    {
        Listener = listener;
        All = [.. listener.Arrivals];
        byMark = All.SelectMany(a => a.Delivery.Elements.SelectMany(e => Marks(e.Content?.Text ?? "")).Distinct(StringComparer.Ordinal).Select(m => (m, a)))
            .ToLookup(p => p.m, p => p.a, StringComparer.Ordinal);
        byPerson = All.ToLookup(a => a.Delivery.Child + a.Delivery.Adult, StringComparer.Ordinal);
        Entries = ledger?.EntriesOf(listener, All, Apart) ?? new Dictionary<Arrival, (HandOver Row, Position At)?>();
        ConfirmedAt = Entries.Where(e => e.Value is not null).GroupBy(e => e.Value!.Value.At)
            .ToDictionary(g => g.Key, g => g.Min(e => listener.Confirmed.GetValueOrDefault(e.Key.Delivery.DeliveryId, long.MaxValue)));
        HandedOver = ledger?.Of(listener) ?? [];
    }

    public Listener Listener { get; }

    /// <summary>What the ledger says of each arrival.</summary>
    public IReadOnlyDictionary<Arrival, (HandOver Row, Position At)?> Entries { get; }

    public IReadOnlyList<HandOver> HandedOver { get; }

    /// <summary>When the confirmation was answered of what stands at this place.</summary>
    public IReadOnlyDictionary<Position, long> ConfirmedAt { get; }

    public IReadOnlyList<Arrival> All { get; }

    public IEnumerable<Arrival> Saying(string mark) => byMark[mark];

    /// <summary>What came that rests on what was taken away; for a role, all that its team was told.</summary>
    public IEnumerable<Arrival> RestingOn(Narrowing narrowing) => narrowing.Kind switch
    {
        Kind.Connection => Listener.Key == narrowing.Key ? All : [],
        Kind.RoleEnded or Kind.RoleAssigned => All,
        Kind.Member => AboutThePersonOf(narrowing),

        // That it was made is its own record to the agency that accepted, however it ends.
        Kind.PlanEnd => AboutThePersonOf(narrowing).Where(a => !IsItsOwnLink(a)),

        // That it has ended is told to the side that did not end it.
        Kind.Link => AboutThePersonOf(narrowing).Where(a => a.Delivery.Type != "plan.link-ended" && !IsItsOwnLink(a)),
        _ => narrowing.Marks.SelectMany(Saying),
    };

    public static IEnumerable<string> Marks(string words) => Mark().Matches(words).Select(m => m.Value);

    private bool IsItsOwnLink(Arrival arrival)
        => arrival.Delivery.Type == "plan.linked" && Listener.Team.StartsWith($"{arrival.Delivery.HolderAgencyId}/", StringComparison.Ordinal);

    /// <summary>The persons are this narrowing's own: whatever comes of them rests on it, also if it says nothing.</summary>
    private IEnumerable<Arrival> AboutThePersonOf(Narrowing narrowing)
        => narrowing.Marks.SelectMany(Saying).Select(a => a.Delivery.Child + a.Delivery.Adult).Distinct(StringComparer.Ordinal).SelectMany(p => byPerson[p]);

    [GeneratedRegex(@"[kmx]\d{6}\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
