using Google.Rpc;
using Grpc.Core;
using Hub.Errors.V1;

namespace Hub.Client.Errors;

/// <summary>The hub's no to a call. Nothing was written, except that with <see cref="HubReasons.TryAgain"/> it is not known.</summary>
// CA1032: there is none without the hub's answer.
#pragma warning disable CA1032
public sealed class HubRefusedException : RpcException
#pragma warning restore CA1032
{
    private const string Domain = "safeguarding-hub";

    private HubRefusedException(RpcException failure, string reason, Google.Rpc.Status status)
        : base(failure.Status, failure.Trailers, $"{reason}: {status.Message}")
    {
        Reason = reason;
        Reference = failure.Trailers.GetValue("hub-reference") ?? "";
        var broken = status.GetDetail<BadRequest>();
        Violations = [.. broken?.FieldViolations.Select(v => new HubViolation(v.Field, v.Description)) ?? []];
        var notKnown = status.GetDetail<NotKnown>();
        var notHeard = status.GetDetail<NotHeard>();
        Advice = notKnown?.Text ?? notHeard?.Text ?? "";
        DutyNumbers = [.. notKnown?.DutyNumbers ?? notHeard?.DutyNumbers ?? []];
        RetryAfter = status.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan();
    }

    /// <summary>Why; one of <see cref="HubReasons"/>, or a later one.</summary>
    public string Reason { get; }

    /// <summary>The fields that the hub cannot take.</summary>
    public IReadOnlyList<HubViolation> Violations { get; }

    /// <summary>With <see cref="HubReasons.NotKnown"/>, and when a concern that was told is not confirmed, what to tell the practitioner, word for
    /// word; else empty.</summary>
    public string Advice { get; }

    /// <summary>With the same, telephone numbers that are answered at all hours.</summary>
    public IReadOnlyList<string> DutyNumbers { get; }

    /// <summary>With <see cref="HubReasons.TryAgain"/>, how long to wait at least.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>What to quote to the hub's operators; it tells nothing by itself.</summary>
    public string Reference { get; }

    // Null when it is not the hub that speaks, but a broken connection or something on the way.
    internal static HubRefusedException? From(RpcException failure)
        => failure.GetRpcStatus() is { } status && status.GetDetail<ErrorInfo>() is { Domain: Domain } info
            ? new HubRefusedException(failure, info.Reason, status)
            : null;
}
