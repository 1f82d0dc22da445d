using System.Text.Json;
using Hub.Domain.Identity;

namespace Hub.Domain.Tests.Identity;

public sealed class APersonId
{
    [Fact]
    public void Begins_with_its_hub_and_keeps_the_other_14_bytes()
        => Gen.Select(Gen.UShort, Gen.Byte.Array[14, 20]).Sample((hub, bits) =>
        {
            var id = PersonId.Of(hub, bits);
            var bytes = new byte[16];
            id.WriteTo(bytes);
            Assert.Equal(hub, id.Hub);
            Assert.Equal([(byte)(hub >> 8), (byte)hub, .. bits.Take(14)], bytes);
            Assert.Equal(id, PersonId.FromBytes(bytes));
        });

    [Fact]
    public void Comes_back_from_its_32_hex_digits()
        => Gen.Select(Gen.ULong, Gen.ULong).Sample((high, low) =>
        {
            var id = new PersonId(high, low);
            Assert.Matches("^[0-9a-f]{32}$", id.ToString());
            Assert.Equal(id, PersonId.TryParse(id.ToString()));
            Assert.Equal(id, JsonSerializer.Deserialize<PersonId>(JsonSerializer.Serialize(id)));
        });

    [Theory]
    [InlineData("")]
    [InlineData("00010000000000000000000000000000 ")]
    [InlineData("0001000000000000000000000000000")]
    [InlineData("0001000000000000000000000000000g")]
    [InlineData(" 001000000000000000000000000000f")]
    [InlineData("+001000000000000000000000000000f")]
    public void Is_nothing_else(string text) => Assert.Null(PersonId.TryParse(text));
}
