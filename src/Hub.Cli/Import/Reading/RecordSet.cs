using Hl7.Fhir.Model;

namespace Hub.Cli.Import.Reading;

/// <summary>All records of a run. Files and their order do not matter: a reference is looked up in everything that was given, and of several
/// versions of one record the same one is taken each time.</summary>
internal sealed class RecordSet
{
    private readonly Dictionary<string, SourceRecord> byKey;
    private readonly Dictionary<string, SourceRecord> byFullUrl;

    public RecordSet(IEnumerable<SourceRecord> records)
    {
        var versions = records.GroupBy(r => r.Key)
            .Select(g => g.OrderByDescending(r => r.Resource.Meta?.LastUpdatedElement.Said() ?? "", StringComparer.Ordinal).ThenBy(r => r.Content, StringComparer.Ordinal).ToList())
            .ToList();
        Taken = [.. versions.Select(v => v[0])];
        Others = [.. versions.SelectMany(v => v.Skip(1).Select(other => (other, v[0])))];
        byKey = Taken.ToDictionary(r => r.Key);
        byFullUrl = versions.SelectMany(v => v.Where(r => r.FullUrl.Length > 0).Select(r => (r.FullUrl, Taken: v[0])))
            .DistinctBy(r => r.FullUrl).ToDictionary(r => r.FullUrl, r => r.Taken);
    }

    /// <summary>One version of each record.</summary>
    public IReadOnlyList<SourceRecord> Taken { get; }

    /// <summary>The other versions, each with the one that was taken.</summary>
    public IReadOnlyList<(SourceRecord Record, SourceRecord Taken)> Others { get; }

    public IEnumerable<(SourceRecord Record, T Resource)> Of<T>()
        where T : Resource
        => Taken.Where(r => r.Resource is T).Select(r => (r, (T)r.Resource));

    /// <summary>The record that a reference means, or null. An address of another server is found only where a bundle calls a record so: the same
    /// id on two servers is two records.</summary>
    public SourceRecord? Find(ResourceReference? reference) => reference?.ReferenceElement.Said() is { Length: > 0 } text ? Find(text) : null;

    /// <summary>Whether a reference leads to nothing in this run.</summary>
    public bool Dangles(SourceRecord from, string reference)
        => reference.StartsWith('#')
            ? reference.Length > 1 && from.Resource is DomainResource holder && holder.Contained.TrueForAll(c => c.SaidId() != reference[1..])
            : Find(reference) is null;

    private SourceRecord? Find(string reference)
    {
        var plain = reference.Split("/_history/")[0];
        return byFullUrl.GetValueOrDefault(plain) ?? byKey.GetValueOrDefault(plain);
    }
}
