using System.Collections.Immutable;
using System.Globalization;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Plans;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Alerts;

public sealed class WhoMayTell
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("who-may-tell.md");
    private static readonly Moment Then = new(1_800_000_000_000_000);

    public static TheoryData<int> Concerns => [.. Rows.Where(r => r["answer"].Length > 0).Select(r => r.Line)];

    public static TheoryData<int> Lines => [.. Rows.Where(r => r["line"].Length > 0).Select(r => r.Line)];

    [Theory, MemberData(nameof(Concerns))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var (concern, refusal) = new ConcernDraft(
            row["reference"], new IdentityDraft(row["name"], [], "", "", row["number"] is "" ? [] : [new Identifier(NhsNumber.System, row["number"])]), row["described"],
            row["severity"] is "" ? 0 : (int)Spelling.Read<Severity>(row["severity"]), row["said"] is "" ? [] : [new ElementDraft(0, 2, row["said"])], row["place"])
            .Read(Paper.Element, a => a == Cast.Riverside, Cast.Now);
        Assert.Equal(row["answer"], refusal is { Violations: [var one] } ? $"{Spelling.Wire(refusal.Reason)}: {one.Field}" : "heard");

        // Whether the hub knows the person changes nothing of what the sender is answered.
        var found = new FoundPerson(PersonKind.Child, new PersonId(1, 2), TeamId.TryParse("riverside/cp-team"), 4, null, [], []);
        Assert.All(new[] { found, null }, f => Assert.True(concern is null || concern.Decide(Concern.Empty, f, "999 0100").Change is ConcernRaised { DutyNumber: "999 0100" }));
    }

    [Theory, MemberData(nameof(Lines))]
    public void Becomes_the_line_that_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var said = Spelling.Split(row["said"], ';').Select(s => s.Split(' '))
            .Select(s => new SaidOfDelivery(Spelling.Read<AcknowledgementWord>(s[0]), Role.DutyManager, Then.Plus(TimeSpan.FromMinutes(int.Parse(s[1], CultureInfo.InvariantCulture)))));
        var progress = Progress.Of(Then, row.IsYes("received"), [.. said]);
        Assert.Equal((row["line"], row["in the role"]), (Spelling.Kebab(progress.Stage), progress.Role is { } role ? Spelling.Word(role) : ""));
        Assert.True(progress.At is null || progress.At.Value.Microseconds % (Progress.Step.Ticks / TimeSpan.TicksPerMicrosecond) == 0);
    }
}
