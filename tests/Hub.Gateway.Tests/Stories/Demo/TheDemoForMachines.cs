using System.Text.Json;

namespace Hub.Gateway.Tests.Stories.Demo;

/// <summary>The demo plays its story for a machine, which reads one JSON object.</summary>
public sealed class TheDemoForMachines(DemoReport demo) : IClassFixture<DemoReport>
{
    private const string ChildrensTeam = "northmoor/children";
    private const string AdultTeam = "westmere/adults";
    private const string SchoolTeam = "hillside/safeguarding";

    [Fact]
    public void Ends_well_and_leaves_nothing_behind()
    {
        Assert.Equal(0, demo.Code);
        Assert.Empty(demo.Left);
    }

    [Fact]
    public void Plays_eleven_acts_and_each_shows_what_it_promises()
    {
        Assert.Equal(Enumerable.Range(1, 11).Select(i => $"{i}"), demo.Steps.Select(s => s.Act.Split(' ')[0]).Distinct());
        Assert.All(demo.Notes, n => Assert.True(n.Holds, n.Text));
        Assert.Equal(["1", "5", "6", "7", "8", "9", "10", "11"], demo.Notes.Select(n => n.Act.Split(' ')[0]).Distinct());
    }

    [Fact]
    public void Lists_every_delivery_with_recipient_categories_shown_count_withheld_and_who_acknowledged_it()
    {
        var listed = demo.Json.GetProperty("deliveries").EnumerateArray().Where(d => d.GetProperty("receivedAs").ValueKind == JsonValueKind.String).ToList();
        Assert.All(listed, d =>
        {
            Assert.Matches("^[a-z]+/[a-z]+(/restricted)?$", d.GetProperty("recipient").GetString());
            Assert.NotEqual(0, d.GetProperty("shown").GetArrayLength());
            Assert.Equal(d.GetProperty("verdict").GetString() == "asked", d.GetProperty("withheld").ValueKind == JsonValueKind.Null);
            Assert.Matches("^(SW|NMC|DSL)99900[1-3]$|^$", d.GetProperty("acknowledgedBy").GetString() ?? "");
        });
        var audited = demo.Json.GetProperty("audit").GetProperty("decisions").GetProperty("events").EnumerateArray()
            .SelectMany(e => e.GetProperty("recipients").EnumerateArray()).Count(r => r.GetProperty("isDelivered").GetBoolean());
        Assert.Equal((14, 13), (listed.Count, audited));
        Assert.Equal(listed.Count, demo.Steps.Count(s => s.Did.StartsWith("hears ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_early_sign_reaches_the_childrens_team_cut_to_what_was_agreed_and_a_named_person_takes_it()
    {
        var sign = Assert.Single(demo.Heard(ChildrensTeam), r => r.ReceivedAs == "plan.changed");
        Assert.Equal(["health-mental", "plan-type-and-dates", "safety-plan-triggers"], sign.Shown.Order(StringComparer.Ordinal));
        Assert.Equal(("westmere", "part", "agreement", 2), (sign.Holder, sign.Verdict, sign.Because, sign.Withheld));
        Assert.Equal(("accepted", "SW999001"), (sign.Acknowledged, sign.AcknowledgedBy));
    }

    [Fact]
    public void The_answer_makes_the_mothers_copy_stale_and_her_coordinator_takes_it()
    {
        var stale = Assert.Single(demo.Heard(AdultTeam), r => r.ReceivedAs == "plan.link-element-stale");
        Assert.Equal(("accepted", "NMC999002"), (stale.Acknowledged, stale.AcknowledgedBy));
        Assert.Contains("stale", Notes(6)[0], StringComparison.Ordinal);
        Assert.Equal("The mark is gone.", Notes(6)[1]);
    }

    [Fact]
    public void The_school_receives_education_and_nothing_else()
    {
        var heard = demo.Heard(SchoolTeam).First();
        Assert.Equal(["education"], heard.Shown);
        Assert.Equal(("record.updated", "part", 2, "DSL999003"), (heard.ReceivedAs, heard.Verdict, heard.Withheld, heard.AcknowledgedBy));
        Assert.All(demo.Rows.Where(r => r.Recipient == SchoolTeam && r != heard && r.Because != "directed"), r => Assert.Equal((null, 0), (r.ReceivedAs, r.Shown.Length)));
    }

    [Fact]
    public void A_charity_has_one_answer_for_a_hidden_child_and_for_none_and_is_heard()
    {
        Assert.Equal(["NOT_KNOWN", "NOT_KNOWN"], demo.Rows.Where(r => r.Recipient == "harbour").Select(r => r.Verdict));
        Assert.Contains(Notes(8), n => n.StartsWith("The two answers are the same ", StringComparison.Ordinal));
        var concern = demo.Heard(ChildrensTeam).First(r => r.ReceivedAs == "concern.raised");
        Assert.Equal(("harbour", "told", "SW999001"), (concern.Holder, concern.Because, concern.AcknowledgedBy));
    }

    [Fact]
    public void What_is_told_about_a_carer_reaches_the_childrens_team_and_the_officer_and_of_the_carers_team_a_colleague_by_name()
    {
        var concern = demo.Heard(ChildrensTeam).Last(r => r.ReceivedAs == "concern.raised");
        Assert.Equal(("hillside", "told", "SW999001"), (concern.Holder, concern.Because, concern.AcknowledgedBy));
        Assert.Equal(["family-relationships"], concern.Shown);
        var alleged = Assert.Single(demo.Heard(ChildrensTeam), r => r.ReceivedAs == "allegation.against-worker");
        Assert.Equal(("designated-officer", "designated-officer"), (alleged.Role, alleged.Because));
        var colleague = Assert.Single(demo.Heard($"{AdultTeam}/restricted"));
        Assert.Equal(("plan.changed", "agreement", "NMC999002"), (colleague.Event, colleague.Because, colleague.AcknowledgedBy));
        var machine = demo.Rows.Last(r => r.Recipient == AdultTeam && r.Event == "plan.changed" && r.Holder == "northmoor");
        Assert.Equal((null, 0, 1), (machine.ReceivedAs, machine.Shown.Length, machine.Withheld));
        Assert.Equal(2, Notes(9).Count);
    }

    [Fact]
    public void Nothing_arrives_after_the_link_has_ended()
    {
        Assert.Equal("plan.link-ended", demo.Heard(AdultTeam).Last().ReceivedAs);
        Assert.Equal(["Nothing. The change stayed with the trust."], Notes(10));
    }

    [Fact]
    public void Once_the_agreement_is_suspended_the_councils_own_team_is_asked_and_by_its_word_the_school_hears()
    {
        var none = demo.Rows.Last(r => r.Recipient == SchoolTeam && r.Verdict == "needs-decision");
        Assert.Equal(("no-agreement-in-force", null), (none.Because, none.ReceivedAs));
        var asked = Assert.Single(demo.Heard(ChildrensTeam), r => r.ReceivedAs == "needs-decision");
        Assert.Equal(("asked", "no-agreement-in-force", "education"), (asked.Verdict, asked.Because, Assert.Single(asked.Shown)));
        var sent = demo.Heard(SchoolTeam).Last();
        Assert.Equal(("decision.shared-directed", "permit", "directed", "DSL999003"), (sent.Event, sent.Verdict, sent.Because, sent.AcknowledgedBy));
        Assert.Equal(["education", "plan-type-and-dates"], sent.Shown.Order(StringComparer.Ordinal));
        Assert.Contains("999 0303", Notes(11)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_journal_is_whole()
        => Assert.True(demo.Json.GetProperty("audit").GetProperty("journal").GetProperty("isWhole").GetBoolean());

    [Fact]
    public void Says_no_word_of_a_plan_and_nobodys_number_and_the_auditors_part_no_name()
    {
        Assert.DoesNotMatch("sleep|[Mm]edication|agreed to pass|category yet|Asthma|breakfast|in the flat|called every|since Monday|A bruise|Afraid of|alone for longer", demo.Said);
        Assert.DoesNotMatch(@"\b999\d{7}\b", demo.Said);
        Assert.DoesNotMatch("Sam|Kim|Robin|Example", demo.Json.GetProperty("audit").GetRawText());
    }

    private IReadOnlyList<string> Notes(int act) => [.. demo.Notes.Where(n => n.Act.StartsWith($"{act} ", StringComparison.Ordinal)).Select(n => n.Text)];
}
