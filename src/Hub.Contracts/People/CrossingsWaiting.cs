using System.Collections.Immutable;
using Hub.Domain.Adoptions;
using Hub.Domain.Teams;

namespace Hub.Contracts.People;

/// <summary>What a sealed child's owner says of words that would cross.</summary>
/// <param name="Team">The admitted adoption team in which the caller holds the role.</param>
/// <param name="Telling">Texts that tell what is sealed, by their place.</param>
[GenerateSerializer, Immutable, Alias("hub.SealedTold")]
public sealed record SealedTold([Id(0)] TeamId Team, [Id(1)] ImmutableArray<int> Telling);

/// <summary>A crossing as its event tells it again at every repeat.</summary>
/// <param name="Crossing">The crossing; the default when only validating.</param>
[GenerateSerializer, Immutable, Alias("hub.CrossingWritten")]
public sealed record CrossingWritten([Id(0)] CrossingId Crossing);

/// <summary>Crossings that wait for another person.</summary>
/// <param name="Crossings">In order of proposing.</param>
[GenerateSerializer, Immutable, Alias("hub.CrossingsWaiting")]
public sealed record CrossingsWaiting([Id(0)] ImmutableArray<Crossing> Crossings);
