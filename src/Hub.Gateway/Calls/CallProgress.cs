using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hub.Gateway.Calls;

/// <summary>How far a call came, and its reference: what a caller quotes to the operators, and all that connects its answer with our
/// log. Random, so that it tells nothing.</summary>
internal sealed class CallProgress
{
    public string Reference { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public bool MessageWasRead { get; set; }

    public static CallProgress Of(HttpContext context) => context.Features.GetRequiredFeature<CallProgress>();
}
