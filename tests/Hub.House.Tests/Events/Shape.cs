using System.Collections;
using System.Text.Json.Serialization.Metadata;

namespace Hub.House.Tests.Events;

/// <summary>Which JSON properties a value and all in it have filled.</summary>
internal sealed class Shape
{
    private readonly Dictionary<string, bool> filled = new(StringComparer.Ordinal);

    public IEnumerable<string> NeverFilled => filled.Where(p => !p.Value).Select(p => p.Key);

    public void Look(object value, JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            foreach (var item in (IEnumerable)value)
            {
                Look(item, type.Options.GetTypeInfo(item.GetType()));
            }
        }

        foreach (var property in type.Kind == JsonTypeInfoKind.Object ? type.Properties : [])
        {
            if (property.Get is not { } get)
            {
                continue;
            }

            var name = $"{type.Type.Name}.{property.Name}";
            var inner = get(value);
            filled[name] = filled.GetValueOrDefault(name) || inner is not null;
            if (inner is not null)
            {
                Look(inner, type.Options.GetTypeInfo(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
            }
        }
    }

    /// <summary>Property names as docs/formats/events.md writes them: "plan, elements [{element, content {text}}]".</summary>
    public static string Describe(JsonTypeInfo type)
        => string.Join(", ", type.Properties.Where(p => p.Get is not null).Select(p => p.Name + Inner(type.Options.GetTypeInfo(Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType))));

    private static string Inner(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => $" {{{Describe(type)}}}",
        JsonTypeInfoKind.Enumerable when type.Options.GetTypeInfo(type.ElementType!) is { Kind: JsonTypeInfoKind.Object } item => $" [{{{Describe(item)}}}]",
        _ => "",
    };
}
