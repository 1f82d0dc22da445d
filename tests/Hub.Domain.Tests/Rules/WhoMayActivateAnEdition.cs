using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Rules;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Rules;

public sealed class WhoMayActivateAnEdition
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("who-may-activate-an-edition.md");

    public static TheoryData<int> Lines { get; } = [.. Rows.Select(r => r.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_told_by_the_table(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var now = (RuleBook.Empty, 0L).After(Registry.Spring.Decide(RuleBook.Empty, Cast.Now).MustCommit<EditionProposed>(), Registry.Key(row["proposed by"]));
        var read = now.Book.Of("spring")!.Proposal;
        if (row["meanwhile"] is { Length: > 0 } meanwhile)
        {
            now = now.After(Did(meanwhile, now.Book), Registry.Key(meanwhile.Split(' ')[^1]));
        }

        var decided = new ActivateEdition("spring", read).Decide(now.Book, Calls(row), Registry.At(row["at"]));
        Assert.Equal(row["answer"], decided.Refusal is { } refusal ? Spelling.Wire(refusal.Reason) : decided.Change is EditionActivated ? "activated" : "nothing");
    }

    private static IEvent Did(string what, RuleBook book)
        => what.StartsWith("withdrawn", StringComparison.Ordinal) ? new WithdrawEdition("spring", "").Decide(book).MustCommit<EditionWithdrawn>()
            : what.StartsWith("activated", StringComparison.Ordinal) ? new EditionActivated("spring")
            : (Registry.Spring with { Because = "Made up anew." }).Decide(book, Cast.Now).MustCommit<EditionProposed>();

    private static Caller Calls(DecisionRow row)
        => Registry.Caller(
            row["activated by"] is { Length: > 0 } by ? Registry.Key(by) : null,
            row["acting for"] is { Length: > 0 } whom ? Registry.Key(whom) : null,
            [.. Spelling.Split(row["on record"], ',').Select(d => Registry.Key(Spelling.Split(d, '→')[0]))]);
}
