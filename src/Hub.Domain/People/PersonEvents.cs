using System.Text.Json.Serialization;
using Hub.Domain.Identity;
using Hub.Domain.Plans;

namespace Hub.Domain.People;

/// <summary>The events of a person's stream, by stored name.</summary>
public static class PersonEvents
{
    private static readonly EventType ChildRegistered = new("child.registered", 1, PersonJson.Default.PersonRegistered);
    private static readonly EventType AdultRegistered = new("adult.registered", 1, PersonJson.Default.PersonRegistered);
    private static readonly EventType PlanStartedType = new("plan.started", 1, PersonJson.Default.PlanStarted);
    private static readonly EventType PlanChangedType = new("plan.changed", 1, PersonJson.Default.PlanChanged);
    private static readonly EventType PlanEndedType = new("plan.ended", 1, PersonJson.Default.PlanEnded);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EventType> All { get; } = [ChildRegistered, AdultRegistered, PlanStartedType, PlanChangedType, PlanEndedType];

    /// <summary>The type under which an event is stored.</summary>
    public static EventType Of(IEvent content) => content switch
    {
        PersonRegistered { Kind: PersonKind.Child } => ChildRegistered,
        PersonRegistered => AdultRegistered,
        PlanStarted => PlanStartedType,
        PlanChanged => PlanChangedType,
        PlanEnded => PlanEndedType,
        _ => throw new ArgumentException("not an event of a person's stream", nameof(content)),
    };
}

/// <summary>How a person's events, commands and snapshots are written: UTF-8 JSON with explicit names, no nulls.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PersonRegistered))]
[JsonSerializable(typeof(PlanStarted))]
[JsonSerializable(typeof(PlanChanged))]
[JsonSerializable(typeof(PlanEnded))]
[JsonSerializable(typeof(RegisterPerson))]
[JsonSerializable(typeof(OpenPlan))]
[JsonSerializable(typeof(RevisePlan))]
[JsonSerializable(typeof(EndPlan))]
[JsonSerializable(typeof(Person))]
public sealed partial class PersonJson : JsonSerializerContext;
