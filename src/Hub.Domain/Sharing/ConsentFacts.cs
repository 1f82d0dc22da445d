using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Consents;

namespace Hub.Domain.Sharing;

/// <summary>What a decision needs of a person's consent toward one agency.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="AskAgainAt">From this instant on it does not hold; null when it does not end by itself.</param>
public sealed record ConsentFacts(ConsentState State, Moment? AskAgainAt)
{
    /// <summary>Of all consents the one that counts; null where none is on record.</summary>
    public static ConsentFacts? Of(ImmutableArray<Consent> consents, AgencyId holder, AgencyId recipient, DateOnly? birthDate)
        => ConsentFold.Of(consents, holder, recipient) is { } consent ? new ConsentFacts(consent.State, consent.AskAgainAt(birthDate)) : null;

    /// <summary>Whether somebody may rely on it now.</summary>
    public bool Holds(Moment now) => State == ConsentState.Given && !(AskAgainAt is { } end && end.CompareTo(now) <= 0);
}
