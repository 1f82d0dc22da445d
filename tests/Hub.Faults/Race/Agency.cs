using System.Collections.Concurrent;
using Grpc.Core;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Faults.Load;

namespace Hub.Faults.Race;

/// <summary>One agency, or the registrar, that makes each call through either gateway, again and again and always the same, until it is answered.</summary>
internal sealed class Agency(string name, IReadOnlyList<HubClient> doors)
{
    private static readonly TimeSpan CallPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(60);
    private int last;

    public string Name => name;

    /// <summary>How often which outcome came, of all agencies.</summary>
    public static ConcurrentDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    public static string NewId() => HubRequest.NewId();

    /// <summary>Ends with the OK. A final no is a broken promise.</summary>
    public async Task<T> Ask<T>(Func<HubClient, CallOptions, AsyncUnaryCall<T>> make)
    {
        for (var began = TimeProvider.System.GetTimestamp(); ;)
        {
            var door = doors[(int)((uint)Interlocked.Increment(ref last) % doors.Count)];
            try
            {
                var answer = await make(door, new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + CallPatience));
                Count("OK");
                return answer;
            }
            catch (RpcException e)
            {
                var reason = (e as HubRefusedException)?.Reason ?? $"broken {e.StatusCode}";
                Count(reason);
                var isFinal = e is HubRefusedException && reason is not (HubReasons.TryAgain or HubReasons.NotYetSilent or HubReasons.RateLimited);
                if (isFinal || TimeProvider.System.GetElapsedTime(began) > Patience)
                {
                    throw new Violation($"{name}: {typeof(T).Name} has no OK but {e.Message}");
                }
            }

            await Pause.For(Again, TimeProvider.System);
        }
    }

    private static void Count(string outcome) => Outcomes.AddOrUpdate(outcome, 1, (_, n) => n + 1);
}
