using System.Text.RegularExpressions;

namespace Hub.Faults.Model;

/// <summary>The whole search: nothing that rests on the old ground is written after the narrowing call returned.</summary>
public sealed partial class TheModel
{
    [Theory]
    [InlineData("")]
    [InlineData("FREE_BATCH")]
    [InlineData("ABORTED_BY_TIMER")]
    public async Task Has_no_counterexample_for_the_design_and_the_variants_that_others_are_measured_by(string variant)
    {
        var said = await Spin.Search(variant.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("errors: 0", said, StringComparison.Ordinal);
        Assert.DoesNotContain("max search depth too small", said, StringComparison.Ordinal);

        // A model in which nothing can happen has no counterexample either.
        Assert.All(Unreached().Matches(said), m => Assert.Equal("-end-", m.Groups["statement"].Value));
    }

    [Fact]
    public async Task Is_asked_for_every_name_that_it_knows()
    {
        var known = Asked().Matches(await File.ReadAllTextAsync(Spin.Model)).Select(m => m.Groups["name"].Value);
        var asked = ABrokenRule.Names.Cast<object[]>().SelectMany(row => row).Cast<string>().SelectMany(names => names.Split(' '));
        Assert.Equal(known.Order(StringComparer.Ordinal).Distinct(), asked.Append("SILOS").Order(StringComparer.Ordinal).Distinct());
    }

    [GeneratedRegex("""state \d+, "(?<statement>.*)"$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unreached();

    [GeneratedRegex(@"^#ifn?def (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();
}
