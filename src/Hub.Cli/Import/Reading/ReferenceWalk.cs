using System.Collections;
using Hl7.Fhir.Model;

namespace Hub.Cli.Import.Reading;

/// <summary>Every reference in a record, with its FHIR path.</summary>
internal static class ReferenceWalk
{
    public static IEnumerable<(string Path, string Reference)> Of(SourceRecord record) => Inside(record.Resource, record.Path);

    private static IEnumerable<(string Path, string Reference)> Inside(Base element, string path)
    {
        if (element is ResourceReference { ReferenceElement: { } reference })
        {
            yield return ($"{path}.reference", reference.Said());
        }

        foreach (var found in element.EnumerateElements().SelectMany(e => Children(e.Key, e.Value, path)).SelectMany(c => Inside(c.Child, c.Path)))
        {
            yield return found;
        }
    }

    private static IEnumerable<(Base Child, string Path)> Children(string name, object value, string path) => value switch
    {
        Base one => [(one, $"{path}.{name}")],
        IEnumerable many => many.OfType<Base>().Select((child, i) => (child, $"{path}.{name}[{i}]")),
        _ => [],
    };
}
