using System.Collections.Immutable;
using Hub.Domain;
using Hub.Domain.Inbox;
using Hub.Domain.Teams;

namespace Hub.Contracts.Inbox;

/// <summary>Whom an event was told to, as far as its sender may know.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Teams">Deliveries to teams of which the sender may know.</param>
[GenerateSerializer, Immutable, Alias("hub.Told")]
public sealed record Told([Id(0)] Moment At, [Id(1)] ImmutableArray<ToldTeam> Teams);

/// <summary>One of them.</summary>
/// <param name="Team">The team.</param>
/// <param name="Place">Its delivery.</param>
/// <param name="At">The inbox in which it stands.</param>
[GenerateSerializer, Immutable, Alias("hub.ToldTeam")]
public sealed record ToldTeam([Id(0)] TeamId Team, [Id(1)] DeliveryPlace Place, [Id(2)] InboxAddress At);
