using System.Text.Json.Serialization;

namespace Hub.Domain.Teams;

/// <summary>The events of a team's stream, by stored name.</summary>
public static class TeamEvents
{
    private static readonly EventType Opened = new("team.opened", 1, TeamJson.Default.TeamOpened);
    private static readonly EventType Assigned = new("role.assigned", 1, TeamJson.Default.RoleAssigned);
    private static readonly EventType Ended = new("role.ended", 1, TeamJson.Default.RoleEnded);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EventType> All { get; } = [Opened, Assigned, Ended];

    /// <summary>The type under which an event is stored.</summary>
    public static EventType Of(IEvent content) => content switch
    {
        TeamOpened => Opened,
        RoleAssigned => Assigned,
        RoleEnded => Ended,
        _ => throw new ArgumentException("not an event of a team's stream", nameof(content)),
    };
}

/// <summary>How a team's events, commands and snapshots are written: UTF-8 JSON with explicit names, no nulls.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeamOpened))]
[JsonSerializable(typeof(RoleAssigned))]
[JsonSerializable(typeof(RoleEnded))]
[JsonSerializable(typeof(OpenTeam))]
[JsonSerializable(typeof(AssignRole))]
[JsonSerializable(typeof(EndRole))]
[JsonSerializable(typeof(Team))]
public sealed partial class TeamJson : JsonSerializerContext;
