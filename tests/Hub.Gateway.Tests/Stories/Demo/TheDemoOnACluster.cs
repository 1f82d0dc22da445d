using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Gateway.Tests.Stories.Demo;

/// <summary>The demo plays the same story on two silos and two gateways, and loses one silo on the way.</summary>
[Collection(nameof(TheDemoOnACluster))]
[Trait("Runs", "long")]
public sealed partial class TheDemoOnACluster(ClusterDemoReport demo) : IClassFixture<ClusterDemoReport>
{
    private const string Mishap = "A silo is killed";

    [Fact]
    public void Ends_well_and_leaves_nothing_behind_no_file_and_no_process()
    {
        Assert.Equal(0, demo.Code);
        Assert.Empty(demo.Left);
    }

    [Fact]
    public void Plays_the_eleven_acts_around_the_mishap_and_each_shows_what_it_promises()
    {
        Assert.Equal(["1", "2", "3", "4", Mishap, "5", "6", "7", "8", "9", "10", "11"], demo.Steps.Select(s => s.Act == Mishap ? Mishap : s.Act.Split(' ')[0]).Distinct());
        Assert.All(demo.Notes, n => Assert.True(n.Holds, n.Text));
    }

    [Fact]
    public void The_silo_that_is_killed_owned_somebody_and_everybody_answers_again()
    {
        var told = demo.Notes.Where(n => n.Act == Mishap).Select(n => n.Text).ToList();
        var gone = Gone().Match(told[0]);
        var (owned, all) = (Number(gone, "owned"), Number(gone, "all"));
        Assert.InRange(owned, 1, all);
        Assert.True(owned * 2 >= all, told[0]);
        Assert.Equal(["asks for Sam's plan", "asks for Kim's plan"], demo.Steps.Where(s => s.Act == Mishap).Select(s => s.Did));
        Assert.Contains("One of two silos was killed: nothing is lost.", told);
        Assert.Contains(told, t => t.StartsWith("Everybody answered again within ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_delivery_arrives_once_as_without_a_cluster()
    {
        Assert.Equal(
            ["hillside/safeguarding plan.changed", "hillside/safeguarding record.updated", "northmoor/children allegation.against-worker",
             "northmoor/children concern.raised", "northmoor/children concern.raised", "northmoor/children needs-decision",
             "northmoor/children plan.changed", "northmoor/children plan.linked",
             "westmere/adults plan.changed", "westmere/adults plan.link-element-stale", "westmere/adults plan.link-ended", "westmere/adults plan.link-proposed",
             "westmere/adults plan.linked", "westmere/adults/restricted plan.changed"],
            demo.Rows.Where(r => r.ReceivedAs is not null).Select(r => $"{r.Recipient} {r.ReceivedAs}").Order(StringComparer.Ordinal));
        Assert.Equal(["NOT_KNOWN", "NOT_KNOWN"], demo.Rows.Where(r => r.Recipient == "harbour").Select(r => r.Verdict));
    }

    [Fact]
    public void The_journal_is_whole()
        => Assert.True(demo.Json.GetProperty("audit").GetProperty("journal").GetProperty("isWhole").GetBoolean());

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^silo-[12] is gone, which owned (?<owned>[0-9]+) of the (?<all>[0-9]+) people and inboxes in use", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gone();
}
