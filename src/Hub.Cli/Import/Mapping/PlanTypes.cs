using Hl7.Fhir.Model;
using Hub.Agencies.V1;
using Hub.Cli.Calls;
using Hub.Cli.Import.Reading;
using Hub.Plans.V1;

namespace Hub.Cli.Import.Mapping;

/// <summary>Which type of plan a CarePlan is, by its categories.</summary>
internal static class PlanTypes
{
    // SNOMED CT "care plan", which many services write on any plan of theirs.
    private const string AnyCarePlan = "734163000";

    private static readonly Dictionary<string, PlanType> Codes = new(StringComparer.Ordinal)
    {
        ["342191000000101"] = PlanType.ChildProtection,
        ["818901000000100"] = PlanType.UnbornChildProtection,
        ["764841000000100"] = PlanType.LookedAfterChild,
        ["736253002"] = PlanType.MentalHealthCrisis,
        ["325691000000100"] = PlanType.Contingency,
        ["2181441000000107"] = PlanType.PersonalisedCare,
    };

    /// <summary>Whether a plan of this type is always about a child.</summary>
    public static bool IsChilds(PlanType? type)
        => type is PlanType.ChildProtection or PlanType.UnbornChildProtection or PlanType.LookedAfterChild or PlanType.ChildInNeed
            or PlanType.EarlyHelp or PlanType.EducationHealthAndCare or PlanType.Pathway;

    /// <summary>The type that the record names, or null. Only an adult mental health service's own "care plan" is taken for a mental health care
    /// plan: a plan of any other service under that name would tell of an illness that nobody has found.</summary>
    public static PlanType? Named(CarePlan plan, Sector sector)
    {
        foreach (var concept in plan.Category)
        {
            foreach (var code in concept.Codes(Systems.Snomed))
            {
                if (Codes.TryGetValue(code, out var type))
                {
                    return type;
                }
            }

            foreach (var word in concept.Codes(Systems.PlanType))
            {
                if (Word.Find<PlanType>(word) is { } type)
                {
                    return type;
                }
            }
        }

        return sector == Sector.AdultMentalHealth && plan.Category.Exists(c => c.Has(Systems.Snomed, AnyCarePlan)) ? PlanType.AdultMentalHealthCare : null;
    }
}
