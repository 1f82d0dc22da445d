namespace Hub.Cli.Import.Mapping;

/// <summary>Where in the record a field of the request came from, so that a refusal names what its owner can put right.</summary>
internal sealed class FieldPaths
{
    private readonly Dictionary<string, string> paths = new(StringComparer.Ordinal);

    public void Add(string field, string path) => paths[field] = path;

    /// <summary>The FHIR path; the hub's own field for one that the record does not hold.</summary>
    public string Of(string field) => paths.GetValueOrDefault(field, field);
}
