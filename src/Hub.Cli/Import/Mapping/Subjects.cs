using Hl7.Fhir.Model;
using Hub.Agencies.V1;
using Hub.Cli.Import.Reading;

namespace Hub.Cli.Import.Mapping;

/// <summary>Who is a child: somebody born within 18 years of today, and somebody whom a child's plan or a child protection flag in effect is
/// about, whatever the birth date says.</summary>
internal sealed class Subjects(RecordSet records, Sector sector, DateOnly today)
{
    private const int OfAge = 18;

    private readonly HashSet<SourceRecord> ofChildsPlans =
    [
        .. records.Of<CarePlan>()
            .Where(p => CarePlanContent.NotInEffect(p.Resource) is null && PlanTypes.IsChilds(PlanTypes.Named(p.Resource, sector)))
            .Select(p => records.Find(p.Resource.Subject)).OfType<SourceRecord>(),
        .. records.Of<Flag>().Where(f => IsChildProtection(f.Resource)).Select(f => records.Find(f.Resource.Subject)).OfType<SourceRecord>(),
    ];

    public static bool IsChildProtection(Flag flag)
        => flag.StatusElement.Said() == "active"
            && (flag.Code.Has(Systems.PatientFlag, "child-protection-information-system-flag") || flag.Code.Has(Systems.Snomed, "342191000000101"));

    public bool IsChild(SourceRecord person) => IsYoung(person) || ofChildsPlans.Contains(person);

    /// <summary>What somebody should look at, or null.</summary>
    public string? Doubt(SourceRecord person)
        => IsYoung(person) ? null
            : ofChildsPlans.Contains(person) ? "is taken as a child, by a plan or flag, though not known to be under 18"
            : Born(person).Length == 0 ? "is taken as an adult: no birth date"
            : null;

    // Of a year or a month the last day counts: in doubt somebody is a child.
    private bool IsYoung(SourceRecord person) => FhirDate.Latest(Born(person)) is { } born && born > today.AddYears(-OfAge);

    private static string Born(SourceRecord person)
        => person.Resource switch
        {
            Patient p => p.BirthDateElement.Said(),
            RelatedPerson p => p.BirthDateElement.Said(),
            _ => "",
        };
}
