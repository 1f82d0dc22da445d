using System.Text;

namespace Hub.Domain;

/// <summary>What a text from outside must be before anything is done with it: well-formed UTF-16, no U+0000, within its limit.</summary>
public static class WireText
{
    /// <summary>The rule that a text breaks, or null when it may be stored. Limits are counted in UTF-8 bytes.</summary>
    public static string? Breaks(string text, int maxBytes)
    {
        var bytes = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return "must be well-formed Unicode";
            }

            if (rune.Value == 0)
            {
                return "must not contain U+0000";
            }

            bytes += rune.Utf8SequenceLength;
            i += rune.Utf16SequenceLength;
        }

        return bytes > maxBytes ? $"must be at most {maxBytes} bytes in UTF-8" : null;
    }
}
