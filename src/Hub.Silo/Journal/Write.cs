using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;

namespace Hub.Silo.Journal;

/// <summary>One command as its owner runs it.</summary>
/// <param name="Caller">Who calls, and under which request id.</param>
/// <param name="Canonical">The command's canonical bytes, for the request digest.</param>
/// <param name="Decide">Pure; null means: this is not about this owner.</param>
/// <param name="Answer">The answer, computed from the event that the request made, now or earlier; null when nothing needed to change,
/// when only validating, or when the command is not about this owner.</param>
internal sealed record Write<TState, T>(
    Caller Caller,
    byte[] Canonical,
    Func<TState, Moment, Decided?> Decide,
    Func<TState, Happened?, Answer<T>> Answer)
    where T : class
{
    /// <summary>Unique keys that the event claims; null when one of them is lost already.</summary>
    public Func<TState, IEvent, Task<IReadOnlyList<ClaimRow>?>>? Claims { get; init; }
}
