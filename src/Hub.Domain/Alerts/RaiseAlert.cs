using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;

namespace Hub.Domain.Alerts;

/// <summary>Event <c>alert.raised</c>.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Category">The category of the type itself, by the table in force then.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Plan">The plan it is about, if one was named.</param>
/// <param name="Elements">What else is told, in order.</param>
public sealed record AlertRaised(
    [property: JsonPropertyName("type")] AlertType Type,
    [property: JsonPropertyName("category")] Category Category,
    [property: JsonPropertyName("severity")] Severity Severity,
    [property: JsonPropertyName("plan")] PlanId? Plan,
    [property: JsonPropertyName("elements")] ImmutableArray<WrittenElement> Elements) : IEvent;

/// <summary>Alerts the circle of a person with whom the caller's agency works, and the teams that its plans are linked with.</summary>
/// <param name="Type">Number of the alert type.</param>
/// <param name="Severity">Number of the severity.</param>
/// <param name="Plan">The agency's own open plan that it is about; null for all of them.</param>
/// <param name="Elements">What else is told, each with the id it will get.</param>
[GenerateSerializer, Immutable, Alias("hub.RaiseAlert")]
public sealed record RaiseAlert(
    [property: JsonPropertyName("type")][Id(0)] int Type,
    [property: JsonPropertyName("severity")][Id(1)] int Severity,
    [property: JsonPropertyName("plan")][Id(2)] PlanId? Plan,
    [property: JsonPropertyName("elements")][Id(3)] ImmutableArray<DraftedElement> Elements)
{
    /// <summary>Most elements of one alert, and of one concern.</summary>
    public const int MaxElements = 16;

    /// <summary>Refuses an unknown type or severity, and elements that cannot be taken. Whose person and plan it is has been settled before.</summary>
    public Decided Decide(Sector sector)
    {
        var broken = new FieldRules();
        var type = (AlertType)Type;
        broken.Must(Enum.IsDefined(type), "type", "must be a known alert type");
        var severity = broken.Severity(Severity);
        var elements = broken.Elements("elements", Elements, MaxElements);
        return broken.Refusal is { } refusal
            ? Decided.Refuse(refusal)
            : Decided.Commit(new AlertRaised(type, AlertTypes.CategoryOf(type, sector), severity, Plan, elements));
    }
}

/// <summary>How urgent a command says it is.</summary>
internal static class SeverityRules
{
    public static Severity Severity(this FieldRules broken, int number)
    {
        var severity = (Severity)number;
        broken.Must(Enum.IsDefined(severity), "severity", "must be a known severity");
        return severity;
    }
}
