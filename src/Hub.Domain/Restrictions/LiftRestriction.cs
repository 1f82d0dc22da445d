using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Restrictions;

/// <summary>Event <c>restriction.lifted</c>.</summary>
/// <param name="Restriction">The restriction that is over.</param>
/// <param name="Because">In the practitioner's words.</param>
public sealed record RestrictionLifted(
    [property: JsonPropertyName("restriction")] RestrictionId Restriction,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RestrictionLifted);
}

/// <summary>Ends a restriction. Its guardian only; an adoption, two of them together: the first puts the wish on record.</summary>
/// <param name="Restriction">The restriction.</param>
/// <param name="Because">In the practitioner's words; required.</param>
[GenerateSerializer, Immutable, Alias("hub.LiftRestriction")]
public sealed record LiftRestriction(
    [property: JsonPropertyName("restriction")][Id(0)] RestrictionId Restriction,
    [property: JsonPropertyName("because")][Id(1)] string Because)
{
    /// <summary>Refuses a restriction that is not the caller's to guard (NOT_KNOWN), and no words.</summary>
    public Decided Decide(ImmutableArray<Restriction> placed, Caller caller, Guardians guardians, Moment now)
    {
        if (guardians.Guarded(placed, Restriction, caller) is not { } found)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        var broken = new FieldRules();
        if (broken.Text("because", Because, FieldRules.MaxBecause))
        {
            broken.Must(!string.IsNullOrWhiteSpace(Because), "because", "must not be empty");
        }

        var wisher = found.WishesToLift(now);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : found.Terms.Ground != RestrictionGround.Adoption || (wisher is not null && !caller.Named.Contains(wisher)) ? Decided.Commit(new RestrictionLifted(Restriction, Because))
            : wisher is null ? Decided.Commit(new RestrictionLiftWished(Restriction, Because))
            : Decided.Nothing;
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(LiftRestriction);
}
