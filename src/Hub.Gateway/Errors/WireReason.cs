using Grpc.Core;
using Hub.Domain;

namespace Hub.Gateway.Errors;

/// <summary>How a reason is said on the wire: stable name, status, one fixed sentence.</summary>
internal sealed record WireReason(string Name, StatusCode Status, string Sentence)
{
    public const string Domain = "safeguarding-hub";

    public static WireReason NotKnown { get; } = new(
        "NOT_KNOWN", StatusCode.NotFound,
        "Nothing is available to you here; this does not mean that nothing is known.");

    public static WireReason TryAgain { get; } = new(
        "TRY_AGAIN", StatusCode.Unavailable,
        "The hub could not finish this call; make the same call again.");

    public static WireReason NotYetSilent { get; } = new(
        "NOT_YET_SILENT", StatusCode.Unavailable,
        "This is on record, but what was sent before may still arrive somewhere; make the same call again until it is confirmed.");

    public static WireReason Of(RefusalReason reason) => reason switch
    {
        RefusalReason.NotKnown => NotKnown,
        RefusalReason.AccessEnded => new("ACCESS_ENDED", StatusCode.PermissionDenied, "Your access has ended."),
        RefusalReason.StaleVersion => new(
            "STALE_VERSION", StatusCode.Aborted,
            "This has changed since you read it; read it again before you change it."),
        RefusalReason.InvalidIdentifier => new("INVALID_IDENTIFIER", StatusCode.InvalidArgument, "A number is not valid in its system."),
        RefusalReason.InvalidElement => new("INVALID_ELEMENT", StatusCode.InvalidArgument, "An element cannot be taken as it is."),
        RefusalReason.InvalidField => new("INVALID_FIELD", StatusCode.InvalidArgument, "A field cannot be taken as it is."),
        RefusalReason.InvalidReference => new(
            "INVALID_REFERENCE", StatusCode.InvalidArgument,
            "A reference is not one that this hub gave to your agency."),
        RefusalReason.InvalidPageToken => new(
            "INVALID_PAGE_TOKEN", StatusCode.InvalidArgument,
            "The page token is not valid here, or no longer."),
        RefusalReason.TooLarge => new("TOO_LARGE", StatusCode.InvalidArgument, "This is more than the hub takes."),
        RefusalReason.StateConflict => new("STATE_CONFLICT", StatusCode.FailedPrecondition, "The present state does not allow this."),
        RefusalReason.NotDelivered => new("NOT_DELIVERED", StatusCode.FailedPrecondition, "A delivery was never handed over to you."),
        RefusalReason.RequestIdReused => new(
            "REQUEST_ID_REUSED", StatusCode.AlreadyExists,
            "This request id was used before with other content."),
        RefusalReason.UnknownCaller => new("UNKNOWN_CALLER", StatusCode.Unauthenticated, "The hub does not know who is calling."),
        RefusalReason.RateLimited => new("RATE_LIMITED", StatusCode.ResourceExhausted, "This is more than the hub takes now; make the same call again later."),
        RefusalReason.TryAgain => TryAgain,
        RefusalReason.NotYetSilent => NotYetSilent,

        // A newer silo may have reasons that this gateway has no words for yet.
        _ => TryAgain,
    };
}
