namespace Hub.Domain.Agencies;

/// <summary>Who is calling, after the entrance has resolved it: never what the caller says of itself alone.</summary>
/// <param name="Agency">The agency that the connection's key is registered for.</param>
/// <param name="Practitioner">A registered practitioner of that agency, or null at level L0.</param>
/// <param name="Request">The write's request id; null on reads.</param>
/// <param name="ValidateOnly">Decide and answer, but commit nothing.</param>
[GenerateSerializer, Immutable, Alias("hub.Caller")]
public sealed record Caller(
    [Id(0)] AgencyId Agency,
    [Id(1)] PractitionerId? Practitioner,
    [Id(2)] RequestId? Request,
    [Id(3)] bool ValidateOnly);
