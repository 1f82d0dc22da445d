using System.CommandLine;
using System.Globalization;
using Grpc.Core;
using Hub.Agencies.V1;
using Hub.Cli.Calls;
using Hub.Client;
using Hub.Client.Errors;

namespace Hub.Cli.Doctor;

/// <summary>What the hub itself says: whether it serves, who it thinks the caller is, and what time it has.</summary>
internal static class HubAnswers
{
    private static readonly TimeSpan Suspicious = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TooFar = TimeSpan.FromMinutes(1);

    public static async Task<Finding> Health(HubClient hub, CancellationToken stop)
    {
        const string Broken = "The hub takes no calls from this certificate: it may not trust its authority, or be starting or stopping. Ask its operator.";
        try
        {
            return await hub.IsServing(stop)
                ? new Finding("health", Verdict.Good, "the hub is serving")
                : new Finding("health", Verdict.Bad, "the hub is not serving", "Try again in a minute; then ask the hub's operator.");
        }
        catch (RpcException e) when (!stop.IsCancellationRequested)
        {
            return new Finding("health", Verdict.Bad, $"{e.StatusCode}: {e.Status.Detail}", Broken);
        }
    }

    public static async Task<IReadOnlyList<Finding>> Identity(HubClient hub, ParseResult parsed, string fingerprint, CancellationToken stop)
    {
        var agency = parsed.Given(ConnectionOptions.Agency);
        using var call = hub.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = agency ?? "" }, cancellationToken: stop);
        Finding identity;
        try
        {
            var answer = await call;
            identity = new Finding("identity", Verdict.Good, $"{agency}: {answer.Name}, {Word.Of(answer.Sector)}, duty number {answer.DutyNumber}");
        }
        catch (HubRefusedException e) when (agency is null && e.Reason != HubReasons.UnknownCaller)
        {
            // Who is calling is asked before what is asked for: the key is known.
            identity = new Finding("identity", Verdict.Unsure, "the hub knows this key", "Say --agency to see for whom.");
        }
        catch (HubRefusedException e)
        {
            identity = new Finding(
                "identity",
                Verdict.Refused,
                $"{e.Reason}: {e.Status.Detail}",
                $"Ask the registrar whether agency, practitioner and the key {fingerprint} are registered together.");
        }
        catch (RpcException e) when (!stop.IsCancellationRequested)
        {
            return [new Finding("identity", Verdict.Bad, $"{e.StatusCode}: {e.Status.Detail}", "Run it again; then ask the hub's operator.")];
        }

        return [identity, await Clock(call)];
    }

    private static async Task<Finding> Clock(AsyncUnaryCall<GetAgencyResponse> call)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (!DateTimeOffset.TryParse(await DateOf(call), CultureInfo.InvariantCulture, out var theirs))
        {
            return new Finding("clock", Verdict.Unsure, "the hub's answer names no time", "Compare this machine's clock with a time server.");
        }

        var apart = (now - theirs).Duration();
        var said = $"{apart.TotalSeconds:0} s from the hub's";
        return apart > TooFar ? new Finding("clock", Verdict.Bad, said, "Set this machine's clock by a time server.")
            : apart > Suspicious ? new Finding("clock", Verdict.Unsure, said, "Look whether this machine's clock is kept by a time server.")
            : new Finding("clock", Verdict.Good, said);
    }

    private static async Task<string> DateOf(AsyncUnaryCall<GetAgencyResponse> call)
    {
        try
        {
            return (await call.ResponseHeadersAsync).GetValue("date") ?? "";
        }
        catch (RpcException)
        {
            // A refusal may come without headers.
            return "";
        }
    }
}
