namespace Hub.Domain.Tests.Wire;

public sealed class ARequestId
{
    [Theory]
    [InlineData("1")]
    [InlineData("!")]
    [InlineData("~")]
    [InlineData("upload-2026-03-02/0001")]
    [InlineData("AbC_09:{x}")]
    public void Is_any_printable_ascii_without_space(string text) => Assert.Equal(text, RequestId.TryParse(text)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("two words")]
    [InlineData("tab\t")]
    [InlineData("line\n")]
    [InlineData("nul\0")]
    [InlineData("delete\u007F")]
    [InlineData("é")]
    [InlineData("１")]
    public void Is_nothing_else(string text) => Assert.Null(RequestId.TryParse(text));

    [Fact]
    public void Has_at_most_64_characters()
    {
        Assert.NotNull(RequestId.TryParse(new string('r', 64)));
        Assert.Null(RequestId.TryParse(new string('r', 65)));
    }

    [Fact]
    public void Is_told_apart_by_case() => Assert.NotEqual(RequestId.TryParse("A"), RequestId.TryParse("a"));

    [Fact]
    public void Shows_its_text() => Assert.Equal("request-1", RequestId.TryParse("request-1")?.ToString());
}
