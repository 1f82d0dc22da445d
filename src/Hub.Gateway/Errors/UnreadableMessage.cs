using Google.Protobuf;
using Hub.Domain;
using Hub.Gateway.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Gateway.Errors;

/// <summary>Answers a message that is broken, cut short or too large. The gRPC server gives up on such a one before any interceptor
/// runs, with statuses that mean something else to a caller and without our details.</summary>
internal sealed partial class UnreadableMessage(RequestDelegate next, ILogger<UnreadableMessage> log)
{
    private const string StatusHeader = "grpc-status";

    public static void Wrap(EndpointBuilder endpoint)
    {
        var log = endpoint.ApplicationServices.GetRequiredService<ILogger<UnreadableMessage>>();
        endpoint.RequestDelegate = new UnreadableMessage(endpoint.RequestDelegate!, log).Invoke;
    }

    private async Task Invoke(HttpContext context)
    {
        var progress = new CallProgress();
        context.Features.Set(progress);
        await next(context);
        if (!progress.MessageWasRead && !context.Response.HasStarted && Cause(context) is { } reason)
        {
            LogUnreadable(context.Request.Path, reason, progress.Reference);
            Answer(context.Response.Headers, Refusal.Because(reason), progress.Reference);
        }
    }

    // What the gRPC server says of a message it gave up on: too large, a parser's or the body limit's exception, a broken frame.
    private static RefusalReason? Cause(HttpContext context) => context.Response.StatusCode != StatusCodes.Status200OK
        ? null
        : context.Response.Headers[StatusHeader].ToString() switch
        {
            "8" => RefusalReason.TooLarge,
            "2" or "13" when context.Request.ContentLength > MessageLimit.RequestBody => RefusalReason.TooLarge,
            "2" or "13" => RefusalReason.InvalidField,
            _ => null,
        };

    private static void Answer(IHeaderDictionary headers, Refusal refusal, string reference)
    {
        var status = WireStatus.Of(refusal);
        headers[StatusHeader] = status.Code.ToString();
        headers["grpc-message"] = status.Message;
        headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray()).TrimEnd('=');
        headers[CallMetadata.Reference] = reference;
    }
}
