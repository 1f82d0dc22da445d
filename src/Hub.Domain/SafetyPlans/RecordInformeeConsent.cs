using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.Relationships;

namespace Hub.Domain.SafetyPlans;

/// <summary>Event <c>informee.consent-recorded</c>.</summary>
/// <param name="Relationship">Who would be told.</param>
/// <param name="State">Where the person's consent stands from then on.</param>
/// <param name="By">Whose word it is.</param>
/// <param name="Explained">What was explained; may be empty.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
public sealed record InformeeConsentRecorded(
    [property: JsonPropertyName("relationship")] RelationshipId Relationship,
    [property: JsonPropertyName("state")] ConsentState State,
    [property: JsonPropertyName("by")] ConsentGiver By,
    [property: JsonPropertyName("explained")] string Explained,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(InformeeConsentRecorded);
}

/// <summary>Puts on record that the person consents, or does not any more, that an informee is told. Source: scenario "Relapse, consent withdrawn".</summary>
/// <param name="Relationship">Who would be told.</param>
/// <param name="State">Number of the state: given, refused or withdrawn.</param>
/// <param name="By">Number of whose word it is.</param>
/// <param name="Explained">What was explained.</param>
/// <param name="Because">In the practitioner's words.</param>
[GenerateSerializer, Immutable, Alias("hub.RecordInformeeConsent")]
public sealed record RecordInformeeConsent(
    [property: JsonPropertyName("relationship")][Id(0)] RelationshipId Relationship,
    [property: JsonPropertyName("state")][Id(1)] int State,
    [property: JsonPropertyName("by")][Id(2)] int By,
    [property: JsonPropertyName("explained")][Id(3)] string Explained,
    [property: JsonPropertyName("because")][Id(4)] string Because)
{
    /// <summary>Refuses whoever does not work with the person and somebody about whom the agency has agreed nothing (NOT_KNOWN), another state, a word of
    /// somebody whose it cannot be, consent given without saying what was explained, and one withdrawn that is not given (STATE_CONFLICT).</summary>
    /// <param name="informees">The person's informees.</param>
    /// <param name="worksWith">Whether the calling practitioner is of a team of her agency that works with the person.</param>
    /// <param name="kind">Whether the person is a child or an adult.</param>
    /// <param name="birthDate">As the caller's agency knows it; null when it does not.</param>
    /// <param name="caller">Who records.</param>
    /// <param name="now">The present instant.</param>
    public Decided Decide(ImmutableArray<Informee> informees, bool worksWith, PersonKind kind, DateOnly? birthDate, Caller caller, Moment now)
    {
        if (!worksWith || InformeeFold.Of(informees, caller.Agency, Relationship) is not { Consent: { } old })
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        var (broken, state) = (new FieldRules(), (ConsentState)State);
        broken.Must(state is ConsentState.Given or ConsentState.Refused or ConsentState.Withdrawn, "state", "must be given, refused or withdrawn");
        var by = broken.Giver("given_by", By, ConsentState.Given, kind, birthDate, now);
        broken.Words("explained", Explained, isRequired: state == ConsentState.Given);
        broken.Words("because", Because, isRequired: false);
        if (state == ConsentState.Withdrawn && old.State is not (ConsentState.Given or ConsentState.Withdrawn))
        {
            broken.Add(RefusalReason.StateConflict, "state", "there is no consent to withdraw");
        }

        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : (old.State, old.By, old.Explained, old.Because) == (state, by, Explained, Because) && old.AskAgainAt(birthDate) is null ? Decided.Nothing
            : Decided.Commit(new InformeeConsentRecorded(Relationship, state, by!.Value, Explained, Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RecordInformeeConsent);
}
