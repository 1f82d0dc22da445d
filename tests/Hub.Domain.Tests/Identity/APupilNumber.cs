using Hub.Domain.Identity;

namespace Hub.Domain.Tests.Identity;

public sealed class APupilNumber
{
    private const string CheckLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly Gen<string> ElevenDigits = Gen.Char['0', '9'].Array[11].Select(c => new string(c));

    [Fact]
    public void Is_taken_when_its_check_letter_agrees() => Assert.Equal("B801200005001", PupilNumber.TryParse("B801200005001")?.Value);

    [Fact]
    public void Is_refused_with_every_other_check_letter()
        => Assert.All(Letters.Where(c => c != 'B'), c => Assert.Null(PupilNumber.TryParse(c + "801200005001")));

    [Theory]
    [InlineData("")]
    [InlineData("B80120000500")]
    [InlineData("B8012000050010")]
    [InlineData("b801200005001")]
    [InlineData("B80120000500l")]
    [InlineData("B80120000500-")]
    [InlineData("BA01200005001")]
    [InlineData("B8012000０5001")]
    [InlineData("8801200005001")]
    public void Is_a_letter_and_twelve_characters(string text) => Assert.Null(PupilNumber.TryParse(text));

    [Fact]
    public void May_end_in_a_letter_of_the_check_alphabet_while_it_is_temporary()
        => ElevenDigits.Sample(digits => Assert.All(Letters, last =>
        {
            var accepted = Letters.Where(first => PupilNumber.TryParse(first + digits + last) is not null);
            Assert.Equal(CheckLetters.Contains(last) ? 1 : 0, accepted.Count());
        }));

    [Fact]
    public void Has_exactly_one_check_letter()
        => Gen.Select(ElevenDigits, Gen.Char['0', '9']).Sample((digits, last) =>
        {
            var sum = (digits + last).Select((c, i) => (c - '0') * (i + 2)).Sum();
            var accepted = Letters.Where(first => PupilNumber.TryParse(first + digits + last) is not null);
            Assert.Equal([CheckLetters[sum % 23]], accepted);
        });
}
