using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Teams;

public sealed class ATeamId
{
    private static readonly Gen<string> Slugs = Gen.String[Gen.Char["abcxyz09-"], 2, 24].Where(s => Slug.IsValid(s, 24));

    [Theory]
    [InlineData("riverside/duty-team")]
    [InlineData("ab/cd")]
    [InlineData("a23456789012345678901234/b23456789012345678901234")]
    public void Is_an_agency_and_the_agencys_own_key(string text) => Assert.Equal(text, TeamId.TryParse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("riverside")]
    [InlineData("riverside/")]
    [InlineData("/duty-team")]
    [InlineData("riverside/a")]
    [InlineData("riverside/Duty")]
    [InlineData("riverside/duty/team")]
    [InlineData("riverside/duty-")]
    [InlineData("riverside /duty-team")]
    [InlineData("riverside/duty-team\n")]
    [InlineData("riverside/b234567890123456789012345")]
    public void Is_nothing_else(string text) => Assert.Null(TeamId.TryParse(text));

    [Theory]
    [InlineData("riverside/duty-team", 1038981400372711822)]
    [InlineData("harbour/team", 5559328797317965896)]
    public void Has_the_inbox_number_it_has_always_had(string text, long inbox) => Assert.Equal(inbox, TeamId.TryParse(text)!.Inbox);

    [Fact]
    public void Has_an_inbox_number_that_is_never_negative()
        => Gen.Select(Slugs, Slugs).Sample((agency, team) => Assert.InRange(TeamId.TryParse($"{agency}/{team}")!.Inbox, 0, long.MaxValue));

    [Fact]
    public void Is_ordered_as_it_is_written()
        => Gen.Select(Slugs, Slugs, Slugs, Slugs).Sample((a, b, c, d) => Assert.Equal(
            Math.Sign(string.CompareOrdinal($"{a}/{b}", $"{c}/{d}")), Math.Sign(TeamId.TryParse($"{a}/{b}")!.CompareTo(TeamId.TryParse($"{c}/{d}")))));
}
