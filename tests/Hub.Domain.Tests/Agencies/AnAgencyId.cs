using System.Text.Json;
using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Agencies;

public sealed class AnAgencyId
{
    [Fact]
    public void Has_2_to_24_characters()
    {
        Assert.Null(AgencyId.TryParse("a"));
        Assert.Equal("ab", AgencyId.TryParse("ab")?.ToString());
        Assert.NotNull(AgencyId.TryParse(new string('a', 24)));
        Assert.Null(AgencyId.TryParse(new string('a', 25)));
    }

    [Theory]
    [InlineData("Riverside")]
    [InlineData("river/side")]
    [InlineData("7th-ward")]
    [InlineData("riverside-")]
    public void Has_the_shape_of_a_chosen_key(string text) => Assert.Null(AgencyId.TryParse(text));

    [Fact]
    public void Is_ordered_by_its_bytes()
    {
        AgencyId[] agencies = [Cast.Riverside, Cast.Harbour, Cast.Meadow, Cast.Agency("har-z")];
        Assert.Equal(["har-z", "harbour", "meadow", "riverside"], agencies.Order().Select(a => a.Value));
        Assert.True(Cast.Harbour.CompareTo(null) > 0);
    }

    [Fact]
    public void Is_not_read_from_a_stored_text_of_another_shape()
        => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AgencyId>("\"Not An Agency\""));
}
