using Hub.Plans.V1;
using Hub.Silo.Audit;

namespace Hub.Host.Demo;

/// <summary>Who received what and why, and what was withheld: a delivery, or a no. Every cell comes from the auditor's call, or from what a
/// client received on its own connection.</summary>
/// <param name="Event">The event, by its stored name; for a question, what was asked.</param>
/// <param name="Holder">Whose information it is; empty for a question.</param>
/// <param name="Recipient">The team, its restricted inbox, or who asked.</param>
/// <param name="Role">In which role.</param>
/// <param name="Verdict">permit, part, deny, needs-decision; asked for the holder's own team that has to decide; for a question the reason on the
/// wire.</param>
/// <param name="Because">Why; empty where the wire does not say.</param>
/// <param name="Shown">Categories shown.</param>
/// <param name="Withheld">Pieces not shown; null where the wire does not say.</param>
/// <param name="ReceivedAs">The type that the recipient's client read; null when nothing was delivered.</param>
/// <param name="Milliseconds">From the sender's call to the arrival; null when nothing came.</param>
/// <param name="Acknowledged">What a named person said; null when nobody has.</param>
/// <param name="AcknowledgedBy">Who.</param>
internal sealed record DemoRow(
    string Event,
    string Holder,
    string Recipient,
    string Role,
    string Verdict,
    string Because,
    IReadOnlyList<string> Shown,
    int? Withheld,
    string? ReceivedAs,
    double? Milliseconds,
    string? Acknowledged,
    string? AcknowledgedBy)
{
    private static readonly string PlanTypeAndDates = DemoWords.Of(Category.PlanTypeAndDates);

    /// <summary>Puts together what the auditor reads and what clients received; refuses when the two do not agree.</summary>
    public static IReadOnlyList<DemoRow> Of(DecisionReport decisions, IEnumerable<DemoArrival> arrivals, IEnumerable<DemoRefusal> refusals)
    {
        var inboxes = arrivals.GroupBy(a => a.Inbox).ToDictionary(g => g.Key, g => new Queue<DemoArrival>(g), StringComparer.Ordinal);
        var rows = decisions.Events.SelectMany(e => e.Recipients.SelectMany(to => Of(e, to, inboxes))).ToList();
        return inboxes.Values.Any(left => left.Count > 0)
            ? throw new InvalidOperationException("a client received what the auditor does not see")
            : [.. rows, .. refusals.Select(Of)];
    }

    private static IEnumerable<DemoRow> Of(DecidedEvent decided, DecidedRecipient to, Dictionary<string, Queue<DemoArrival>> inboxes)
    {
        var arrival = to.IsDelivered && !to.IsRecalled && !to.IsQuarantined ? Next(to.HeardAt ?? to.Team, inboxes) : null;
        if (arrival is not null && !to.Shown.Except([PlanTypeAndDates], StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal).SetEquals(Read(arrival)))
        {
            throw new InvalidOperationException("a client read other categories than the auditor sees as shown");
        }

        yield return new DemoRow(
            decided.Event, decided.Holder, to.HeardAt ?? to.Team, to.Role ?? "", to.Verdict, to.Because, to.Shown, to.Withheld,
            arrival?.Delivery.Type, arrival?.Milliseconds, to.Acknowledged?.Word, to.Acknowledged?.Practitioner);
        if (to.Asked is { } asked)
        {
            var question = Next(asked, inboxes);
            yield return new DemoRow(
                decided.Event, decided.Holder, asked, "", "asked", to.Because, [.. Read(question)], null, question.Delivery.Type, question.Milliseconds, null, null);
        }
    }

    private static DemoArrival Next(string team, Dictionary<string, Queue<DemoArrival>> inboxes)
        => inboxes.TryGetValue(team, out var waiting) && waiting.TryDequeue(out var arrival)
            ? arrival
            : throw new InvalidOperationException("the auditor sees a delivery that no client received");

    // The kind of a plan and its dates come beside the elements.
    private static IEnumerable<string> Read(DemoArrival arrival)
        => arrival.Delivery.Elements.Where(e => e.Content is not null).Select(e => DemoWords.Of(e.Content.Category));

    private static DemoRow Of(DemoRefusal no)
        => new(no.What, "", no.Recipient, no.Role, no.Verdict, "", [], null, null, no.Milliseconds, null, null);
}
