using System.Text.Json.Serialization;

namespace Hub.Domain.Teams;

/// <summary>One of a team's two inboxes: the one at the machine's door, or the restricted one, which is read at the person's door alone. Source:
/// delivery, "Two doors per inbox".</summary>
/// <param name="Team">The team.</param>
/// <param name="IsRestricted">Whether it is the restricted one.</param>
[GenerateSerializer, Immutable, Alias("hub.InboxAddress")]
public sealed record InboxAddress(
    [property: JsonPropertyName("team")][Id(0)] TeamId Team,
    [property: JsonPropertyName("restricted")][Id(1)] bool IsRestricted)
{
    private const string Restricted = "/restricted";

    /// <summary>Its number.</summary>
    [JsonIgnore]
    public long Number => IsRestricted ? Team.RestrictedInbox : Team.Inbox;

    /// <summary>The address, or null when the text has not its shape.</summary>
    public static InboxAddress? TryParse(string text)
        => text.EndsWith(Restricted, StringComparison.Ordinal) && TeamId.TryParse(text[..^Restricted.Length]) is { } restricted ? new InboxAddress(restricted, IsRestricted: true)
            : TeamId.TryParse(text) is { } team ? new InboxAddress(team, IsRestricted: false)
            : null;

    /// <summary>The two of a team.</summary>
    public static InboxAddress[] Of(TeamId team) => [new(team, IsRestricted: false), new(team, IsRestricted: true)];

    /// <summary>As <c>agency/team</c> or <c>agency/team/restricted</c>.</summary>
    public override string ToString() => IsRestricted ? $"{Team}{Restricted}" : $"{Team}";
}
