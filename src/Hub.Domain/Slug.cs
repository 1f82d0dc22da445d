namespace Hub.Domain;

/// <summary>The shape of keys that people choose: lower-case ASCII letters, digits and inner hyphens, starting with a letter.</summary>
public static class Slug
{
    /// <summary>Whether the text is such a key of 2 to <paramref name="max"/> characters.</summary>
    public static bool IsValid(string text, int max)
        => text.Length >= 2 && text.Length <= max && char.IsAsciiLetterLower(text[0]) && text[^1] != '-'
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
