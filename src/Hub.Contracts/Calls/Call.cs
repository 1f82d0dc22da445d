using Hub.Domain.Agencies;

namespace Hub.Contracts.Calls;

/// <summary>What the gateway knows of a call before anybody has checked it.</summary>
/// <param name="Connection">Fingerprint of the key that the TLS handshake proved.</param>
/// <param name="Agency">Metadata <c>hub-agency</c>, or empty: then the agency that the key is registered for.</param>
/// <param name="Practitioner">Metadata <c>hub-practitioner</c>, or empty.</param>
/// <param name="RequestId">The request's <c>request_id</c>; empty on reads.</param>
/// <param name="ValidateOnly">Decide and answer, but commit nothing.</param>
/// <param name="ActingFor">Metadata <c>hub-acting-for</c>, or empty: the practitioner acts for nobody else.</param>
[GenerateSerializer, Immutable, Alias("hub.Call")]
public sealed record Call(
    [Id(0)] KeyFingerprint Connection,
    [Id(1)] string Agency,
    [Id(2)] string Practitioner,
    [Id(3)] string RequestId,
    [Id(4)] bool ValidateOnly,
    [Id(5)] string ActingFor = "");
