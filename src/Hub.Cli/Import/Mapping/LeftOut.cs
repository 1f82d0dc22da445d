using Hl7.Fhir.Model;
using Hub.Cli.Import.Reading;

namespace Hub.Cli.Import.Mapping;

/// <summary>Parts of a record that have no place in the hub: by name, never by content.</summary>
internal static class LeftOut
{
    public static IReadOnlyList<string> Of(SourceRecord record, params string[] taken)
        => [.. record.Resource.EnumerateElements().Select(e => e.Key).Where(name => name is not ("id" or "meta") && !taken.Contains(name))];

    public static IEnumerable<string> Rest<T>(string name, IEnumerable<T> all, Func<T, bool> isTaken)
        where T : Base
        => all.Select((one, i) => (one, i)).Where(x => !isTaken(x.one)).Select(x => $"{name}[{x.i}]");
}
