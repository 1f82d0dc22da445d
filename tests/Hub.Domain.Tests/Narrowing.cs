using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hub.Domain.Agencies;

namespace Hub.Domain.Tests;

/// <summary>Which events are narrowing is found out from what can be seen before and after each, in any history.</summary>
internal static class Narrowing
{
    /// <param name="move">What is tried next.</param>
    /// <param name="empty">The state before all.</param>
    /// <param name="decide">The decision on a move.</param>
    /// <param name="apply">The state after an event.</param>
    /// <param name="sight">One entry for each thing that somebody may see.</param>
    /// <param name="isMarked">Whether the event is marked as narrowing.</param>
    /// <param name="narrowing">Guards the generator: the events that are seen to narrow, no more and no fewer.</param>
    /// <param name="by">Which agency makes the move; Riverside where none is named.</param>
    /// <param name="widening">The events that are seen to widen, no more and no fewer; not asked where none are named.</param>
    public static void MustBeMarked<TState, TMove>(
        Gen<TMove> move,
        TState empty,
        Func<TState, TMove, Moment, Decided> decide,
        Func<TState, Happened, TState> apply,
        Func<TState, ImmutableHashSet<string>> sight,
        Func<IEvent, bool> isMarked,
        string[] narrowing,
        Func<TMove, AgencyId>? by = null,
        string[]? widening = null)
    {
        var seen = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var wider = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        move.Array[1, 30].Sample(moves =>
        {
            var state = empty;
            foreach (var (next, step) in moves.Select((m, i) => (m, i + 1)))
            {
                if (decide(state, next, Cast.Now).Change is { } change)
                {
                    var after = apply(state, Cast.Happened(change, by?.Invoke(next), step));
                    var (before, now) = (sight(state), sight(after));
                    if (!before.IsSupersetOf(now))
                    {
                        wider[change.GetType().Name] = true;
                    }

                    if (!now.IsSupersetOf(before))
                    {
                        seen[change.GetType().Name] = true;
                        Assert.True(isMarked(change), $"{change.GetType().Name} is not marked");
                    }

                    state = after;
                }
            }
        });
        Assert.Equal(narrowing, seen.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(widening ?? [.. wider.Keys.Order(StringComparer.Ordinal)], wider.Keys.Order(StringComparer.Ordinal));
    }
}
