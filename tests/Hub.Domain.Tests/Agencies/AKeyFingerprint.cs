using System.Text.Json;
using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Agencies;

public sealed class AKeyFingerprint
{
    private static readonly string Digits = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    [Fact]
    public void Is_64_hex_digits() => Assert.Equal(Digits, KeyFingerprint.TryParse(Digits)?.ToString());

    [Fact]
    public void Is_the_same_key_in_upper_case()
        => Assert.Equal(KeyFingerprint.TryParse(Digits), KeyFingerprint.TryParse(Digits.ToUpperInvariant()));

    [Fact]
    public void Has_no_other_length_and_no_other_characters()
        => Assert.All(
            ["", Digits[1..], Digits + "0", "g" + Digits[1..], ":" + Digits[1..], "０" + Digits[1..]],
            text => Assert.Null(KeyFingerprint.TryParse(text)));

    [Fact]
    public void Is_not_read_from_a_stored_text_of_another_shape()
        => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<KeyFingerprint>("\"00ff\""));
}
