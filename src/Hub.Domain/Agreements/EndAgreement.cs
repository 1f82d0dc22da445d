using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>Event <c>agreement.ended</c>. Which party ended it stands in the envelope.</summary>
/// <param name="Because">In the practitioner's words; may be empty.</param>
public sealed record AgreementEnded([property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(AgreementEnded);
}

/// <summary>Ends an agreement at once and for good, signed or not. Either party; of a framework its owner, for all members.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Because">In the practitioner's words, at most 4 KiB; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.EndAgreement")]
public sealed record EndAgreement(
    [property: JsonPropertyName("agreement")][Id(0)] AgreementId Agreement,
    [property: JsonPropertyName("because")][Id(1)] string Because)
{
    /// <summary>Refuses who is no party as NOT_KNOWN, who does not own the framework, then an agreement that is over, then long words.</summary>
    public Decided Decide(AgreementFile file, Caller caller, Moment now)
    {
        if (file.Framework is { } framework)
        {
            return framework.Owner != caller.Agency
                ? Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "is a framework and ended by its owner; a member withdraws")
                : framework.IsOverAt(now) ? Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "the agreement is over")
                : End();
        }

        if (file.ToSee(caller) is not { } agreement)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        if (agreement.StateAt(now) is AgreementState.Terminated or AgreementState.Expired)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "the agreement is over");
        }

        return End();
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(EndAgreement);

    private Decided End()
    {
        var broken = new FieldRules();
        broken.Text("because", Because, FieldRules.MaxBecause);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal) : Decided.Commit(new AgreementEnded(Because));
    }
}
