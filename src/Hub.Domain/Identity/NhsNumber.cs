namespace Hub.Domain.Identity;

/// <summary>An NHS number: ten digits, the last a check digit (weights 10 to 2; 11 − sum mod 11; 11 is 0, 10 is invalid).
/// The ten numbers of one repeated digit pass the sum and are refused.</summary>
public sealed record NhsNumber
{
    /// <summary>The system name under which FHIR carries it.</summary>
    public const string System = "https://fhir.nhs.uk/Id/nhs-number";

    private NhsNumber(string value) => Value = value;

    /// <summary>The ten digits.</summary>
    public string Value { get; }

    /// <summary>The number, or null when the text breaks the rule. Blanks between the groups are taken as written on letters.</summary>
    public static NhsNumber? TryParse(string text)
    {
        var digits = text.Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length != 10 || !digits.All(char.IsAsciiDigit) || digits.All(c => c == digits[0]))
        {
            return null;
        }

        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += (10 - i) * (digits[i] - '0');
        }

        var check = 11 - (sum % 11);
        return check != 10 && check % 11 == digits[9] - '0' ? new NhsNumber(digits) : null;
    }
}
