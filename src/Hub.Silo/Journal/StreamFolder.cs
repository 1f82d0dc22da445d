using Hub.Domain;
using Hub.Silo.Keys;

namespace Hub.Silo.Journal;

/// <summary>A stream as far as it has been folded.</summary>
/// <param name="State">What it folds into.</param>
/// <param name="Version">Version of the last event; 0 for a stream that does not exist.</param>
/// <param name="Hash">Hash of the last event; empty at 0.</param>
/// <param name="At">Time of the last event.</param>
internal sealed record StreamState<TState>(TState State, long Version, byte[] Hash, Moment At);

/// <summary>A stream with its key, opened. The key is null for a stream that does not exist, or whose key was destroyed.</summary>
internal sealed record OpenStream<TState>(StreamState<TState> Folded, StreamSecret? Secret, bool Erased);

/// <summary>Folds streams from the journal, starting from a snapshot when the journal agrees with it.</summary>
internal sealed class StreamFolder(IJournalStore store, KeyRing keys)
{
    private const int Page = 256;

    public async Task<OpenStream<TState>> Read<TState>(string stream, Fold<TState> fold, Snapshot? snapshot, CancellationToken stop)
    {
        var folded = new StreamState<TState>(fold.Empty, 0, [], default);
        if (await store.ReadKey(stream, stop) is not { } key)
        {
            return new OpenStream<TState>(folded, null, Erased: false);
        }

        StreamSecret? secret;
        try
        {
            secret = keys.Open(key);
        }
        catch (MasterKeyException e)
        {
            throw new BrokenStream(0, e.Message);
        }

        if (secret is null)
        {
            return new OpenStream<TState>(folded, null, Erased: true);
        }

        try
        {
            folded = await FromSnapshot(stream, fold, secret, snapshot, stop) ?? folded;
            return new OpenStream<TState>(await ToHead(stream, fold, folded, secret, stop), secret, Erased: false);
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    /// <summary>One event further; throws when it does not follow by version, previous hash and own hash.</summary>
    public static StreamState<TState> Next<TState>(Fold<TState> fold, StreamState<TState> folded, EventRow row, StreamSecret secret, out Happened happened)
    {
        if (row.Version != folded.Version + 1 || !row.PreviousHash.AsSpan().SequenceEqual(folded.Hash)
            || !row.Hash.AsSpan().SequenceEqual(Envelope.Hash(row)) || !row.ContentDigest.AsSpan().SequenceEqual(secret.Digest(row.Content)))
        {
            throw new BrokenStream(row.Version, "does not follow");
        }

        happened = fold.Read(row, secret);
        return new StreamState<TState>(fold.Apply(folded.State, happened), row.Version, row.Hash, new Moment(row.At));
    }

    private async Task<StreamState<TState>> ToHead<TState>(
        string stream, Fold<TState> fold, StreamState<TState> folded, StreamSecret secret, CancellationToken stop)
    {
        while (true)
        {
            var rows = await store.ReadEvents(stream, folded.Version, Page, stop);
            foreach (var row in rows)
            {
                folded = Next(fold, folded, row, secret, out _);
            }

            if (rows.Count < Page)
            {
                return folded;
            }
        }
    }

    private async Task<StreamState<TState>?> FromSnapshot<TState>(
        string stream, Fold<TState> fold, StreamSecret secret, Snapshot? snapshot, CancellationToken stop)
    {
        if (snapshot is null || snapshot.Fold != fold.Number || snapshot.Timeline != await store.ReadTimeline(stop))
        {
            return null;
        }

        return await store.ReadEvents(stream, snapshot.Version - 1, 1, stop) is [var row] && row.Version == snapshot.Version
            && row.Hash.AsSpan().SequenceEqual(snapshot.Hash) && snapshot.Open(fold, secret) is { } state
                ? new StreamState<TState>(state, row.Version, row.Hash, new Moment(row.At))
                : null;
    }
}
