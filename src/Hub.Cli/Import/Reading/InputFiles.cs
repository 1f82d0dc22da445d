using Hl7.Fhir.Model;

namespace Hub.Cli.Import.Reading;

/// <summary>Everything that was given, read: files one by one, folders with their .xml and .json files, bundles opened.</summary>
internal sealed class InputFiles
{
    private readonly List<SourceRecord> records = [];
    private readonly List<Notice> unreadable = [];
    private readonly List<Notice> notices = [];

    public IReadOnlyList<SourceRecord> Records => records;

    /// <summary>Files of which nothing could be read.</summary>
    public IReadOnlyList<Notice> Unreadable => unreadable;

    public IReadOnlyList<Notice> Notices => notices;

    public void Read(string file)
    {
        var (resource, problem) = FhirFile.Read(file);
        if (resource is null)
        {
            unreadable.Add(new Notice(file, "", problem));
        }
        else
        {
            Add(file, resource.TypeName, resource, "");
        }
    }

    public static IReadOnlyList<string> Find(IEnumerable<string> said)
        => [.. said.SelectMany(path => Directory.Exists(path) ? Inside(path) : [path]).Distinct()];

    private static IEnumerable<string> Inside(string folder)
        => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true })
            .Where(f => Path.GetExtension(f).ToLowerInvariant() is ".xml" or ".json")
            .Order(StringComparer.Ordinal);

    private void Add(string file, string path, Resource resource, string fullUrl)
    {
        if (resource is not Bundle bundle)
        {
            records.Add(new SourceRecord(file, path, resource, fullUrl));
            return;
        }

        for (var i = 0; i < bundle.Entry.Count; i++)
        {
            var entry = $"{path}.entry[{i}]";
            if (bundle.Entry[i].Resource is { } inside)
            {
                Add(file, $"{entry}.resource", inside, bundle.Entry[i].FullUrlElement.Said());
            }
            else
            {
                notices.Add(new Notice(file, entry, "holds no resource"));
            }
        }
    }
}
