namespace Hub.House.Tests.Files;

/// <summary>What does not stand in the code.</summary>
public sealed class CodeRuleTests
{
    [Fact]
    public void Nothing_in_src_is_left_unfinished() => Repository.Expect(Repository.Sources.SelectMany(Rule.Leftovers), "finish it, or open an issue:");

    [Fact]
    public void Nothing_in_src_reads_the_clock_or_chance_of_the_machine()
        => Repository.Expect(Repository.Sources.SelectMany(Rule.Clocks), "time is an argument or a TimeProvider, ids are derived:");

    [Fact]
    public void Nothing_in_src_waits_but_by_a_time_provider() => Repository.Expect(Repository.Sources.SelectMany(Rule.Waits), "a TimeProvider, so that a test moves the time:");

    [Fact]
    public void No_test_sleeps() => Repository.Expect(Repository.Tests.SelectMany(Rule.TestWaits), "tests wait on barriers:");

    [Fact]
    public void No_test_is_skipped() => Repository.Expect(Repository.Tests.SelectMany(Rule.Skips), "a test runs or is not there:");

    [Fact]
    public void Log_sentences_are_generated_and_stand_together()
        => Repository.Expect(Repository.Sources.SelectMany(Rule.LogSentences), "[LoggerMessage] methods in X.Log.cs:");

    [Fact]
    public void Names_of_folders_and_files_say_something()
        => Repository.Expect(Repository.Files.Where(Rule.SaysNothing).Select(f => f.Path), "a helper lives beside its user or gets a noun:");

    [Theory]
    [InlineData("// TO", "DO: later")]
    [InlineData("throw new Not", "ImplementedException();")]
    public void Leftovers_are_found(string start, string end) => Assert.NotEmpty(Rule.Leftovers(Code(start + end)));

    [Theory]
    [InlineData("var a = DateTime", ".UtcNow;")]
    [InlineData("var a = DateTimeOffset", ".Now;")]
    [InlineData("var a = Guid", ".NewGuid();")]
    public void Clocks_are_found(string start, string end) => Assert.NotEmpty(Rule.Clocks(Code(start + end)));

    [Theory]
    [InlineData("Thread", ".Sleep(1);")]
    [InlineData("await Task", ".Delay(TimeSpan.FromSeconds(1), stop);")]
    [InlineData("await Task", ".Delay(100);")]
    public void Waits_are_found(string start, string end)
    {
        Assert.NotEmpty(Rule.Waits(Code(start + end)));
        Assert.NotEmpty(Rule.TestWaits(Code(start + end)));
    }

    [Theory]
    [InlineData("await Task", ".Delay(TimeSpan.FromSeconds(Jitter(1)), time, stop);")]
    [InlineData("// never Task", ".Delay(100)")]
    public void Waits_by_a_time_provider_pass(string start, string end) => Assert.Empty(Rule.Waits(Code(start + end)));

    [Theory]
    [InlineData("[Fact(Sk", "ip = \"flaky\")]")]
    public void Skips_are_found(string start, string end) => Assert.NotEmpty(Rule.Skips(Code(start + end)));

    [Theory]
    [InlineData("logger.Log", "Information(\"a {B}\", b);")]
    [InlineData("[Logger", "Message(1, LogLevel.Debug, \"a\")]")]
    public void Loose_log_sentences_are_found(string start, string end) => Assert.NotEmpty(Rule.LogSentences(Code(start + end)));

    [Theory]
    [InlineData("src/Hub.Silo/Common/A.cs")]
    [InlineData("src/Hub.Silo/StringHelpers.cs")]
    [InlineData("src/Hub.Core/A.cs")]
    [InlineData("docs/misc/a.md")]
    public void Empty_names_are_found(string path) => Assert.True(Rule.SaysNothing(new TextFile(path, "")));

    [Theory]
    [InlineData("src/Hub.Silo/Journal/Lane.cs")]
    [InlineData("src/Hub.Domain/Sharing/Score.cs")]
    public void Nouns_pass(string path) => Assert.False(Rule.SaysNothing(new TextFile(path, "")));

    private static TextFile Code(string text) => new("src/Hub.Silo/A.cs", text);
}
