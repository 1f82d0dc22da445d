using System.Text.RegularExpressions;

namespace Hub.Gateway.Tests.Stories.Demo;

/// <summary>The demo plays its story on a terminal for somebody who wants no colour.</summary>
public sealed partial class TheDemoOnATerminal
{
    [Fact]
    public async Task Writes_text_and_line_ends_only_each_act_once_and_to_a_recipient_nothing_that_was_withheld()
    {
        using var demo = new DemoProgram();
        using var program = demo.StartOnTerminal("--exit", "--plain");
        var (code, said, error) = await program.Rest();
        Assert.True(code == 0, error + said);
        Assert.DoesNotContain(said.Replace("\r\n", "\n", StringComparison.Ordinal), c => char.IsControl(c) && c != '\n');
        Assert.Equal(Enumerable.Range(1, 11).Select(i => $"{i}"), Act().Matches(said).Select(m => m.Groups["number"].Value));

        var heard = string.Concat(Heard().Matches(said).Select(m => m.Value));
        Assert.Contains("Under four hours of sleep", heard, StringComparison.Ordinal);
        foreach (var withheld in new[] { "Nothing that was agreed to pass.", "A note that nobody has put into a category yet.", "Asthma review is overdue.", "Sleeps well again." })
        {
            Assert.Single(Regex.Matches(said, Regex.Escape(withheld), RegexOptions.None, TimeSpan.FromSeconds(1)));
            Assert.DoesNotContain(withheld, heard, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("^── (?<number>[0-9]+)  ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Act();

    // What an agency hears, with the indented lines below it.
    [GeneratedRegex("^▸ .*\n(            .*\n)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heard();
}
