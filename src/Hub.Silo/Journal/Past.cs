using System.Security.Cryptography;
using System.Text.Json;
using Hub.Domain;
using Hub.Domain.Inbox;
using Hub.Silo.Keys;

namespace Hub.Silo.Journal;

/// <summary>A past event of one stream, with what was decided about sharing it and what left with it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Decisions">Null when nothing was decided.</param>
/// <param name="Deliveries">By position.</param>
internal sealed record Past(Happened Event, Decisions? Decisions, IReadOnlyList<InboxRow> Deliveries)
{
    /// <summary>Nothing is delivered without a decision. Throws <see cref="StoreFault"/> and <see cref="BrokenStream"/>.</summary>
    public static async Task<Past> Of<TState>(EventRow row, Fold<TState> fold, StreamSecret secret, IJournalStore store)
        where TState : class
        => new(
            fold.Read(row, secret),
            Open(row, secret),
            row.Decisions.Length == 0 ? [] : await store.ReadDeliveries(row.Stream, row.Version, CancellationToken.None));

    /// <summary>Decisions sealed beside an event; null when there are none that open.</summary>
    public static Decisions? Open(EventRow row, StreamSecret secret)
    {
        if (row.Decisions.Length == 0 || secret.Open(RowKind.Decisions, row.Version, 0, row.Decisions) is not { } plain)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(plain, OutwardJson.Default.Decisions);
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
