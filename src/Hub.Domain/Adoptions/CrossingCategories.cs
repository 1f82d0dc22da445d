using Hub.Domain.Agreements;

namespace Hub.Domain.Adoptions;

/// <summary>What may cross from the before of an adoption to its after: a table with an edition. Source: sharing rules, "Health and safety facts cross
/// once".</summary>
public static class CrossingCategories
{
    /// <summary>The edition of the table.</summary>
    public const string Edition = "2026-11";

    /// <summary>Health, and what to do before harm is done. All else that is known of the before names people, places, dates or bodies of it: an address, a
    /// school, a plan, an order, a report and a relationship lead back by themselves.</summary>
    public static CategorySet All { get; } = CategorySet.Of(
        Category.HealthPhysical, Category.HealthMental, Category.SubstanceUse, Category.SexualHealth, Category.SafetyPlanTriggers);
}
