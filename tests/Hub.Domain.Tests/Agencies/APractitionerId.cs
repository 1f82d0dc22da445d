using System.Text.Json;
using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Agencies;

public sealed class APractitionerId
{
    [Theory]
    [InlineData("SW0000000")]
    [InlineData("99A0000E")]
    [InlineData("0000000")]
    [InlineData("STAFF-17")]
    public void Is_the_number_of_a_register_or_a_staff_list(string text) => Assert.Equal(text, PractitionerId.TryParse(text)?.ToString());

    [Theory]
    [InlineData("sw0000000")]
    [InlineData("SW 000000")]
    [InlineData("SW_000000")]
    [InlineData("SW000000É")]
    [InlineData("SW000000\n")]
    public void Has_no_other_characters(string text) => Assert.Null(PractitionerId.TryParse(text));

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Has_2_to_32_characters(int length, bool taken)
        => Assert.Equal(taken, PractitionerId.TryParse(new string('7', length)) is not null);

    [Fact]
    public void Is_not_read_from_a_stored_text_of_another_shape()
        => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PractitionerId>("\"lower\""));
}
