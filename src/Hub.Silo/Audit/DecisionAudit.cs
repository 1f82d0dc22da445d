using Hub.Domain;
using Hub.Domain.Inbox;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Keys;

namespace Hub.Silo.Audit;

/// <summary>Reads every event about which something was decided. Opens decisions, and what inboxes say became of them: no person's content and
/// no view. For one reading.</summary>
internal sealed class DecisionAudit(IJournalStore store, KeyRing keys)
{
    private const int Page = 256;
    private readonly InboxOutcomes outcomes = new(store);
    private readonly List<(EventRow Row, Decisions Decisions)> decided = [];
    private long erasedStreams;
    private long erasedEvents;
    private long unreadable;

    public async Task<DecisionReport> Run(CancellationToken stop)
    {
        // Inboxes last: what an acknowledgement of this very moment is about has been read by then.
        await Each("", TakeDecisions, stop);
        await Each(InboxFold.Prefix, TakeOutcomes, stop);
        var inOrder = decided.OrderBy(d => d.Row.At).ThenBy(d => d.Row.Stream, StringComparer.Ordinal).ThenBy(d => d.Row.Version);
        return new DecisionReport([.. inOrder.Select(d => Told(d.Row, d.Decisions))], erasedStreams, erasedEvents, unreadable);
    }

    private async Task Each(string prefix, Func<string, StreamSecret?, CancellationToken, Task> take, CancellationToken stop)
    {
        for (var page = await store.ListStreams(prefix, "", Page, stop); page.Count > 0; page = await store.ListStreams(prefix, page[^1], Page, stop))
        {
            foreach (var stream in page)
            {
                using var secret = await SecretOf(stream, stop);
                await take(stream, secret, stop);
            }
        }
    }

    private async Task TakeDecisions(string stream, StreamSecret? secret, CancellationToken stop)
    {
        var lost = 0L;
        await foreach (var row in Rows(stream, stop).Where(r => r.Decisions.Length > 0))
        {
            if (secret is not null && Past.Open(row, secret) is { } decisions)
            {
                decided.Add((row with { Content = [], Decisions = [] }, decisions));
            }
            else
            {
                lost++;
            }
        }

        var isErased = secret is null && (await store.ReadKey(stream, stop))?.Wrapped is [];
        (erasedStreams, erasedEvents, unreadable) = isErased
            ? (erasedStreams + 1, erasedEvents + lost, unreadable)
            : (erasedStreams, erasedEvents, unreadable + lost);
    }

    private async Task TakeOutcomes(string stream, StreamSecret? secret, CancellationToken stop)
    {
        await foreach (var row in Rows(stream, stop))
        {
            await (secret is null ? Task.CompletedTask : outcomes.Add(row, secret, stop));
        }
    }

    private async IAsyncEnumerable<EventRow> Rows(string stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        IReadOnlyList<EventRow> rows;
        for (var after = 0L; (rows = await store.ReadEvents(stream, after, Page, stop)).Count > 0; after = rows[^1].Version)
        {
            foreach (var row in rows)
            {
                yield return row;
            }
        }
    }

    private async Task<StreamSecret?> SecretOf(string stream, CancellationToken stop)
    {
        try
        {
            return await store.ReadKey(stream, stop) is { } key ? keys.Open(key) : null;
        }
        catch (MasterKeyException)
        {
            return null;
        }
    }

    private DecidedEvent Told(EventRow row, Decisions decisions)
    {
        var signed = Signature.Read(row.Practitioner);
        return new DecidedEvent(
            row.Name,
            DateTimeOffset.UnixEpoch.AddMicroseconds(row.At),
            row.Agency,
            signed.By?.Value,
            [.. decisions.Recipients.Select(d => Told(row, d))],
            decisions.Lane,
            decisions.Edition,
            signed.ActingFor?.Value);
    }

    private DecidedRecipient Told(EventRow row, Decision decision)
    {
        var key = new DeliveryKey(row.Stream, row.Version, decision.Hearer?.At.Number ?? decision.Team.Inbox, decision.Subject);
        return new DecidedRecipient(
            decision.Team.ToString(),
            decision.Role is { } role ? StoredWord.Of(role) : null,
            StoredWord.Of(decision.Route),
            StoredWord.Of(decision.Verdict),
            StoredWord.Of(decision.Because),
            [.. decision.Shown.ToArray().Select(StoredWord.Of)],
            decision.Withheld,
            decision.View >= 0,
            outcomes.IsRecalled(key),
            outcomes.IsQuarantined(key),
            outcomes.Taken(key),
            decision.Asked?.ToString(),
            decision.Hearer is { } hearer ? StoredWord.Of(hearer.Step) : null,
            decision.Hearer?.At.ToString(),
            decision.Consent is { } consent ? StoredWord.Of(consent) : null);
    }
}
