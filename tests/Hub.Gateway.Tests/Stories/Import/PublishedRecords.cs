namespace Hub.Gateway.Tests.Stories.Import;

/// <summary>Records that others published, read where they lie and never copied into the project: HUB_SAMPLE_RECORDS, else ../shared/data.</summary>
internal static class PublishedRecords
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("HUB_SAMPLE_RECORDS") is { Length: > 0 } said
        ? Path.GetFullPath(said)
        : Path.GetFullPath(Path.Combine(Root(), "..", "shared", "data"));

    public static string Fhir => Path.Combine(Folder, "fhir");

    public static string Authorities => Path.Combine(Folder, "local-authorities.csv");

    /// <summary>Files whose names begin so.</summary>
    public static string[] Files(params string[] beginnings)
        => [.. Directory.EnumerateFiles(Fhir, "*.xml").Where(f => Array.Exists(beginnings, Path.GetFileName(f).StartsWith)).Order(StringComparer.Ordinal)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("not inside the project");
        }

        return folder.FullName;
    }
}

/// <summary>A fact about published records. Where they are missing it counts as skipped, so that the project can be tested without them; with CI=true
/// it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactOfPublishedRecordsAttribute : FactAttribute
{
    public override string? Skip
    {
        get => Directory.Exists(PublishedRecords.Fhir) || Environment.GetEnvironmentVariable("CI") == "true" ? null : $"no records in {PublishedRecords.Folder}";
        set => throw new NotSupportedException("it is skipped for one reason only");
    }
}
