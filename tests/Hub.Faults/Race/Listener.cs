using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Threading.Channels;
using Google.Protobuf;
using Grpc.Core;
using Hub.Client.Connections;
using Hub.Domain.Teams;
using Hub.Faults.Load;
using Hub.Faults.Wire;
using Hub.Inbox.V1;

namespace Hub.Faults.Race;

/// <summary>How a system reads.</summary>
internal enum Reading
{
    /// <summary>A stream whose window is never closed.</summary>
    Prompt,

    /// <summary>A stream whose window is opened at random.</summary>
    Slow,

    /// <summary>Long polls whose windows are opened at random.</summary>
    SlowPoll,
}

/// <summary>A delivery, and when its last byte was at the socket.</summary>
internal sealed class Arrival(long at, Delivery delivery)
{
    public long At => at;

    public Delivery Delivery => delivery;
}

/// <summary>One system of a team. It takes in at once whatever comes to its socket, and confirms it; a slow one keeps the windows closed meanwhile.</summary>
internal sealed class Listener(Agency agency, string team, string subscriber, string key, Reading reading, RaceClock clock, Chance chance)
{
    /// <summary>Name of the prompt system that each team has from the beginning to the end.</summary>
    public const string Lasting = "prompt";

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(3);
    private readonly Channel<Arrival> arrived = Channel.CreateUnbounded<Arrival>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, long> confirmed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> marks = new(StringComparer.Ordinal);
    private readonly List<(long From, long To)> lines = [];
    private byte[] buffer = [];
    private long lastByte;

    public string Team => team;

    public string Subscriber => subscriber;

    /// <summary>Name of the key by which it is connected.</summary>
    public string Key => key;

    public Reading Reading => reading;

    /// <summary>Whether all that is kept must have come to it in the end.</summary>
    public bool MustHearAll => subscriber == Lasting;

    private bool IsSlow => reading != Reading.Prompt;

    public ConcurrentQueue<Arrival> Arrivals { get; } = new();

    /// <summary>Words of messages that have not come whole, and when their last byte came.</summary>
    public ConcurrentQueue<(long At, string Words)> Torn { get; } = new();

    /// <summary>What the hub does not remember to have handed over, and when it said so: that must come again if it is due.</summary>
    public ConcurrentQueue<(long At, string Delivery)> Unconfirmed { get; } = new();

    /// <summary>When each delivery's confirmation was answered.</summary>
    public IReadOnlyDictionary<string, long> Confirmed => confirmed;

    /// <summary>When each was confirmed for the first time, answered or not. A copy of it may still be on its way.</summary>
    public ConcurrentDictionary<string, long> Received { get; } = new(StringComparer.Ordinal);

    /// <summary>When it was subscribed.</summary>
    public IReadOnlyList<(long From, long To)> Lines => lines;

    /// <summary>Whether something that says this has come.</summary>
    public bool HasHeard(string mark) => marks.ContainsKey(mark);

    public async Task Run(IReadOnlyList<int> ports, CertificateAuthority authority, CancellationToken stop)
    {
        var confirming = Confirm(stop);
        for (var port = chance.Below(ports.Count); !stop.IsCancellationRequested; port = chance.Below(ports.Count))
        {
            var began = long.MaxValue;
            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
                patience.CancelAfter(ConnectPatience);
                await using var raw = await RawHttp2.Connect(ports[port], authority, key, IsSlow ? 0 : RawHttp2.Wide, Take, patience.Token);
                began = clock.Now;
                await Listen(raw, stop);
            }
            catch (Exception e) when (e is IOException or SocketException or AuthenticationException or OperationCanceledException or InvalidOperationException)
            {
                // Broken, or not there; it comes again.
            }

            End(began);
            await Pause.For(TimeSpan.FromMilliseconds(20 + chance.Below(80)), TimeProvider.System);
        }

        arrived.Writer.TryComplete();
        await confirming;
    }

    private async Task Listen(RawHttp2 raw, CancellationToken stop)
    {
        var call = reading == Reading.SlowPoll
            ? raw.Call("/hub.inbox.v1.InboxService/FetchDeliveries", new FetchDeliveriesRequest { TeamId = team, Subscriber = subscriber, WaitSeconds = 10 })
            : raw.Call("/hub.inbox.v1.InboxService/Subscribe", new SubscribeRequest { TeamId = team, Subscriber = subscriber });
        await call.WaitAsync(stop);
        while (!raw.Over.Task.IsCompleted && !stop.IsCancellationRequested)
        {
            var pause = IsSlow ? TimeSpan.FromMilliseconds(chance.InHundred(30) ? chance.Below(100) : chance.Below(3000)) : Timeout.InfiniteTimeSpan;
            await raw.Over.Task.WaitAsync(pause, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (IsSlow && !raw.Over.Task.IsCompleted)
            {
                await raw.OpenLast(1 + (chance.InHundred(50) ? chance.Below(2000) : chance.Below(60_000)));
            }
        }
    }

    private void End(long began)
    {
        if (began == long.MaxValue)
        {
            return;
        }

        lines.Add((began, clock.Now));
        if (buffer.Length > 0)
        {
            Torn.Enqueue((lastByte, Encoding.UTF8.GetString(buffer)));
            buffer = [];
        }
    }

    private void Take(byte[] bytes)
    {
        lastByte = clock.Now;
        buffer = [.. buffer, .. bytes];
        while (buffer.Length >= 5 && BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(1)) is var length && buffer.Length >= 5 + length)
        {
            // An answer to a poll has the same form.
            foreach (var delivery in SubscribeResponse.Parser.ParseFrom(buffer, 5, length).Deliveries)
            {
                var arrival = new Arrival(lastByte, delivery);
                Arrivals.Enqueue(arrival);
                foreach (var mark in delivery.Elements.SelectMany(e => Heard.Marks(e.Content?.Text ?? "")))
                {
                    marks[mark] = true;
                }

                arrived.Writer.TryWrite(arrival);
            }

            buffer = buffer[(5 + length)..];
        }
    }

    private async Task Confirm(CancellationToken stop)
    {
        while (await arrived.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var ids = new List<string>();
            while (ids.Count < 64 && arrived.Reader.TryRead(out var arrival))
            {
                ids.Add(arrival.Delivery.DeliveryId);
            }

            if (stop.IsCancellationRequested)
            {
                continue;
            }

            await Confirm([.. ids.Distinct(StringComparer.Ordinal)]);
        }
    }

    private async Task Confirm(IReadOnlyList<string> ids)
    {
        try
        {
            foreach (var id in ids)
            {
                Received.TryAdd(id, clock.Now);
            }

            var request = new ConfirmDeliveriesRequest { TeamId = team, Subscriber = subscriber, DeliveryIds = { ids } };
            await agency.Ask((c, o) => c.Inbox.ConfirmDeliveriesAsync(request, o));
            foreach (var id in ids)
            {
                confirmed.TryAdd(id, clock.Now);
            }
        }
        catch (Violation) when (ids.Count > 1)
        {
            foreach (var id in ids)
            {
                await Confirm([id]);
            }
        }
        catch (Violation)
        {
            Unconfirmed.Enqueue((clock.Now, ids[0]));
        }
    }
}
