using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Consents;

/// <summary>A person's consent that one agency tells another about the person, as the one that tells has it on record.</summary>
/// <param name="Holder">The agency that holds the information, and recorded this.</param>
/// <param name="Recipient">The agency that it would tell.</param>
/// <param name="State">Where it stands.</param>
/// <param name="By">Whose word it is; null where nobody has given one.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Explained">What was explained; empty where nothing was.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.Consent")]
public sealed record Consent(
    [property: JsonPropertyName("holder")][Id(0)] AgencyId Holder,
    [property: JsonPropertyName("recipient")][Id(1)] AgencyId Recipient,
    [property: JsonPropertyName("state")][Id(2)] ConsentState State,
    [property: JsonPropertyName("by")][Id(3)] ConsentGiver? By,
    [property: JsonPropertyName("at")][Id(4)] Moment At,
    [property: JsonPropertyName("explained")][Id(5)] string Explained,
    [property: JsonPropertyName("because")][Id(6)] string Because)
{
    private const int YoungPerson = 16;
    private const int OfAge = 18;

    /// <summary>When it has to be asked for again, of the young person and later of the adult: a parent's word ends with the birthday that follows it,
    /// the 16th or the 18th. Null where it does not end by itself, also where no date of birth is known. Source: scenario "Turning 16".</summary>
    public Moment? AskAgainAt(DateOnly? birthDate) => AskAgainAt(State, By, At, birthDate);

    /// <summary>The same of any word that is on record.</summary>
    public static Moment? AskAgainAt(ConsentState state, ConsentGiver? by, Moment at, DateOnly? birthDate)
    {
        if (state != ConsentState.Given || by != ConsentGiver.PersonWithParentalResponsibility || birthDate is not { } born)
        {
            return null;
        }

        var sixteen = Birthday(born, YoungPerson);
        return at.CompareTo(sixteen) < 0 ? sixteen : Birthday(born, OfAge);
    }

    /// <summary>Whether somebody born on that day is of age at an instant.</summary>
    internal static bool IsOfAge(DateOnly birthDate, Moment now) => Birthday(birthDate, OfAge).CompareTo(now) <= 0;

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(Consent);

    private static Moment Birthday(DateOnly born, int age) => Moment.Of(new DateTimeOffset(born.AddYears(age), TimeOnly.MinValue, TimeSpan.Zero));
}

/// <summary>How consents follow from their events.</summary>
public static class ConsentFold
{
    /// <summary>The consents after an event: the last word toward each agency counts.</summary>
    public static ImmutableArray<Consent> Apply(ImmutableArray<Consent> consents, Happened happened)
        => happened.Content is ConsentRecorded e
            ? [
                .. consents.Where(c => c.Holder != happened.Agency || !e.Recipients.Contains(c.Recipient)),
                .. e.Recipients.Select(r => new Consent(happened.Agency, r, e.State, e.By, happened.At, e.Explained, e.Because)),
            ]
            : consents;

    /// <summary>The consent that is on record with the holder toward an agency; null for none.</summary>
    public static Consent? Of(ImmutableArray<Consent> consents, AgencyId holder, AgencyId recipient)
    {
        foreach (var consent in consents)
        {
            if (consent.Holder == holder && consent.Recipient == recipient)
            {
                return consent;
            }
        }

        return null;
    }
}
