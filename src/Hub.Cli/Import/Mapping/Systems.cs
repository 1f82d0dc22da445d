namespace Hub.Cli.Import.Mapping;

/// <summary>Names of numbering systems and lists of codes.</summary>
internal static class Systems
{
    public const string NhsNumber = "https://fhir.nhs.uk/Id/nhs-number";
    public const string PupilNumber = "urn:safeguarding-hub:upn";
    public const string GmcNumber = "https://fhir.hl7.org.uk/Id/gmc-number";
    public const string Snomed = "http://snomed.info/sct";
    public const string PatientFlag = "https://fhir.nhs.uk/England/CodeSystem/England-FlagCategoryPatient";

    /// <summary>Words of the hub itself, for exports that can be made to say them.</summary>
    public const string PlanType = "urn:safeguarding-hub:plan-type";
    public const string Role = "urn:safeguarding-hub:role";

    /// <summary>The system of references that an import makes. It never changes: by it a person of an earlier import is found again.</summary>
    public static string Reference(string source, string type) => $"urn:safeguarding-hub:import:{source}:{type}";
}
