using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>Event <c>agreement.signed</c>. Who signed stands in the envelope.</summary>
public sealed record AgreementSigned : IEvent;

/// <summary>Signs an agreement. The partner only.</summary>
/// <param name="Agreement">The agreement.</param>
[GenerateSerializer, Immutable, Alias("hub.SignAgreement")]
public sealed record SignAgreement([property: JsonPropertyName("agreement")][Id(0)] AgreementId Agreement)
{
    /// <summary>Refuses a framework, then who is no party as NOT_KNOWN, then the proposer, and an agreement that is over.</summary>
    public static Decided Decide(AgreementFile file, Caller caller, Moment now)
        => file.Framework is not null ? Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "is a framework and joined by accession")
            : file.ToSee(caller) is not { } agreement ? Decided.Refuse(Refusal.Because(RefusalReason.NotKnown))
            : agreement.Partner != caller.Agency ? Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "is signed by the partner, not by the proposer")
            : agreement.StateAt(now) switch
            {
                AgreementState.Draft => Decided.Commit(new AgreementSigned()),
                AgreementState.InForce or AgreementState.Suspended => Decided.Nothing,
                _ => Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "the agreement is over"),
            };
}
