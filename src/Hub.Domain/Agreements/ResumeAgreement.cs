using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>Event <c>agreement.resumed</c>. Which party, or which member for itself, stands in the envelope.</summary>
public sealed record AgreementResumed : IEvent;

/// <summary>Takes back the own suspension. What the other party has suspended stays so.</summary>
/// <param name="Agreement">The agreement.</param>
[GenerateSerializer, Immutable, Alias("hub.ResumeAgreement")]
public sealed record ResumeAgreement([property: JsonPropertyName("agreement")][Id(0)] AgreementId Agreement)
{
    /// <summary>Refuses who is no party as NOT_KNOWN, then who is no member, a draft, an agreement that is over, and one that only the other party has
    /// suspended.</summary>
    public static Decided Decide(AgreementFile file, Caller caller, Moment now)
        => Suspension.Refusal(file, caller, now) is { } no ? no
            : Suspension.IsBy(file, caller.Agency) ? Decided.Commit(new AgreementResumed())
            : file.Agreement?.StateAt(now) == AgreementState.Suspended
                ? Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "is resumed by the party that suspended it")
            : Decided.Nothing;
}
