using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>Event <c>delegation.ended</c>.</summary>
/// <param name="Of">For whom somebody acted.</param>
/// <param name="To">Who acted.</param>
/// <param name="Because">In the words of who ended it; may be empty.</param>
public sealed record DelegationEnded(
    [property: JsonPropertyName("of")] PractitionerId Of,
    [property: JsonPropertyName("to")] PractitionerId To,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(DelegationEnded);
}

/// <summary>Ends a delegation before its last day. Either of the two, or whoever manages a team of the agency.</summary>
/// <param name="Of">For whom somebody acts.</param>
/// <param name="To">Who acts.</param>
/// <param name="Because">Why, in words; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.EndDelegation")]
public sealed record EndDelegation(
    [property: JsonPropertyName("of")][Id(0)] string Of,
    [property: JsonPropertyName("to")][Id(1)] string To,
    [property: JsonPropertyName("because")][Id(2)] string Because)
{
    /// <summary>Refuses anybody else (NOT_KNOWN), malformed numbers, long words, and a pair for whom none stands (STATE_CONFLICT).</summary>
    /// <param name="agency">The state.</param>
    /// <param name="caller">Who ends it.</param>
    /// <param name="manages">Whether a practitioner manages a team of the agency.</param>
    /// <param name="now">The present instant.</param>
    public Decided Decide(Agency agency, Caller caller, Func<PractitionerId, bool> manages, Moment now)
    {
        var (of, to) = (PractitionerId.TryParse(Of), PractitionerId.TryParse(To));
        if (!caller.Holds(p => p == of || p == to || manages(p)))
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        var broken = new FieldRules();
        broken.Must(of is not null, "of_practitioner_id", "must be 2 to 32 characters of A-Z, 0-9 and hyphen");
        broken.Must(to is not null, "to_practitioner_id", "must be 2 to 32 characters of A-Z, 0-9 and hyphen");
        broken.Text("because", Because, FieldRules.MaxBecause);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : agency.Delegations.Any(d => d.Of == of && d.To == to && !d.IsOver(now)) ? Decided.Commit(new DelegationEnded(of!, to!, Because))
            : Decided.Refuse(RefusalReason.StateConflict, "to_practitioner_id", "does not act for this practitioner");
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(EndDelegation);
}
