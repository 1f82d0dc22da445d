using System.Collections.Immutable;
using System.Globalization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.SafetyPlans;

public sealed class WhoIsToldByASafetyPlan
{
    private static readonly ImmutableArray<DecisionRow> All = DecisionTable.Read("who-is-told-by-a-safety-plan.md");
    private static readonly ImmutableArray<DecisionRow> Rows = [.. All.Where(r => r.Cells.ContainsKey("way closed"))];
    private static readonly ImmutableArray<DecisionRow> Hearing = [.. All.Where(r => r.Cells.ContainsKey("hears"))];

    public static TheoryData<int> Lines => [.. Rows.Select(r => r.Line)];

    public static TheoryData<int> HearingLines => [.. Hearing.Select(r => r.Line)];

    public static TheoryData<string> MeantRules => Mutants.Names(InformeeRules.Meant);

    public static TheoryData<string> WhyNotRules => Mutants.Names(InformeeRules.WhyNot);

    [Theory, MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var because = Because(row, InformeeRules.Meant, InformeeRules.WhyNot);
        Assert.Equal(row["because"], because);
        Assert.Equal(row.IsYes("told"), because == Spelling.Word(Domain.Sharing.Because.SafetyPlan));
        Assert.Equal(row.IsYes("asked"), because.Length > 0 && Informing.NeedsDecision(Spelling.Read<Because>(because)));
        Assert.Equal(row.IsYes("way closed"), Informing.IsRouteClosed(Mother(row), Cast.Agency(row["by"]), Spelling.Read<AlertType>(row["alert"]), Cast.Now));
    }

    [Theory, MemberData(nameof(MeantRules))]
    public void Is_otherwise_in_some_row_without_what_must_hold(string rule)
        => Assert.Contains(Rows, row => Because(row, Mutants.Without(InformeeRules.Meant, rule), InformeeRules.WhyNot) != row["because"]);

    [Theory, MemberData(nameof(WhyNotRules))]
    public void Is_otherwise_in_some_row_without(string rule)
        => Assert.Contains(Rows, row => Because(row, InformeeRules.Meant, Mutants.Without(InformeeRules.WhyNot, rule)) != row["because"]);

    [Theory, MemberData(nameof(HearingLines))]
    public void Is_what_a_childs_lead_hears_of_as_the_table_says(int line)
    {
        var row = Hearing.Single(r => r.Line == line);
        var roles = Spelling.Split(row["role"], ',').Select(r => new Recipient(
            Grandmother.Carrying, Spelling.Read<Role>(r), Spelling.Read<PersonKind>(row["person"]), new PersonId(0, 9), Route.Link, [])).ToList();
        var sees = CategorySet.Of([.. Spelling.Split(row["may see"], ',').Select(Spelling.Read<Category>)]);
        var alert = new View(row["alert"], Severity.Green, Cast.Harbour, roles[0].Kind, null, null, null, null, null, [], MoreExists: false);
        var verdict = new Verdict(Domain.Sharing.Because.Agreement, sees, Untagged: false, NeedsDecision: false, Basis.Of([]));
        var closed = RouteClosed.Of(alert, roles, verdict);
        Assert.Equal(row.IsYes("hears"), closed is not null);
        Assert.True(closed is null or { Type: RouteClosed.Type, Severity: Severity.Amber, Plan: null, Facts: null, Elements: [], MoreExists: false, Number: null, Asks: null });
    }

    [Fact]
    public void Is_nobody_where_a_rule_fails_and_a_person_decides()
    {
        var to = To(Grandmother.Mother);
        var because = Informing.Decide(
            [_ => throw new InvalidOperationException()], Grandmother.Told, Grandmother.Mother, PersonKind.Adult, to, PersonLeaks.None, Grandmother.Register, Cast.Now);
        Assert.Equal(Domain.Sharing.Because.RuleError, because);
        Assert.True(Informing.NeedsDecision(because));
    }

    private static string Because(DecisionRow row, IReadOnlyList<MeantRule> meant, IReadOnlyList<InformeeRule> whyNot)
    {
        var mother = Mother(row);
        if (Informing.Meant(meant, mother, Cast.Agency(row["by"]), Spelling.Read<AlertType>(row["alert"])) is not [var informee])
        {
            return "";
        }

        // Without the rule that asks for one, words would go to a team that nobody has named.
        var to = To(mother) with { Restrictions = Restrained.Read(row["kept"], Cast.Harbour, Cast.Riverside) };
        var leaks = PersonLeaks.OfWords(mother, mother.Kind!.Value, Cast.Harbour, informee.Terms.Message, Grandmother.Register, Cast.Now);
        return Spelling.Word(Informing.Decide(whyNot, informee, mother, mother.Kind.Value, to, leaks, Grandmother.Register, Cast.Now));
    }

    private static Recipient To(Person mother)
        => new(mother.Relationships[0].Content.CarryingTeam ?? TeamId.TryParse("nobody/team")!, null, mother.Kind!.Value, new PersonId(0, 9), Route.Informee, [new Ground("person", 5)]);

    private static Person Mother(DecisionRow row)
    {
        var mother = Grandmother.Mother with { Relationships = [Related(row["grandmother"])] };
        mother = row["plan"] == "ended" ? mother with { Plans = [Grandmother.Safety with { State = PlanState.Ended }] } : mother;
        if (row["the words tell"] is ['a', 'n', ..] told)
        {
            mother = mother.With(i => i with { Terms = i.Terms with { Words = "She is at 12 mill lane." } }).WithAddress(Cast.Agency(told.Split(' ')[^1]), "12 Mill Lane, ZZ99 3VZ");
        }

        return row["consent"].Split("born ") is [_, var born]
            ? mother.With(i => i with { Consent = i.Consent with { By = ConsentGiver.PersonWithParentalResponsibility, At = Cast.Now.Plus(TimeSpan.FromDays(-30)) } }) with
            {
                Kind = PersonKind.Child,
                Records = [new AgencyRecord(Cast.Harbour, new IdentityRecord("Testerton", [], DateOnly.Parse(born, CultureInfo.InvariantCulture), null, []))],
            }
            : mother.With(i => i.Consenting(Spelling.Read<ConsentState>(row["consent"])));
    }

    private static Relationship Related(string cell) => cell switch
    {
        "no more" => Grandmother.Reached(Grandmother.Carrying) with { IsEnded = true },
        "works there" => Grandmother.Reached(Grandmother.Carrying, new StaffMember(Cast.Riverside, Cast.Worker)),
        "reached by nobody" => Grandmother.Reached(null),
        _ => Grandmother.Reached(Book.TeamOf(Cast.Agency(cell.Split(' ')[^1]))),
    };
}
