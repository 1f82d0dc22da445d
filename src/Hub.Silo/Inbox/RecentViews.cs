using System.Collections.Concurrent;
using Hub.Domain.Inbox;

namespace Hub.Silo.Inbox;

/// <summary>Views that this silo has just committed, as their owners made them: a cache of what is sealed in the journal, for so many and no
/// more. Which of them a person's erasure shuts is for whoever opens one to ask.</summary>
internal sealed class RecentViews
{
    private const int Most = 8192;
    private const int MostText = 16 * 1024 * 1024;
    private readonly ConcurrentDictionary<Key, View> views = new();
    private readonly ConcurrentQueue<(Key Key, int Text)> oldest = new();
    private long text;

    private readonly record struct Key(string Stream, long Version, int Ordinal);

    public void Add(string stream, long version, IReadOnlyList<View> made)
    {
        for (var i = 0; i < made.Count; i++)
        {
            var (key, length) = (new Key(stream, version, i), made[i].Elements.Sum(e => e.Content?.Text.Length ?? 0));
            views[key] = made[i];
            oldest.Enqueue((key, length));
            Interlocked.Add(ref text, length);
        }

        while ((oldest.Count > Most || Volatile.Read(ref text) > MostText) && oldest.TryDequeue(out var gone))
        {
            views.TryRemove(gone.Key, out _);
            Interlocked.Add(ref text, -gone.Text);
        }
    }

    public View? Find(string stream, long version, int ordinal) => views.GetValueOrDefault(new Key(stream, version, ordinal));
}
