using System.Collections;
using System.Reflection;
using Hl7.Fhir.Model;

namespace Hub.Cli.Import.Reading;

/// <summary>Whether each element is what FHIR R4 says it is: a list where it says list, a period where it says period. What a reader that takes
/// anything has kept in another shape cannot be asked for.</summary>
internal static class Shape
{
    public const string Broken = "has not the shape that FHIR R4 gives it";

    /// <summary>FHIR path of the first element of another shape, at any depth; null when all are sound.</summary>
    public static string? Misfit(Base element, string path)
        => OwnMisfit(element, path) ?? Children(element, path).Select(c => Misfit(c.Child, c.Path)).FirstOrDefault(p => p is not null);

    /// <summary>The same for its own elements only.</summary>
    public static string? OwnMisfit(Base element, string path)
        => Elements(element).Where(e => Read(element, e.Property) is { IsSound: false }).Select(e => $"{path}.{e.Name}").FirstOrDefault();

    private static IEnumerable<(Base Child, string Path)> Children(Base element, string path)
        => Elements(element).SelectMany(e => Read(element, e.Property).Value switch
        {
            Base one => [(one, $"{path}.{e.Name}")],
            IEnumerable many => many.OfType<Base>().Select((child, i) => (child, $"{path}.{e.Name}[{i}]")),
            _ => Enumerable.Empty<(Base, string)>(),
        });

    // What a primitive says is taken as it was written, whatever it is.
    private static IEnumerable<(string Name, PropertyInfo Property)> Elements(Base element)
        => element is PrimitiveType || ModelInfo.ModelInspector.FindClassMapping(element.GetType()) is not { } mapping
            ? []
            : mapping.PropertyMappings.Where(p => p.NativeProperty is not null).Select(p => (p.Name, p.NativeProperty!));

    private static (bool IsSound, object? Value) Read(Base element, PropertyInfo property)
    {
        try
        {
            return (true, property.GetValue(element));
        }
        catch (TargetInvocationException)
        {
            return (false, null);
        }
    }
}
