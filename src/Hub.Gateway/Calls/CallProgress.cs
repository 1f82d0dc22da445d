using System.Security.Cryptography;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hub.Gateway.Calls;

/// <summary>How far a call came, and its reference: what a caller quotes to the operators, and all that connects its answer with our
/// log. Random, so that it tells nothing.</summary>
internal sealed class CallProgress
{
    public string Reference { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public bool MessageWasRead { get; set; }

    /// <summary>Whether the answer waits for the end of its step, whatever it says.</summary>
    public bool LeavesOnTheStep { get; private set; }

    public static CallProgress Of(HttpContext context) => context.Features.GetRequiredFeature<CallProgress>();

    /// <summary>For what is answered alike, whoever is there, by ways of different length. Never for an answer with content.</summary>
    public static void LeaveOnTheStep(ServerCallContext context) => Of(context.GetHttpContext()).LeavesOnTheStep = true;
}
