using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>What a register starts from: all streams of one kind, folded.</summary>
internal static class StoredFacts
{
    private const int Page = 256;

    /// <summary>Folds each stream whose name begins so and hands over the rest of its name with what it folds into.</summary>
    public static async Task Read<TState>(
        IJournalStore store, StreamFolder streams, string prefix, Fold<TState> fold, Action<string, StreamState<TState>> take, CancellationToken stop)
    {
        for (var after = ""; ;)
        {
            var page = await store.ListStreams(prefix, after, Page, stop);
            foreach (var stream in page)
            {
                var open = await streams.Read(stream, fold, null, stop);
                open.Secret?.Dispose();
                take(stream[prefix.Length..], open.Folded);
            }

            if (page.Count < Page)
            {
                return;
            }

            after = page[^1];
        }
    }
}
