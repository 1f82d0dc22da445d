using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Hub.Silo;

/// <summary>What need not be worked out again, or may be forgotten at any time: so many of them, then it begins anew.</summary>
internal sealed class Remembered<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> known = new();
    private int count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => known.TryGetValue(key, out value);

    public void Add(TKey key, TValue value)
    {
        if (!known.ContainsKey(key) && Interlocked.Increment(ref count) > most)
        {
            known.Clear();
            Volatile.Write(ref count, 0);
        }

        known[key] = value;
    }
}
