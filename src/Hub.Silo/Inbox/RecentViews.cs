using System.Collections.Concurrent;
using Hub.Domain.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>Views that this silo has just committed, as their owners made them: a cache of what is sealed in the journal, for so many bytes and no
/// more.</summary>
internal sealed class RecentViews
{
    private const int Most = 8192;
    private const int MostBytes = 16 * 1024 * 1024;
    private readonly ConcurrentDictionary<Key, View> views = new();
    private readonly ConcurrentQueue<(Key Key, int Bytes)> oldest = new();
    private long bytes;

    private readonly record struct Key(string Stream, long Version, int Ordinal);

    public void Add(CommitRows committed)
    {
        for (var i = 0; i < committed.Opened.Count; i++)
        {
            var (key, size) = (new Key(committed.Event.Stream, committed.Event.Version, i), committed.Views[i].Content.Length);
            views[key] = committed.Opened[i];
            oldest.Enqueue((key, size));
            Interlocked.Add(ref bytes, size);
        }

        while ((oldest.Count > Most || Volatile.Read(ref bytes) > MostBytes) && oldest.TryDequeue(out var gone))
        {
            views.TryRemove(gone.Key, out _);
            Interlocked.Add(ref bytes, -gone.Bytes);
        }
    }

    public View? Find(string stream, long version, int ordinal) => views.GetValueOrDefault(new Key(stream, version, ordinal));

    /// <summary>Nothing of this stream is known here any more.</summary>
    public void Forget(string stream)
    {
        foreach (var key in views.Keys.Where(k => k.Stream == stream))
        {
            views.TryRemove(key, out _);
        }
    }
}
