using System.Security.Cryptography;
using System.Text;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Hub.Cli.Import.Reading;

/// <summary>One FHIR resource and where it stands.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Path">FHIR path to it, such as Patient or Bundle.entry[2].resource.</param>
/// <param name="Resource">The resource.</param>
/// <param name="FullUrl">What its bundle calls it; empty outside of one.</param>
internal sealed record SourceRecord(string File, string Path, Resource Resource, string FullUrl)
{
    private readonly Lazy<string> content = new(() => Written(Resource));

    public string Type => Resource.TypeName;

    /// <summary>The id by which its own system knows it; one without id or name goes by its content.</summary>
    public string Id => Resource.SaidId() is { Length: > 0 } id ? id
        : FullUrl.Length > 0 ? FullUrl[(FullUrl.LastIndexOfAny(['/', ':']) + 1)..]
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));

    public string Key => $"{Type}/{Id}";

    /// <summary>The same text for the same content, whether it came as XML or JSON, alone or in a bundle.</summary>
    public string Content => content.Value;

    public string At(string inside) => $"{Path}.{inside}";

    // Version, narrative and time of the last change say nothing of what the record is about.
    private static string Written(Resource resource)
    {
        var bare = (Resource)resource.DeepCopy();
        bare.Meta = null;
        if (bare is DomainResource { Text: not null } told)
        {
            told.Text = null;
        }

        return new FhirJsonSerializer().SerializeToString(bare);
    }
}
