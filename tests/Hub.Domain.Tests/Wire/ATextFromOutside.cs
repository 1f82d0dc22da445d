using System.Text;

namespace Hub.Domain.Tests.Wire;

public sealed class ATextFromOutside
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("line\nbreak\tand\u0001control")]
    [InlineData("Zoë Ñandú-Prüfer 測試 👩‍👧")]
    [InlineData("\uFFFD is a character, not a failure")]
    public void Is_taken_as_it_is_when_well_formed(string text) => Assert.Null(WireText.Breaks(text, 4096));

    [Theory]
    [InlineData("\0")]
    [InlineData("before\0after")]
    [InlineData("at the end\0")]
    public void May_not_contain_the_character_that_ends_strings(string text)
        => Assert.Equal("must not contain U+0000", WireText.Breaks(text, 4096));

    // Numbers, because a lone surrogate does not survive in an attribute's metadata.
    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDC69)]
    public void May_not_contain_half_a_surrogate_pair(int half)
    {
        var lone = ((char)half).ToString();
        Assert.All(
            [lone, "before" + lone, lone + "after", lone + lone],
            text => Assert.Equal("must be well-formed Unicode", WireText.Breaks(text, 4096)));
    }

    [Fact]
    public void May_not_contain_a_surrogate_pair_in_the_wrong_order()
        => Assert.Equal("must be well-formed Unicode", WireText.Breaks("\uDC69\uD83D", 4096));

    [Theory]
    [InlineData("a", 1)]
    [InlineData("é", 2)]
    [InlineData("測", 3)]
    [InlineData("👩", 4)]
    public void Is_measured_in_bytes_of_utf8_up_to_the_limit_itself(string character, int bytes)
    {
        var text = string.Concat(Enumerable.Repeat(character, 10));
        Assert.Null(WireText.Breaks(text, 10 * bytes));
        Assert.Equal($"must be at most {(10 * bytes) - 1} bytes in UTF-8", WireText.Breaks(text, (10 * bytes) - 1));
    }

    [Fact]
    public void Is_judged_as_a_strict_encoder_judges_it()
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var characters = Gen.OneOf(Gen.Char['\u0001', '\u02FF'], Gen.Char['\uD7F0', '\uE00F'], Gen.OneOf('\uD83D', '\uDC69'));
        characters.Array[0, 12].Select(c => new string(c)).Sample(text =>
        {
            int? bytes = null;
            try
            {
                bytes = strict.GetByteCount(text);
            }
            catch (EncoderFallbackException)
            {
                // Stays null: the encoder refuses the text.
            }

            Assert.Equal(bytes is null, WireText.Breaks(text, int.MaxValue) is not null);
            Assert.True(bytes is null || (WireText.Breaks(text, bytes.Value) is null && WireText.Breaks(text, bytes.Value - 1) is not null));
        });
    }
}
