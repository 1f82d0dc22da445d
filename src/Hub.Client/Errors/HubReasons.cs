namespace Hub.Client.Errors;

/// <summary>Why the hub refuses. More may come; treat one you do not know by its gRPC status.</summary>
public static class HubReasons
{
    /// <summary>Never had access, hidden or absent: one answer for all three. It does not mean that nothing is known.</summary>
    public const string NotKnown = "NOT_KNOWN";

    /// <summary>Had access once.</summary>
    public const string AccessEnded = "ACCESS_ENDED";

    /// <summary>An agreement between agencies ran out.</summary>
    public const string AgreementExpired = "AGREEMENT_EXPIRED";

    /// <summary>The etag names an older state: read again, look at what changed, then decide again.</summary>
    public const string StaleVersion = "STALE_VERSION";

    /// <summary>A number breaks the rule of its own system.</summary>
    public const string InvalidIdentifier = "INVALID_IDENTIFIER";

    /// <summary>A plan element cannot be taken as it is.</summary>
    public const string InvalidElement = "INVALID_ELEMENT";

    /// <summary>Another field, or the message itself, cannot be taken as it is.</summary>
    public const string InvalidField = "INVALID_FIELD";

    /// <summary>A reference that the hub did not make for this agency.</summary>
    public const string InvalidReference = "INVALID_REFERENCE";

    /// <summary>A page token that is made up, expired, or belongs to another query.</summary>
    public const string InvalidPageToken = "INVALID_PAGE_TOKEN";

    /// <summary>A limit is passed.</summary>
    public const string TooLarge = "TOO_LARGE";

    /// <summary>What it is about was not delivered.</summary>
    public const string NotDelivered = "NOT_DELIVERED";

    /// <summary>The present state does not allow it.</summary>
    public const string StateConflict = "STATE_CONFLICT";

    /// <summary>The same request id came before with other content.</summary>
    public const string RequestIdReused = "REQUEST_ID_REUSED";

    /// <summary>The caller's clock and the hub's are too far apart.</summary>
    public const string ClockSkew = "CLOCK_SKEW";

    /// <summary>Connection, agency or practitioner is not registered for this call.</summary>
    public const string UnknownCaller = "UNKNOWN_CALLER";

    /// <summary>More than the hub takes now, or more people than one practitioner may ask for within an hour; nothing was written.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>The hub could not finish the call; the outcome of a write is unknown until the same request is made again.</summary>
    public const string TryAgain = "TRY_AGAIN";

    /// <summary>The write is on record, but what was sent before may still arrive somewhere. The same request waits until it is confirmed.</summary>
    public const string NotYetSilent = "NOT_YET_SILENT";
}
