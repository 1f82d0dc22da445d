using System.Collections.Immutable;

namespace Hub.Domain.Agencies;

/// <summary>Who is calling, after the entrance has resolved it: never what the caller says of itself alone.</summary>
/// <param name="Agency">The agency that the connection's key is registered for.</param>
/// <param name="Practitioner">A registered practitioner of that agency, or null at level L0.</param>
/// <param name="Request">The write's request id; null on reads.</param>
/// <param name="ValidateOnly">Decide and answer, but commit nothing.</param>
/// <param name="ActingFor">For whom the practitioner acts in this call, by a delegation in force; null for nobody.</param>
/// <param name="Delegated">Everybody for whom the practitioner acts by what is on record, in this call or not.</param>
[GenerateSerializer, Immutable, Alias("hub.Caller")]
public sealed record Caller(
    [Id(0)] AgencyId Agency,
    [Id(1)] PractitionerId? Practitioner,
    [Id(2)] RequestId? Request,
    [Id(3)] bool ValidateOnly,
    [Id(4)] PractitionerId? ActingFor = null,
    [Id(5)] ImmutableArray<PractitionerId> Delegated = default)
{
    /// <summary>Whether the named practitioner has a right, and who it acts for has it too: the only way to ask for a right. Source: identity, "Rights = the
    /// smaller of the two".</summary>
    public bool Holds(Func<PractitionerId, bool> right) => Practitioner is { } by && right(by) && (ActingFor is not { } other || right(other));

    /// <summary>Whether something is so for the named practitioner, or for anybody it acts for, in this call or not: the only way to ask whether something
    /// is kept from who calls. Source: identity, "exclusions = both".</summary>
    public bool IsOneOf(Func<PractitionerId, bool> kept) => Practitioner is not null && Everybody.Any(kept);

    /// <summary>The named practitioner, and who it acts for in this call.</summary>
    public IEnumerable<PractitionerId> Named => ((PractitionerId?[])[Practitioner, ActingFor]).OfType<PractitionerId>();

    /// <summary>The named practitioner and everybody it acts for, in this call or not.</summary>
    public IEnumerable<PractitionerId> Everybody => Delegated.IsDefaultOrEmpty ? Named : Named.Union(Delegated);
}
