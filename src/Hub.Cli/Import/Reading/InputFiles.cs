using Hl7.Fhir.Model;

namespace Hub.Cli.Import.Reading;

/// <summary>Everything that was given, read: files one by one, folders with their .xml and .json files, bundles opened.</summary>
internal sealed class InputFiles
{
    private readonly List<SourceRecord> records = [];
    private readonly List<(SourceRecord Record, string Misfit)> misshapen = [];
    private readonly List<Notice> unreadable = [];
    private readonly List<Notice> notices = [];

    public IReadOnlyList<SourceRecord> Records => records;

    /// <summary>Records that cannot be looked into, with the FHIR path of the first element of another shape.</summary>
    public IReadOnlyList<(SourceRecord Record, string Misfit)> Misshapen => misshapen;

    /// <summary>Files and bundles of which nothing could be read.</summary>
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
        if (resource is Bundle bundle)
        {
            Open(file, path, bundle);
            return;
        }

        var record = new SourceRecord(file, path, resource, fullUrl);
        if (Shape.Misfit(resource, path) is { } misfit)
        {
            misshapen.Add((record, misfit));
        }
        else
        {
            records.Add(record);
        }
    }

    private void Open(string file, string path, Bundle bundle)
    {
        if (Shape.OwnMisfit(bundle, path) is { } misfit)
        {
            unreadable.Add(new Notice(file, misfit, Shape.Broken));
            return;
        }

        for (var i = 0; i < bundle.Entry.Count; i++)
        {
            var (entry, at) = (bundle.Entry[i], $"{path}.entry[{i}]");
            if (Shape.OwnMisfit(entry, at) is { } broken)
            {
                unreadable.Add(new Notice(file, broken, Shape.Broken));
            }
            else if (entry.Resource is { } inside && FhirFile.IsNamed(inside))
            {
                Add(file, $"{at}.resource", inside, entry.FullUrlElement.Said());
            }
            else
            {
                notices.Add(new Notice(file, at, "holds no resource"));
            }
        }
    }
}
