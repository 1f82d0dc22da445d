using System.Collections.Immutable;
using Hub.Domain.Identity;

namespace Hub.Domain.Tests.Identity;

public sealed class WhoIsAPerson
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("who-is-a-person.md");

    public static TheoryData<int, string> Lines { get; } = LinesOf(Rows);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_decided_as_the_table_says(int line, string because)
    {
        var row = Rows.Single(r => r.Line == line);
        ImmutableArray<AgencyRecord> known = row["also from"].Length == 0
            ? [Known(row, "known")]
            : [Known(row, "known"), Known(row, "also")];
        var sender = Cast.Agency(row["sent by"].ToLowerInvariant());
        var sent = Sent(row, "sent");

        var same = Matching.IsSamePerson(known, sender, sent);
        var decided = new RegisterPerson(PersonKind.Child, sent).Decide(known, Cast.CallerOf(sender));
        Assert.True(same == row.IsYes("same person?"), $"line {line} says {row["same person?"]}: {because}");
        Assert.Equal(same, decided is not null);
    }

    [Fact]
    public void Is_decided_by_rows_that_all_give_a_reason()
    {
        Assert.True(Rows.Length >= 40);
        Assert.All(Rows, r => Assert.NotEmpty(r["because"]));
    }

    private static TheoryData<int, string> LinesOf(ImmutableArray<DecisionRow> rows)
    {
        var lines = new TheoryData<int, string>();
        foreach (var row in rows)
        {
            lines.Add(row.Line, row["because"]);
        }

        return lines;
    }

    private static AgencyRecord Known(DecisionRow row, string side)
        => new(Cast.Agency(row[$"{side} from"].ToLowerInvariant()), Sent(row, side));

    // Through the draft, so that the document's spelling of numbers is read as a caller's would be.
    private static IdentityRecord Sent(DecisionRow row, string side)
    {
        var numbers = row[$"{side} number"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(n => char.IsAsciiDigit(n[0]) ? Drafts.Nhs(n) : Drafts.Upn(n));
        var references = new[] { row[$"{side} reference"] }.Where(r => r.Length > 0).Select(Drafts.Own);
        return new IdentityDraft(row[$"{side} family name"], [], row[$"{side} born"], "", [.. numbers, .. references]).Record();
    }
}
