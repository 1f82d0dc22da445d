using System.CommandLine;
using Google.Protobuf;
using Grpc.Core;
using Hub.Cli.Output;
using Hub.Client;
using Hub.Client.Calls;

namespace Hub.Cli.Calls;

/// <summary>Commands that make one call and show its answer.</summary>
internal static class HubCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly Option<string> RequestId = new("--request-id")
    {
        Description = "Name of this write; said again with the same content it has the same outcome. A new one is made and shown.",
    };

    private static readonly Option<bool> ValidateOnly = new("--validate-only") { Description = "Decide and answer, but write nothing." };

    public static Command Read<T>(Command command, Func<HubCall, AsyncUnaryCall<T>> ask)
        where T : IMessage
    {
        command.SetAction((parsed, stop) => Run(parsed, (hub, screen) => Ask(hub, screen, parsed, "", ask, stop), stop));
        return command;
    }

    public static Command Write<T>(Command command, Func<HubCall, AsyncUnaryCall<T>> ask)
        where T : IMessage
    {
        command.Add(RequestId);
        command.Add(ValidateOnly);
        command.SetAction((parsed, stop) => Run(parsed, (hub, screen) =>
        {
            // Shown before the call, so that it is known also when no answer comes.
            var id = parsed.GetValue(RequestId) ?? HubRequest.NewId();
            screen.Aside($"request id {id}");
            return Ask(hub, screen, parsed, id, ask, stop);
        }, stop));
        return command;
    }

    /// <summary>Opens the connection, does the work and turns what goes wrong into words and an exit code.</summary>
    public static Task<int> Run(ParseResult parsed, Func<HubClient, Screen, Task> work, CancellationToken stop)
        => Run(parsed, async (hub, screen) =>
        {
            await work(hub, screen);
            return ExitCode.Done;
        }, stop);

    /// <summary>The same for work that has an exit code of its own.</summary>
    public static async Task<int> Run(ParseResult parsed, Func<HubClient, Screen, Task<int>> work, CancellationToken stop)
    {
        var screen = Screen.Of(parsed);
        try
        {
            using var hub = Connection.Open(parsed);
            return await work(hub, screen);
        }
        catch (UsageException e)
        {
            screen.Complain(e.Message);
            return ExitCode.UsageOrConnection;
        }
        catch (RpcException) when (stop.IsCancellationRequested)
        {
            return ExitCode.UsageOrConnection;
        }
        catch (RpcException e)
        {
            return RefusalText.Show(screen, e);
        }
    }

    public static CallOptions Options(CancellationToken stop) => new(deadline: (TimeProvider.System.GetUtcNow() + Patience).UtcDateTime, cancellationToken: stop);

    private static async Task Ask<T>(HubClient hub, Screen screen, ParseResult parsed, string requestId, Func<HubCall, AsyncUnaryCall<T>> ask, CancellationToken stop)
        where T : IMessage
    {
        using var call = ask(new HubCall(hub, parsed, requestId, parsed.GetValue(ValidateOnly), Options(stop)));
        screen.Show(await call);
    }
}
