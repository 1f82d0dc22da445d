using System.Globalization;
using Hub.Domain.Identity;

namespace Hub.Domain.Tests.Identity;

public sealed class AnNhsNumber
{
    // 999 000 0000 to 999 999 9999 belongs to nobody.
    private static readonly Gen<string> NineDigits = Gen.Int[999_000_000, 999_999_999].Select(n => n.ToString(CultureInfo.InvariantCulture));

    public static TheoryData<string> Fixtures { get; } =
    [
        "9990000018", "9990000026", "9990000034", "9990000042", "9990000050",
        "9990000069", "9990000077", "9990000085", "9990000093", "9990000107",
    ];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Is_taken_when_its_check_digit_agrees(string text) => Assert.Equal(text, NhsNumber.TryParse(text)?.Value);

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Is_refused_with_every_other_check_digit(string text)
        => Assert.All("0123456789".Where(c => c != text[9]), c => Assert.Null(NhsNumber.TryParse(text[..9] + c)));

    [Theory]
    [InlineData("999 000 0018")]
    [InlineData(" 9990000018 ")]
    public void Is_taken_in_groups_as_written_on_letters(string text) => Assert.Equal("9990000018", NhsNumber.TryParse(text)?.Value);

    [Fact]
    public void Is_refused_when_it_repeats_one_digit()
        => Assert.All("0123456789", digit => Assert.Null(NhsNumber.TryParse(new string(digit, 10))));

    [Theory]
    [InlineData("")]
    [InlineData("999000001")]
    [InlineData("99900000180")]
    [InlineData("09990000018")]
    [InlineData("999-000-0018")]
    [InlineData("99900000l8")]
    [InlineData("９９９００００１８８")]
    [InlineData("999000001٨")]
    [InlineData("999000٠018")]
    public void Is_ten_ascii_digits(string text) => Assert.Null(NhsNumber.TryParse(text));

    [Fact]
    public void Has_exactly_one_check_digit_or_none_when_the_sum_leaves_ten()
        => NineDigits.Sample(nine =>
        {
            // Reckoned another way than the rule is written: weights upward from 1 leave the check digit itself.
            var remainder = nine.Select((c, i) => (c - '0') * (i + 1)).Sum() % 11;
            var taken = "0123456789".Where(c => NhsNumber.TryParse(nine + c) is not null);
            Assert.Equal(remainder == 10 ? "" : remainder.ToString(CultureInfo.InvariantCulture), string.Concat(taken));
        });

    [Fact]
    public void Shows_one_wrong_digit()
        => Gen.Select(NineDigits, Gen.Int[0, 9], Gen.Int[1, 9]).Sample((nine, place, shift) =>
        {
            var right = "0123456789".Select(c => NhsNumber.TryParse(nine + c)).FirstOrDefault(n => n is not null)?.Value;
            if (right is not null)
            {
                var wrong = right.ToCharArray();
                wrong[place] = (char)('0' + ((wrong[place] - '0' + shift) % 10));
                Assert.Null(NhsNumber.TryParse(new string(wrong)));
            }
        });
}
