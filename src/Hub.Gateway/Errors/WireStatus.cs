using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Hub.Domain;
using Hub.Errors.V1;
using Status = Google.Rpc.Status;

namespace Hub.Gateway.Errors;

/// <summary>A refusal in the words of the wire: exactly one ErrorInfo, and the details that its reason asks for.</summary>
internal static class WireStatus
{
    private const string NeutralText =
        "Nothing is available to you here. This does not mean that nothing is known. If a child may be at risk, call the number given.";

    private const string NotHeardText =
        "The hub has not confirmed that anybody heard of this. If a child may be at risk, call the number given now, and let the call be made again.";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public static Status Of(Refusal refusal)
    {
        var reason = WireReason.Of(refusal.Reason);
        var status = Of(reason);
        if (!refusal.Violations.IsDefaultOrEmpty)
        {
            var broken = refusal.Violations.Select(v => new BadRequest.Types.FieldViolation { Field = v.Field, Description = v.Rule });
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { broken } }));
        }

        if (reason.Status == Grpc.Core.StatusCode.Unavailable)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(RetryAfter) }));
        }

        if (refusal.DutyNumber.Length > 0)
        {
            status.Details.Add(Any.Pack(new NotHeard { Text = NotHeardText, DutyNumbers = { refusal.DutyNumber } }));
        }

        return status;
    }

    /// <summary>The neutral answer. It takes nothing of the refusal, so that nothing of its cause can show.</summary>
    public static Status NotKnown(string dutyNumber)
    {
        var status = Of(WireReason.NotKnown);
        var detail = new NotKnown { Text = NeutralText };

        // The registrar is no agency and has none.
        if (dutyNumber.Length > 0)
        {
            detail.DutyNumbers.Add(dutyNumber);
        }

        status.Details.Add(Any.Pack(detail));
        return status;
    }

    private static Status Of(WireReason reason) => new()
    {
        Code = (int)reason.Status,
        Message = reason.Sentence,
        Details = { Any.Pack(new ErrorInfo { Domain = WireReason.Domain, Reason = reason.Name }) },
    };
}
