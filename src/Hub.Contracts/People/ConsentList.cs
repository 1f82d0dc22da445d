using System.Collections.Immutable;
using Hub.Domain;
using Hub.Domain.Consents;

namespace Hub.Contracts.People;

/// <summary>What one agency has on record of a person's consent.</summary>
/// <param name="Consents">One for each agency that would be told, in order of recording.</param>
[GenerateSerializer, Immutable, Alias("hub.ConsentList")]
public sealed record ConsentList([Id(0)] ImmutableArray<ConsentSeen> Consents);

/// <summary>One consent as it stands.</summary>
/// <param name="Consent">What is on record.</param>
/// <param name="AskAgainAt">From when on it has to be asked for again; null when it does not end by itself.</param>
[GenerateSerializer, Immutable, Alias("hub.ConsentSeen")]
public sealed record ConsentSeen([Id(0)] Consent Consent, [Id(1)] Moment? AskAgainAt);
