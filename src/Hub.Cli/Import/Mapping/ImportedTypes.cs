namespace Hub.Cli.Import.Mapping;

/// <summary>The types of record that an import looks into.</summary>
internal static class ImportedTypes
{
    private static readonly HashSet<string> All =
        ["Organization", "Practitioner", "PractitionerRole", "Patient", "RelatedPerson", "CareTeam", "CarePlan", "Flag"];

    public static bool Has(string type) => All.Contains(type);
}
