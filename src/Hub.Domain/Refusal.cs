using System.Collections.Immutable;

namespace Hub.Domain;

/// <summary>Why a call is refused, as the wire says it. The numbers are for grain messages; the wire carries the name.</summary>
public enum RefusalReason
{
    /// <summary>Never had access, hidden or absent: one answer for all three.</summary>
    NotKnown = 1,

    /// <summary>Had access once; one text for every cause.</summary>
    AccessEnded = 2,

    /// <summary>The etag names an older state than the present one.</summary>
    StaleVersion = 3,

    /// <summary>A number breaks the rule of its own system.</summary>
    InvalidIdentifier = 4,

    /// <summary>A plan element cannot be taken as it is.</summary>
    InvalidElement = 5,

    /// <summary>Another field cannot be taken as it is.</summary>
    InvalidField = 6,

    /// <summary>A handle that this hub did not make for this agency.</summary>
    InvalidReference = 7,

    /// <summary>A page token that is made up, expired, or belongs to another agency or query.</summary>
    InvalidPageToken = 8,

    /// <summary>A limit of the vocabulary is passed.</summary>
    TooLarge = 9,

    /// <summary>The owner's present state does not allow it.</summary>
    StateConflict = 10,

    /// <summary>The same request id came before with other content.</summary>
    RequestIdReused = 11,

    /// <summary>Connection, agency or practitioner is not registered for this call.</summary>
    UnknownCaller = 12,

    /// <summary>It could not be finished. Whether an earlier attempt stands is found out by making the same call again.</summary>
    TryAgain = 13,

    /// <summary>More is waiting than the hub takes, or one practitioner asks for more people within an hour than the hub answers. This attempt
    /// wrote nothing.</summary>
    RateLimited = 14,

    /// <summary>What it is about was never handed over to the caller.</summary>
    NotDelivered = 15,

    /// <summary>Committed, but it cannot be confirmed in time that nothing that rests on what was before is still on its way. The same call waits
    /// again.</summary>
    NotYetSilent = 16,
}

/// <summary>One field that cannot be taken, by its path in the request, and the rule it breaks. Never the value.</summary>
/// <param name="Field">Path in the request message, such as <c>elements[2].text</c>.</param>
/// <param name="Rule">A fixed sentence of ours.</param>
[GenerateSerializer, Immutable, Alias("hub.Violation")]
public sealed record Violation([Id(0)] string Field, [Id(1)] string Rule);

/// <summary>An expected no: nothing was written. Carries no value of the request and nothing about a person.</summary>
/// <param name="Reason">The stable reason.</param>
/// <param name="Violations">The fields it is about, if there are any.</param>
/// <param name="DutyNumber">Where somebody can be told by telephone meanwhile; empty unless a telling is not confirmed.</param>
[GenerateSerializer, Immutable, Alias("hub.Refusal")]
public sealed record Refusal([Id(0)] RefusalReason Reason, [Id(1)] ImmutableArray<Violation> Violations, [Id(2)] string DutyNumber = "")
{
    /// <summary>A refusal that names no field.</summary>
    public static Refusal Because(RefusalReason reason) => new(reason, []);

    /// <summary>A refusal about one field.</summary>
    public static Refusal About(RefusalReason reason, string field, string rule) => new(reason, [new Violation(field, rule)]);
}
