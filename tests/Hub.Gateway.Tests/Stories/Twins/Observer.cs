using System.Text.RegularExpressions;
using Google.Protobuf;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>Somebody at an agency who writes down all that it receives, byte for byte: heads, bodies, trailers. What two worlds cannot have in
/// common by themselves is made so: references become numbers by their first appearance, times become the word time.</summary>
internal sealed partial class Observer(RunningHub hub, string agency, string practitioner, Func<string, string>? same = null) : IDisposable
{
    private const string System = "observer";
    private readonly WireCaller wire = WireCaller.For(hub, agency, agency, practitioner);
    private readonly Dictionary<string, string> references = new(StringComparer.Ordinal);
    private readonly List<string> heard = [];
    private int asked;

    /// <summary>All that it has received, in order.</summary>
    public IReadOnlyList<string> Heard => heard;

    /// <summary>All references that it was given, as they are.</summary>
    public IEnumerable<string> References => references.Keys;

    /// <summary>A request id that is the same in the other world.</summary>
    public string RequestId() => $"request-{++asked:00}";

    /// <summary>A call; null when it is refused.</summary>
    public async Task<T?> Ask<T>(string method, IMessage request)
        where T : class, IMessage<T>, new()
    {
        var answer = await wire.Call(method, request);
        if (answer.Status != Grpc.Core.StatusCode.OK)
        {
            heard.Add($"{method}\n{Canonical(answer.Likeness)}");
            return null;
        }

        var message = new MessageParser<T>(() => new T()).ParseFrom(answer.Body[5..]);
        heard.Add($"{method}\n{answer.Shape}\n{Canonical(JsonFormatter.Default.Format(message))}");
        return message;
    }

    /// <summary>Lets its own system receive at a team.</summary>
    public Task Listen(string team)
        => Ask<RegisterSubscriberResponse>("hub.inbox.v1.InboxService/RegisterSubscriber", new RegisterSubscriberRequest { RequestId = RequestId(), TeamId = team, Subscriber = System });

    /// <summary>What waits at the team, received and confirmed; asked until nothing comes.</summary>
    public async Task<IReadOnlyList<Delivery>> Hear(string team)
    {
        var all = new List<Delivery>();
        while (true)
        {
            var fetched = await Ask<FetchDeliveriesResponse>("hub.inbox.v1.InboxService/FetchDeliveries", new FetchDeliveriesRequest { TeamId = team, Subscriber = System });
            if (fetched is not { Deliveries.Count: > 0 })
            {
                return all;
            }

            all.AddRange(fetched.Deliveries);
            await Ask<ConfirmDeliveriesResponse>(
                "hub.inbox.v1.InboxService/ConfirmDeliveries",
                new ConfirmDeliveriesRequest { TeamId = team, Subscriber = System, DeliveryIds = { fetched.Deliveries.Select(d => d.DeliveryId) } });
        }
    }

    public void Dispose() => wire.Dispose();

    private string Canonical(string text)
        => Instant().Replace(Reference().Replace(same is null ? text : same(text), m =>
        {
            references.TryAdd(m.Value, $"reference {references.Count + 1}");
            return references[m.Value];
        }), "time");

    [GeneratedRegex("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Instant();
}
