namespace Hub.Domain.Identity;

/// <summary>A unique pupil number: a check letter, then twelve characters, digits but for a possible last letter.
/// Check letter = ABCDEFGHJKLMNPQRTUVWXYZ[sum(value × position 2..13) mod 23].</summary>
public sealed record PupilNumber
{
    /// <summary>The system name of this hub for it.</summary>
    public const string System = "urn:safeguarding-hub:upn";

    private const string Letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private PupilNumber(string value) => Value = value;

    /// <summary>The thirteen characters.</summary>
    public string Value { get; }

    /// <summary>The number, or null when the text breaks the rule.</summary>
    public static PupilNumber? TryParse(string text)
    {
        if (text.Length != 13 || text.AsSpan(1, 11).ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        // A temporary number ends in a letter, which counts by its place in the check alphabet.
        var last = char.IsAsciiDigit(text[12]) ? text[12] - '0' : Letters.IndexOf(text[12], StringComparison.Ordinal);
        if (last < 0)
        {
            return null;
        }

        var sum = last * 13;
        for (var i = 1; i < 12; i++)
        {
            sum += (text[i] - '0') * (i + 1);
        }

        return text[0] == Letters[sum % 23] ? new PupilNumber(text) : null;
    }
}
