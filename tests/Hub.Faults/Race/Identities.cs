using Hub.People.V1;

namespace Hub.Faults.Race;

/// <summary>The fictional people of the race: all of one family, told apart by numbers of the range kept for tests.</summary>
internal static class Identities
{
    private const long Range = 999_000_000;

    public static Identity Child(int n) => Of("Sam", "2019-03-04", 2 * n);

    public static Identity Adult(int n) => Of("Kim", "1994-05-06", (2 * n) + 1);

    private static Identity Of(string given, string born, int n) => new()
    {
        FamilyName = "Example",
        GivenNames = { given },
        BirthDate = born,
        Identifiers = { new Identifier { System = "https://fhir.nhs.uk/Id/nhs-number", Value = Number(n) } },
    };

    /// <summary>Of any two neighbours at least one has a check digit.</summary>
    private static string Number(int n)
    {
        for (var body = Range + (2L * n); ; body++)
        {
            var digits = body.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var check = 11 - (digits.Select((d, i) => (10 - i) * (d - '0')).Sum() % 11);
            if (check != 10)
            {
                return $"{digits}{check % 11}";
            }
        }
    }
}
