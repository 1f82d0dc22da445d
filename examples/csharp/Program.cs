// Receives all that a team hears, until Ctrl+C: receiver TEAM SUBSCRIBER FILE
// Whom to call, as whom and with what is said by the environment, as for `hub`.
using System.Runtime.InteropServices;
using Grpc.Core;
using Hub.Client;
using Hub.Client.Connections;
using Hub.Client.Errors;
using Hub.Client.Inbox;
using Hub.Examples;

if (args is not [var team, var subscriber, var file])
{
    await Console.Error.WriteLineAsync("usage: receiver TEAM SUBSCRIBER FILE");
    return 1;
}

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var certificates = HubCertificates.FromPemFiles(Given("HUB_CERT"), Given("HUB_KEY"), Given("HUB_AUTHORITIES"));
using var hub = new HubClient(new HubClientOptions(new Uri(Given("HUB_ADDRESS")), certificates) { Agency = Given("HUB_AGENCY") });
var inbox = new HubInbox(hub) { Interrupted = e => Console.Error.WriteLine($"interrupted ({e.StatusCode}: {e.Status.Detail}); subscribing again") };
using var received = new ReceivedDeliveries(file);
try
{
    await foreach (var delivery in inbox.ReadAll(team, subscriber, stop.Token))
    {
        // Stored first: what is confirmed does not come again. What came before is confirmed once more, and nothing else.
        if (received.Store(delivery))
        {
            // What it says is for those who may open the file: a screen and a log see that it came, and how urgent it is.
            var until = delivery.AcknowledgeBy?.ToDateTime().ToString("O") ?? "no time";
            Console.WriteLine($"stored {delivery.DeliveryId} {delivery.Severity.ToString().ToLowerInvariant()}, acknowledge by {until}");
        }

        try
        {
            await inbox.Confirm(team, subscriber, [delivery], stop.Token);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.ResourceExhausted)
        {
            await Console.Error.WriteLineAsync($"not confirmed ({e.StatusCode}): {delivery.DeliveryId} comes again");
        }
    }

    return 0;
}
catch (Exception e) when (stop.IsCancellationRequested && e is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
{
    return 0;
}
catch (HubRefusedException no)
{
    await Console.Error.WriteLineAsync($"{no.Message} (reference {no.Reference})");
    return 2;
}

static string Given(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set");

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
