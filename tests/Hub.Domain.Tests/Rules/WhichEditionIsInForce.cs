using System.Collections.Immutable;
using System.Globalization;
using Hub.Domain.Rules;
using Hub.Domain.Sharing;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Rules;

public sealed class WhichEditionIsInForce
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("which-edition-is-in-force.md");
    private static readonly DateOnly First = new(2026, 3, 2);

    // Days on which editions begin, each proposed and activated in turn, if they may be.
    private static readonly Gen<(int Day, int Hours)[]> Calls = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 40]).Array[0, 8];

    public static TheoryData<int> Lines { get; } = [.. Rows.Select(r => r.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_told_by_the_table(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var (book, at) = (Book(row["editions"]), Registry.At(row["at"]));
        Assert.Equal(row["in force"], book.InForceAt(at)?.Name ?? RoleNeeds.Edition);
        Assert.Equal(book.InForceAt(at)?.Name, BeginEdition.Due(book, at));
        Assert.All(book.Editions, e => Assert.Equal(e.Name == row["in force"], book.StateOf(e, at) == EditionState.InForce));
    }

    [Fact]
    public void Is_put_on_record_once_when_its_day_has_come_and_of_several_the_last()
    {
        var now = (RuleBook.Empty, 0L).Activated("spring", First.AddDays(1)).Activated("summer", First.AddDays(2)).Activated("autumn", First.AddDays(3));
        BeginEdition.Decide(now.Item1, Registry.At("2026-03-02 23:59")).MustChangeNothing();
        var begun = BeginEdition.Decide(now.Item1, Registry.At("2026-03-04 09:00")).MustCommit<EditionBegun>();
        Assert.Equal("summer", begun.Name);
        now = now.After(begun, Registry.Key("KEY-A"));
        BeginEdition.Decide(now.Item1, Registry.At("2026-03-04 09:00")).MustChangeNothing();
        Assert.Equal("autumn", BeginEdition.Decide(now.Item1, Registry.At("2026-03-05 00:00")).MustCommit<EditionBegun>().Name);
    }

    [Fact]
    public void Never_changes_for_an_instant_that_has_passed()
        => Calls.Sample(calls =>
        {
            var (now, time) = ((Book: RuleBook.Empty, Version: 0L), Cast.Now);
            foreach (var ((day, hours), number) in calls.Select((c, i) => (c, i)))
            {
                time = time.Plus(TimeSpan.FromHours(hours));
                var before = now.Book;
                var command = Registry.Spring with { Name = $"edition-{number}", EffectiveOn = First.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
                if (command.Decide(now.Book, time).Change is not EditionProposed proposed)
                {
                    continue;
                }

                now = now.After(proposed, Registry.Key("KEY-A"));
                now = now.After(
                    new ActivateEdition(command.Name, now.Book.Of(command.Name)!.Proposal).Decide(now.Book, Registry.Caller(Registry.Key("KEY-B")), time).MustCommit<EditionActivated>(), Registry.Key("KEY-B"));
                for (var hour = 0; hour <= 300; hour++)
                {
                    var at = Cast.Now.Plus(TimeSpan.FromHours(hour));
                    Assert.True(
                        at.CompareTo(time.Plus(TimeSpan.FromHours(1))) >= 0 || before.InForceAt(at)?.Name == now.Book.InForceAt(at)?.Name, $"another edition {hour} hours after the first call");
                }
            }
        }, iter: 1_000);

    private static RuleBook Book(string cell)
    {
        var now = (Book: RuleBook.Empty, Version: 0L);
        foreach (var one in Spelling.Split(cell, ','))
        {
            var (name, day) = (one.Split(' ')[0], DateOnly.ParseExact(one.Split(' ')[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            now = name.EndsWith('?') ? now.Proposed(name[..^1], day) : now.Activated(name, day);
        }

        return now.Book;
    }
}
