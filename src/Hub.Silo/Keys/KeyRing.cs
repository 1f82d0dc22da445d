using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hub.Silo.Journal;

namespace Hub.Silo.Keys;

/// <summary>Makes and opens the keys of streams. The secrets themselves are never kept longer than their owner is active.</summary>
internal sealed class KeyRing(MasterKeys master, ushort hub, IJournalStore store)
{
    private readonly ConcurrentDictionary<string, bool> destroyed = new();

    public ushort Hub => hub;

    /// <summary>Destroys a stream's key for good. An owner that is active here has forgotten all before its next answer.</summary>
    public async Task Destroy(string stream, string order, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrEmpty(order);
        await store.DestroyKey(stream, order, stop);
        destroyed[stream] = true;
    }

    public bool IsDestroyed(string stream) => destroyed.ContainsKey(stream);

    /// <summary>A new stream's secret and the row that its first commit writes.</summary>
    public (StreamSecret Secret, StreamKeyRow Row) Create(string stream)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        return (new StreamSecret(hub, stream, secret), new StreamKeyRow(stream, master.Current, master.Wrap(hub, stream, secret), ""));
    }

    /// <summary>Null when the stream has no key, or no longer.</summary>
    public StreamSecret? Open(StreamKeyRow row)
        => row.Wrapped.Length == 0 ? null : new StreamSecret(hub, row.Stream, master.Unwrap(hub, row.Stream, row.MasterKey, row.Wrapped));

    /// <summary>The hub's secret; made when the database has none.</summary>
    public async Task<HubSecret> LoadHubSecret(CancellationToken stop)
    {
        var rows = await store.ReadSecrets(stop);
        if (rows.Count == 0)
        {
            await store.AddSecret(new HubSecretRow(1, master.Current, master.Wrap(hub, Owner(1), RandomNumberGenerator.GetBytes(32))), stop);
            rows = await store.ReadSecrets(stop);
        }

        // Handles and claims name their key; a build that knows one key must not read a database that has two.
        return rows is [{ Number: 1 } only]
            ? new HubSecret(hub, master.Unwrap(hub, Owner(only.Number), only.MasterKey, only.Wrapped))
            : throw new MasterKeyException("the database has a hub secret that this version does not know");
    }

    private static string Owner(int number) => $"hub-secret/{number}";
}
