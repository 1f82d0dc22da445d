using System.Reflection;
using DbUp.Builder;
using DbUp.Engine;

namespace Hub.Silo.Journal;

/// <summary>The migrations of one database, by name. Their names are the schema's version.</summary>
internal sealed class MigrationSet(string folder)
{
    public const string AppliedTable = "schema_version";

    private readonly string prefix = $"Hub.Silo.Journal.{folder}.";

    private static Assembly Home => typeof(MigrationSet).Assembly;

    public IReadOnlyList<string> Names =>
        [.. Home.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(n => n[prefix.Length..])
            .Order(StringComparer.Ordinal)];

    /// <summary>Throws unless exactly the known migrations were applied.</summary>
    public void RequireCurrent(IReadOnlyCollection<string> applied)
    {
        RequireNotNewer(applied);
        if (Names.FirstOrDefault(n => !applied.Contains(n)) is { } missing)
        {
            throw new SchemaMismatch(SchemaAge.Older, missing);
        }
    }

    /// <summary>Throws when a migration was applied that this build does not know: writing there could break what a newer one relies on.</summary>
    public void RequireNotNewer(IReadOnlyCollection<string> applied)
    {
        if (applied.Order(StringComparer.Ordinal).FirstOrDefault(a => !Names.Contains(a)) is { } unknown)
        {
            throw new SchemaMismatch(SchemaAge.Newer, unknown);
        }
    }

    /// <summary>Applies what is missing, all of it or nothing.</summary>
    public void Apply(UpgradeEngineBuilder engine)
    {
        // Variables are off: "$$" quotes function bodies.
        var outcome = engine.WithScripts(Names.Select(n => new SqlScript(n, Text(n)))).WithTransaction().WithVariablesDisabled()
            .WithExecutionTimeout(TimeSpan.FromMinutes(30)).LogToNowhere().Build().PerformUpgrade();
        if (!outcome.Successful)
        {
            throw new MigrationFailed(outcome.ErrorScript?.Name ?? "bookkeeping", outcome.Error);
        }
    }

    private string Text(string name)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(prefix + name)!);
        return reader.ReadToEnd();
    }
}
