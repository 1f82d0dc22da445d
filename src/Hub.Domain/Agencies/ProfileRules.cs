namespace Hub.Domain.Agencies;

/// <summary>What name and duty number must be to stand in a profile, an agency's or a team's.</summary>
internal static class ProfileRules
{
    /// <summary>The name without spaces around it; collects an empty and a long one.</summary>
    public static string Name(this FieldRules broken, string name)
    {
        if (broken.Text("name", name, 200))
        {
            broken.Must(!string.IsNullOrWhiteSpace(name), "name", "must not be empty");
        }

        return name.Trim();
    }

    /// <summary>The number without spaces around it; collects one that cannot be dialled.</summary>
    public static string DutyNumber(this FieldRules broken, string text) => broken.Telephone("duty_number", text);

    /// <summary>The same for another field.</summary>
    public static string Telephone(this FieldRules broken, string field, string text)
    {
        var number = text.Trim();
        broken.Must(
            number.Length is >= 3 and <= 32 && number.Any(char.IsAsciiDigit) && number.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '(' or ')'),
            field,
            "must be a telephone number of 3 to 32 characters");
        return number;
    }
}
