using System.Text.Json.Serialization;
using Hub.Domain.Teams;

namespace Hub.Domain.Deciding;

/// <summary>The delivery by which a team was asked to decide. It never leaves the hub in clear.</summary>
/// <param name="Team">The team.</param>
/// <param name="Commit">Number of the transaction by which it was delivered.</param>
/// <param name="Ordinal">Place within it.</param>
/// <param name="IsRestricted">Whether it was delivered to the team's restricted inbox; absent where not.</param>
[GenerateSerializer, Immutable, Alias("hub.AskedItem")]
public sealed record AskedItem(
    [property: JsonPropertyName("team")][Id(0)] TeamId Team,
    [property: JsonPropertyName("commit")][Id(1)] long Commit,
    [property: JsonPropertyName("ordinal")][Id(2)] int Ordinal,
    [property: JsonPropertyName("restricted")][Id(3)] bool? IsRestricted = null);
