using Grpc.Core;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Gateway.Connections;
using Hub.Gateway.Errors;

namespace Hub.Gateway.Calls;

/// <summary>What the gateway knows of a call: the key that the handshake proved, and what the caller says of itself. Whether any of it
/// is true is the entrance's business.</summary>
internal sealed class CallReader(TimeProvider clock)
{
    public Call Write(ServerCallContext context, string requestId, bool validateOnly)
    {
        // A listener that proves no key, or a certificate that ran out while the connection stayed open: nobody has been proven.
        if (context.GetHttpContext().Features.Get<ProvenKey>() is not { } key || clock.GetUtcNow() > key.Until)
        {
            throw new RefusedException(Refusal.Because(RefusalReason.UnknownCaller));
        }

        var metadata = context.RequestHeaders;
        return new Call(
            key.Fingerprint,
            metadata.GetValue(CallMetadata.Agency) ?? "",
            metadata.GetValue(CallMetadata.Practitioner) ?? "",
            requestId,
            validateOnly,
            metadata.GetValue(CallMetadata.ActingFor) ?? "");
    }

    public Call Read(ServerCallContext context) => Write(context, "", validateOnly: false);
}
