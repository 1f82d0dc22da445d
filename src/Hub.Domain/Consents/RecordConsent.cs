using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;

namespace Hub.Domain.Consents;

/// <summary>Event <c>consent.recorded</c>.</summary>
/// <param name="State">Where it stands from then on.</param>
/// <param name="By">Whose word it is.</param>
/// <param name="Recipients">The agencies that it is about.</param>
/// <param name="Explained">What was explained; may be empty.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
public sealed record ConsentRecorded(
    [property: JsonPropertyName("state")] ConsentState State,
    [property: JsonPropertyName("by")] ConsentGiver? By,
    [property: JsonPropertyName("recipients")] ImmutableArray<AgencyId> Recipients,
    [property: JsonPropertyName("explained")] string Explained,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ConsentRecorded);
}

/// <summary>Puts on record where a person's consent stands, that the caller's agency tells others about the person. Source: sharing rules, "who
/// gave consent, what was explained, for which recipients".</summary>
/// <param name="State">Number of the state.</param>
/// <param name="By">Number of whose word it is; 0 when nobody has given one.</param>
/// <param name="Recipients">The agencies that would be told, as sent.</param>
/// <param name="Explained">What was explained.</param>
/// <param name="Because">In the practitioner's words.</param>
[GenerateSerializer, Immutable, Alias("hub.RecordConsent")]
public sealed record RecordConsent(
    [property: JsonPropertyName("state")][Id(0)] int State,
    [property: JsonPropertyName("by")][Id(1)] int By,
    [property: JsonPropertyName("recipients")][Id(2)] ImmutableArray<string> Recipients,
    [property: JsonPropertyName("explained")][Id(3)] string Explained,
    [property: JsonPropertyName("because")][Id(4)] string Because)
{
    /// <summary>Most agencies in one record.</summary>
    public const int MaxRecipients = 16;

    /// <summary>Most records of one agency about one person.</summary>
    public const int MaxConsents = 64;

    /// <summary>Refuses an unknown state, recipients that are no other agencies, a word without whose it is or of somebody whose it cannot be, consent
    /// given without saying what was explained, none sought without saying why, and one withdrawn that is not given.</summary>
    /// <param name="consents">What is on record.</param>
    /// <param name="kind">Whether the person is a child or an adult.</param>
    /// <param name="birthDate">As the caller's agency knows it; null when it does not.</param>
    /// <param name="caller">Who records.</param>
    /// <param name="isAgency">Whether an agency is admitted.</param>
    /// <param name="now">The present instant.</param>
    public Decided Decide(
        ImmutableArray<Consent> consents, PersonKind kind, DateOnly? birthDate, Caller caller, Func<AgencyId, bool> isAgency, Moment now)
    {
        var broken = new FieldRules();
        var state = (ConsentState)State;
        broken.Must(Enum.IsDefined(state), "state", "must be a known state");
        var by = broken.Giver("given_by", By, state, kind, birthDate, now);
        var recipients = Others(broken, consents, state, caller, isAgency);
        broken.Text("explained", Explained, FieldRules.MaxBecause);
        broken.Must(state != ConsentState.Given || !string.IsNullOrWhiteSpace(Explained), "explained", "must say what was explained");
        broken.Text("because", Because, FieldRules.MaxBecause);
        broken.Must(
            state is not (ConsentState.NotSought or ConsentState.NotRequired) || !string.IsNullOrWhiteSpace(Because), "because", "must say why it is not asked for");
        if (broken.Refusal is { } refusal)
        {
            return Decided.Refuse(refusal);
        }

        var change = new ConsentRecorded(state, by, recipients, Explained, Because);
        return recipients.All(r => ConsentFold.Of(consents, caller.Agency, r) is { } known
                && (known.State, known.By, known.Explained, known.Because) == (state, by, Explained, Because) && known.AskAgainAt(birthDate) is null)
            ? Decided.Nothing
            : Decided.Commit(change);
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RecordConsent);

    private ImmutableArray<AgencyId> Others(
        FieldRules broken, ImmutableArray<Consent> consents, ConsentState state, Caller caller, Func<AgencyId, bool> isAgency)
    {
        broken.Count("recipient_agency_ids", Recipients.Length, MaxRecipients);
        broken.Must(!Recipients.IsEmpty, "recipient_agency_ids", "must name at least one agency");
        var others = ImmutableArray.CreateBuilder<AgencyId>();
        for (var i = 0; i < Math.Min(Recipients.Length, MaxRecipients); i++)
        {
            var field = $"recipient_agency_ids[{i}]";
            var other = AgencyId.TryParse(Recipients[i]);
            broken.Must(other is not null && other != caller.Agency && isAgency(other), field, "must be another agency of this hub");
            if (other is not null && state == ConsentState.Withdrawn && ConsentFold.Of(consents, caller.Agency, other)?.State is not (ConsentState.Given or ConsentState.Withdrawn))
            {
                broken.Add(RefusalReason.StateConflict, field, "there is no consent to withdraw");
            }

            if (other is not null && !others.Contains(other))
            {
                others.Add(other);
            }
        }

        var own = consents.Count(c => c.Holder == caller.Agency && !others.Contains(c.Recipient));
        if (own + others.Count > MaxConsents)
        {
            broken.Add(RefusalReason.TooLarge, "recipient_agency_ids", $"an agency has at most {MaxConsents} on record for one person");
        }

        return others.ToImmutable();
    }
}
