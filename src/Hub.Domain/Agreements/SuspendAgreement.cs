using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>Event <c>agreement.suspended</c>. Which party, or which member for itself, stands in the envelope.</summary>
/// <param name="Because">In the practitioner's words; may be empty.</param>
public sealed record AgreementSuspended([property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(AgreementSuspended);
}

/// <summary>Suspends an agreement between two agencies, or the own membership in a framework: nothing passes by it until whoever suspended resumes.
/// Either party by itself, also where the other has; of a framework each member its own.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Because">In the practitioner's words, at most 4 KiB; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.SuspendAgreement")]
public sealed record SuspendAgreement(
    [property: JsonPropertyName("agreement")][Id(0)] AgreementId Agreement,
    [property: JsonPropertyName("because")][Id(1)] string Because)
{
    /// <summary>Refuses who is no party as NOT_KNOWN, then who is no member, a draft, an agreement that is over, and long words.</summary>
    public Decided Decide(AgreementFile file, Caller caller, Moment now)
    {
        if (Suspension.Refusal(file, caller, now) is { } no)
        {
            return no;
        }

        var broken = new FieldRules();
        broken.Text("because", Because, FieldRules.MaxBecause);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : Suspension.IsBy(file, caller.Agency) ? Decided.Nothing
            : Decided.Commit(new AgreementSuspended(Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(SuspendAgreement);
}
