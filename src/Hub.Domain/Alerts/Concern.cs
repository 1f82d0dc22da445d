using System.Text.Json.Serialization;

namespace Hub.Domain.Alerts;

/// <summary>All that a concern's owner remembers: what its stream folds into.</summary>
/// <param name="Raised">What was told; null before.</param>
public sealed record Concern([property: JsonPropertyName("raised")] ConcernRaised? Raised)
{
    /// <summary>Not told yet.</summary>
    public static Concern Empty { get; } = new(Raised: null);

    /// <summary>The concern after an event of its stream.</summary>
    public Concern Apply(Happened happened) => happened.Content is ConcernRaised e ? new Concern(e) : this;
}

/// <summary>The events of a concern's stream, by stored name.</summary>
public static class ConcernEvents
{
    private static readonly EventType RaisedType = new("concern.raised", 1, ConcernJson.Default.ConcernRaised);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EventType> All { get; } = [RaisedType];

    /// <summary>The type under which an event is stored.</summary>
    public static EventType Of(IEvent content)
        => content is ConcernRaised ? RaisedType : throw new ArgumentException("not an event of a concern's stream", nameof(content));
}

/// <summary>How a concern's events, commands and snapshots are written: UTF-8 JSON with explicit names, no nulls.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConcernRaised))]
[JsonSerializable(typeof(RaiseConcern))]
[JsonSerializable(typeof(Concern))]
public sealed partial class ConcernJson : JsonSerializerContext;
