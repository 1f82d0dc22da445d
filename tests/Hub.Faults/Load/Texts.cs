using Hub.People.V1;
using Hub.Plans.V1;

namespace Hub.Faults.Load;

/// <summary>The fictional people and words of the load.</summary>
internal static class Texts
{
    private const string NhsSystem = "https://fhir.nhs.uk/Id/nhs-number";
    private const long TestRange = 999_000_000;

    /// <summary>The n-th child: everybody who registers it says the same of it, so that it is one person.</summary>
    public static Identity Child(int n) => new()
    {
        FamilyName = $"Example{(char)('a' + (n % 26))}",
        GivenNames = { "Sam" },
        BirthDate = "2019-03-04",
        Identifiers = { new Identifier { System = NhsSystem, Value = Number(n) } },
    };

    /// <summary>What elements tell: each of these is shown to some of those who hear, and to others not.</summary>
    public static IReadOnlyList<Category> Categories { get; } = [Category.PlanContent, Category.PlanContent, Category.Education, Category.HousingAndFinance];

    public static PlanElementContent Element(string text, Category category = Category.PlanContent)
        => new() { Category = category, Kind = ElementKind.Fact, Text = text };

    /// <summary>The n-th valid NHS number of the range kept for tests.</summary>
    private static string Number(int n)
    {
        for (var body = TestRange; ; body++)
        {
            var digits = body.ToString();
            var check = 11 - (digits.Select((d, i) => (10 - i) * (d - '0')).Sum() % 11);
            if (check != 10 && n-- == 0)
            {
                return $"{digits}{check % 11}";
            }
        }
    }
}
