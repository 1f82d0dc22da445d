using Hl7.Fhir.Model;

namespace Hub.Cli.Import.Reading;

/// <summary>What a record says, also where FHIR would not take it: the hub answers for what it can take.</summary>
internal static class FhirText
{
    public static string Said(this PrimitiveType? element) => element?.JsonValue?.ToString() ?? "";

    public static bool IsNo(this PrimitiveType? element) => element.Said().Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The id, also where the record has no sound one.</summary>
    public static string SaidId(this Resource resource) => resource.TryGetValue("id", out var id) ? (id as PrimitiveType).Said() : "";

    /// <summary>The words of a concept: its text, else the first display.</summary>
    public static string Said(this CodeableConcept? concept)
        => concept is null ? ""
            : concept.TextElement.Said() is { Length: > 0 } text ? text
            : concept.Coding.Select(c => c.DisplayElement.Said()).FirstOrDefault(d => d.Length > 0) ?? "";

    public static bool Has(this CodeableConcept? concept, string system, string code) => concept.Codes(system).Contains(code);

    public static IEnumerable<string> Codes(this CodeableConcept? concept, string system)
        => concept?.Coding.Where(c => c.SystemElement.Said() == system).Select(c => c.CodeElement.Said()) ?? [];
}
