using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Teams;

/// <summary>A team's public key at this hub: its agency, and a <see cref="Slug"/> of at most 24 characters that the agency chose.
/// Written <c>agency/team</c>. A team is an address, as an agency is: it tells nothing about a person.</summary>
/// <param name="Agency">The agency whose team it is.</param>
/// <param name="Name">The agency's own key for it.</param>
[GenerateSerializer, Immutable, Alias("hub.TeamId")]
[JsonConverter(typeof(TeamIdJson))]
public sealed record TeamId([Id(0)] AgencyId Agency, [Id(1)] string Name) : IComparable<TeamId>
{
    /// <summary>Number of the team's inbox: 63 bits of SHA-256. The team's owner claims it, so that no two teams share one.</summary>
    [JsonIgnore]
    public long Inbox => Number($"hub.inbox.v1/{this}");

    /// <summary>Number of the team's restricted inbox, made and claimed in the same way.</summary>
    [JsonIgnore]
    public long RestrictedInbox => Number($"hub.inbox.restricted.v1/{this}");

    /// <summary>The id, or null when the text has not its shape.</summary>
    public static TeamId? TryParse(string text)
        => text.Split('/') is [var agency, var name] && AgencyId.TryParse(agency) is { } of && Slug.IsValid(name, 24) ? new TeamId(of, name) : null;

    /// <inheritdoc />
    public int CompareTo(TeamId? other) => string.CompareOrdinal(ToString(), other?.ToString());

    /// <inheritdoc />
    public override string ToString() => $"{Agency}/{Name}";

    private static long Number(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(name))) & long.MaxValue;
}

internal sealed class TeamIdJson : JsonConverter<TeamId>
{
    public override TeamId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => TeamId.TryParse(reader.GetString() ?? "") ?? throw new JsonException("not a team id");

    public override void Write(Utf8JsonWriter writer, TeamId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
