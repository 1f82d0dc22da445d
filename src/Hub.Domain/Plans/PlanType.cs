using System.Text.Json.Serialization;
using Hub.Domain.Identity;

namespace Hub.Domain.Plans;

/// <summary>Types of plan, with the SNOMED CT code where one exists.</summary>
public enum PlanType
{
    /// <summary>SNOMED CT 342191000000101.</summary>
    [JsonStringEnumMemberName("child-protection-plan")]
    ChildProtection = 1,

    /// <summary>SNOMED CT 818901000000100.</summary>
    [JsonStringEnumMemberName("unborn-child-protection-plan")]
    UnbornChildProtection = 2,

    /// <summary>SNOMED CT 764841000000100.</summary>
    [JsonStringEnumMemberName("looked-after-child")]
    LookedAfterChild = 3,

    /// <summary>Child in need plan.</summary>
    [JsonStringEnumMemberName("child-in-need-plan")]
    ChildInNeed = 4,

    /// <summary>Early help plan.</summary>
    [JsonStringEnumMemberName("early-help-plan")]
    EarlyHelp = 5,

    /// <summary>Education, health and care plan.</summary>
    [JsonStringEnumMemberName("education-health-and-care-plan")]
    EducationHealthAndCare = 6,

    /// <summary>Pathway plan.</summary>
    [JsonStringEnumMemberName("pathway-plan")]
    Pathway = 7,

    /// <summary>SNOMED CT category care plan 734163000.</summary>
    [JsonStringEnumMemberName("adult-mental-health-care-plan")]
    AdultMentalHealthCare = 8,

    /// <summary>SNOMED CT 736253002.</summary>
    [JsonStringEnumMemberName("mental-health-crisis-plan")]
    MentalHealthCrisis = 9,

    /// <summary>SNOMED CT 325691000000100.</summary>
    [JsonStringEnumMemberName("contingency-plan")]
    Contingency = 10,

    /// <summary>SNOMED CT 2181441000000107.</summary>
    [JsonStringEnumMemberName("personalised-care-plan")]
    PersonalisedCare = 11,

    /// <summary>Substance misuse treatment plan.</summary>
    [JsonStringEnumMemberName("substance-misuse-treatment-plan")]
    SubstanceMisuseTreatment = 12,

    /// <summary>Contact plan.</summary>
    [JsonStringEnumMemberName("contact-plan")]
    Contact = 13,

    /// <summary>Safety plan.</summary>
    [JsonStringEnumMemberName("safety-plan")]
    Safety = 14,
}

/// <summary>Whose plan a type can be.</summary>
public static class PlanSubjects
{
    /// <summary>True when a plan of this type can be about a person of this kind.</summary>
    public static bool Fits(PlanType type, PersonKind kind) => type switch
    {
        PlanType.ChildProtection or PlanType.UnbornChildProtection or PlanType.LookedAfterChild or PlanType.ChildInNeed
            or PlanType.EarlyHelp or PlanType.EducationHealthAndCare or PlanType.Pathway => kind == PersonKind.Child,
        PlanType.AdultMentalHealthCare or PlanType.SubstanceMisuseTreatment => kind == PersonKind.Adult,
        _ => true,
    };
}
