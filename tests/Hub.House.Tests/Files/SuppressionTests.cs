namespace Hub.House.Tests.Files;

/// <summary>Each rule that is off says why.</summary>
public sealed class SuppressionTests
{
    [Fact]
    public void Every_rule_that_is_off_says_why()
        => Repository.Expect(
            Repository.Files
                .Where(f => f.Is(".cs") || f.Is(".csproj") || f.Is(".props") || f.Is(".targets") || f.Name == ".editorconfig" || f.Is(".globalconfig"))
                .SelectMany(Suppressions.WithoutReason),
            "a comment right above names the id and the reason, or a Justification:");

    [Theory]
    [InlineData("src/A.cs", "#pragma warning disable CA1040")]
    [InlineData("src/A.cs", "// CA1041: the marker keeps things out.\n#pragma warning disable CA1040")]
    [InlineData("src/A.cs", "// CA1040: the marker keeps things out.\n\n#pragma warning disable CA1040")]
    [InlineData("src/A.cs", "[SuppressMessage(\"Design\", \"CA1040\")]")]
    [InlineData("src/A.csproj", "<NoWarn>$(NoWarn);CS1591</NoWarn>")]
    [InlineData(".editorconfig", "# CA1000: a reason of its own.\ndotnet_diagnostic.CA1000.severity = none\ndotnet_diagnostic.CA1001.severity = none")]
    public void A_rule_that_is_off_without_a_reason_is_found(string path, string text) => Assert.NotEmpty(Suppressions.WithoutReason(new TextFile(path, text)));

    [Theory]
    [InlineData("src/A.cs", "// CA1040: the marker keeps things out.\n#pragma warning disable CA1040")]
    [InlineData("src/A.csproj", "<NoWarn>$(NoWarn.Replace('CS1591', ''))</NoWarn>")]
    [InlineData("src/A.csproj", "<!-- CS1591: owed elsewhere only. -->\n<NoWarn>$(NoWarn);CS1591</NoWarn>")]
    [InlineData(".editorconfig", "# CA1000, CA1001: a reason of its own.\ndotnet_diagnostic.CA1000.severity = none\ndotnet_diagnostic.CA1001.severity = none")]
    public void A_reason_passes(string path, string text) => Assert.Empty(Suppressions.WithoutReason(new TextFile(path, text)));
}
