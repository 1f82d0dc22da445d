using Hub.Domain.People;
using Hub.Silo.Alerts;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Keys;
using Hub.Silo.People;
using Hub.Silo.Register;

namespace Hub.Silo.Audit;

/// <summary>Reads one stream from its first event and says where it stops being what its owner wrote.</summary>
internal sealed class StreamAudit(IJournalStore store, KeyRing keys, PersonClaims claims)
{
    private const int Page = 256;

    // Who wrote a stream shows in the first letters of its name.
    private static readonly Dictionary<string, Action<EventRow, StreamSecret>> Readers = new(StringComparer.Ordinal)
    {
        ["k_"] = (row, secret) => PersonFold.Instance.Read(row, secret),
        ["g_"] = (row, secret) => PersonFold.Instance.Read(row, secret),
        [AgencyFold.Prefix] = (row, secret) => AgencyFold.Instance.Read(row, secret),
        [InboxFold.Prefix] = (row, secret) => InboxFold.Instance.Read(row, secret),
        [ConcernFold.Prefix] = (row, secret) => ConcernFold.Instance.Read(row, secret),
        [TeamFold.Prefix] = (row, secret) => TeamFold.Instance.Read(row, secret),
        [AgreementFold.Prefix] = (row, secret) => AgreementFold.Instance.Read(row, secret),
        [RuleFold.Prefix] = (row, secret) => RuleFold.Instance.Read(row, secret),
    };

    public async Task<StreamReading> Read(string stream, CancellationToken stop)
    {
        if (await store.ReadKey(stream, stop) is not { } key)
        {
            return new StreamReading(0, [], new BrokenRow(stream, 0, "the stream's key row is missing"), null);
        }

        using var secret = Open(key, out var broken);
        var person = PersonFold.Read(stream) is null ? null : Person.Empty;
        var (hashes, count) = (new List<byte[]>(), 0L);
        EventRow? previous = null;
        for (var more = true; more;)
        {
            // To the end even when broken: what comes later is still there, and is not to count as missing.
            var rows = await store.ReadEvents(stream, previous?.Version ?? 0, Page, stop);
            foreach (var row in rows)
            {
                var hash = HashOf(row);
                broken ??= await Check(previous, row, hash, secret, stop) is { } what ? new BrokenRow(stream, row.Version, what) : null;
                person = broken is null && secret is not null ? person?.Apply(PersonFold.Instance.Read(row, secret)) : person;
                hashes.AddRange(hash is not null && Same(row.Hash, hash) ? [hash] : []);
                previous = row;
            }

            count += rows.Count;
            more = rows.Count == Page;
        }

        if (broken is null && secret is not null && person is not null && await claims.Missing(stream, person) is { } lacks)
        {
            broken = new BrokenRow(stream, 0, lacks);
        }

        return new StreamReading(count, hashes, broken ?? (previous is null ? new BrokenRow(stream, 0, "the stream has no events") : null), Erasure(key));
    }

    private static ErasedStream? Erasure(StreamKeyRow key) => key.Wrapped.Length == 0 ? new ErasedStream(key.Stream, key.ErasureOrder) : null;

    private StreamSecret? Open(StreamKeyRow key, out BrokenRow? broken)
    {
        try
        {
            broken = key is { Wrapped: [], ErasureOrder: "" } ? new BrokenRow(key.Stream, 0, "the stream's key is gone without an order") : null;
            return keys.Open(key);
        }
        catch (MasterKeyException)
        {
            broken = new BrokenRow(key.Stream, 0, "the stream's key does not open");
            return null;
        }
    }

    /// <summary>The hash that the row's own columns make; null when they cannot be an envelope.</summary>
    private static byte[]? HashOf(EventRow row)
    {
        try
        {
            return Envelope.Hash(row);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private async Task<string?> Check(EventRow? previous, EventRow row, byte[]? hash, StreamSecret? secret, CancellationToken stop)
    {
        if (row.Version != (previous?.Version ?? 0) + 1)
        {
            return "a version is missing before this one";
        }

        if (!Same(row.PreviousHash, previous?.Hash ?? []))
        {
            return "does not follow the event before";
        }

        if (row.At < (previous?.At ?? row.At))
        {
            return "is earlier than the event before";
        }

        if (hash is null || !Same(row.Hash, hash))
        {
            return "the envelope does not have its hash";
        }

        return secret is null ? null : await CheckContent(row, secret, stop);
    }

    private async Task<string?> CheckContent(EventRow row, StreamSecret secret, CancellationToken stop)
    {
        if (!Same(row.ContentDigest, secret.Digest(row.Content)))
        {
            return "the content does not have its digest";
        }

        if (!Same(row.DecisionsDigest, secret.Digest(row.Decisions)))
        {
            return "the decisions do not have their digest";
        }

        var views = await store.ReadViews(row.Stream, row.Version, stop);
        var deliveries = await store.ReadDeliveries(row.Stream, row.Version, stop);
        if (!Same(row.DeliveriesDigest, secret.Digest(Envelope.DeliveryBytes(views, [.. deliveries.Select(d => d.Delivery)]))))
        {
            return "views and deliveries do not have their digest";
        }

        if (views.Any(v => secret.Open(RowKind.View, row.Version, v.Ordinal, v.Content) is null))
        {
            return "a view does not open";
        }

        if (row.Stream.Length < 2 || !Readers.TryGetValue(row.Stream[..2], out var read))
        {
            return "the stream is of no kind that the hub writes";
        }

        try
        {
            read(row, secret);
            return null;
        }
        catch (BrokenStream)
        {
            return "the content cannot be read";
        }
    }

    private static bool Same(byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b);
}

/// <summary>What was read of one stream.</summary>
/// <param name="Events">How many.</param>
/// <param name="Hashes">Of the events whose envelope has its hash, wherever the stream is broken.</param>
/// <param name="Broken">The first broken row.</param>
/// <param name="Erased">The erasure, if the key was destroyed.</param>
internal sealed record StreamReading(long Events, IReadOnlyList<byte[]> Hashes, BrokenRow? Broken, ErasedStream? Erased);
