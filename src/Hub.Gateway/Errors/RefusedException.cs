using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Gateway.Calls;

namespace Hub.Gateway.Errors;

/// <summary>Carries an expected refusal from an endpoint to the interceptor, past gRPC's signatures; it goes no further.</summary>
// CA1032, CA1064: there is no such thing without a refusal, and nobody outside catches it.
#pragma warning disable CA1032, CA1064
internal sealed class RefusedException(Refusal refusal) : Exception
{
    public Refusal Refusal { get; } = refusal;
}
#pragma warning restore CA1032, CA1064

internal static class Refusing
{
    public static async Task<T> OrRefuse<T>(this Task<Answer<T>> answer)
        where T : class
    {
        // By both clocks: a process may have been suspended meanwhile, and what it was shown taken away.
        var asked = Deadline.Now(TimeProvider.System);
        var (value, refusal, _, left) = await answer;
        return refusal is null && value is not null && !(left is { } good && asked.After(good, TimeProvider.System).HasPassed(TimeProvider.System))
            ? value
            : throw new RefusedException(refusal ?? Refusal.Because(RefusalReason.TryAgain));
    }
}
