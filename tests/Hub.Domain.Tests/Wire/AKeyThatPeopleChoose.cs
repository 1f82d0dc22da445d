namespace Hub.Domain.Tests.Wire;

public sealed class AKeyThatPeopleChoose
{
    [Theory]
    [InlineData("ab")]
    [InlineData("a1")]
    [InlineData("riverside-csc")]
    [InlineData("a--b")]
    [InlineData("ward-7")]
    public void Is_lower_case_letters_digits_and_inner_hyphens(string text) => Assert.True(Slug.IsValid(text, 24));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("1a")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("Riverside")]
    [InlineData("river side")]
    [InlineData("river_side")]
    [InlineData("river.side")]
    [InlineData("rivière")]
    [InlineData("river\n")]
    [InlineData("аb")]
    public void Is_nothing_else(string text) => Assert.False(Slug.IsValid(text, 24));

    [Theory]
    [InlineData(2)]
    [InlineData(24)]
    public void Is_as_long_as_its_limit_and_no_longer(int max)
    {
        Assert.True(Slug.IsValid(new string('a', max), max));
        Assert.False(Slug.IsValid(new string('a', max + 1), max));
    }
}
