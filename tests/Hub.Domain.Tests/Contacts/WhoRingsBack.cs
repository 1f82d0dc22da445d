using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Relationships;
using Hub.Domain.Tests.Restrictions;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Contacts;

public sealed class WhoRingsBack
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("who-rings-back.md");

    public static TheoryData<int> Lines { get; } = [.. Rows.Select(r => r.Line)];

    public static TheoryData<string> Asking => Mutants.Names(Brokers.Asking);

    public static TheoryData<string> Keeping => Mutants.Names(Brokers.Keeping);

    [Theory, MemberData(nameof(Lines))]
    public void Is_told_by_the_table(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var told = Brokers.Of(QuestionOf(row));
        Assert.Equal(Expected(row), Told(row, told));
        Assert.All(told, b => Assert.Equal(b.IsOfAsker, b.AtItsDoor(new Hearer(HearingStep.Team, new InboxAddress(b.Team, IsRestricted: false), null)).At.IsRestricted));
    }

    [Theory, MemberData(nameof(Asking))]
    public void Is_otherwise_in_some_row_without(string rule)
        => Assert.Contains(Rows, row => Told(row, Brokers.Of(Mutants.Without(Brokers.Asking, rule), Brokers.Keeping, QuestionOf(row))) != Expected(row));

    [Theory, MemberData(nameof(Keeping))]
    public void Is_kept_otherwise_in_some_row_without(string rule)
        => Assert.Contains(Rows, row => Told(row, Brokers.Of(Brokers.Asking, Mutants.Without(Brokers.Keeping, rule), QuestionOf(row))) != Expected(row));

    [Fact]
    public void Is_the_same_for_the_lead_whatever_others_keep_of_what_they_hold()
    {
        ImmutableArray<CircleMember> circle = [Member("riverside: lead-social-worker")];
        var without = LeadIn([]);
        foreach (var ground in Enum.GetValues<RestrictionGround>())
        {
            Assert.Equal(without, LeadIn([Kept.Of(Kept.Terms(ground) with { OwnRecord = true, Guardian = Kept.Other, Admitted = [Kept.Other] }, Cast.Harbour)]));
        }

        Broker LeadIn(ImmutableArray<Restriction> placed) => Brokers.Of(new ContactQuestion(
            Person.Empty with { Kind = PersonKind.Child, Circle = circle, Restrictions = placed }, PersonKind.Child, Cast.Meadow, [Cast.Worker], Acting.Nobody)).Single(b => b.Team == Kept.Lead);
    }

    private static string Expected(DecisionRow row) => row.Cells.ContainsKey("hears") ? row["hears"] : $"{row["kept from"]}|{row.IsYes("only at the person's door")}";

    private static string Told(DecisionRow row, ImmutableArray<Broker> brokers)
        => row.Cells.ContainsKey("hears")
            ? string.Join("; ", brokers.Select(b => $"{b.Team} {Spelling.Word(b.Because)}"))
            : brokers.FirstOrDefault(b => b.Team.ToString() == row["team"]) is { Hears: true } broker
                ? $"{string.Join(", ", broker.KeptOut.People.Select(p => $"{p.Agency} {p.Practitioner}"))}|{broker.IsOfAsker}"
            : "hears nothing";

    private static ContactQuestion QuestionOf(DecisionRow row)
    {
        var kind = row.Cells.ContainsKey("person") ? Spelling.Read<PersonKind>(row["person"]) : PersonKind.Child;
        var asker = row["asker"].Split(' ');
        var acting = Spelling.Split(row["who acts"], ' ') is [var at, var who, _, var whom] ? Acts(Cast.Agency(at), who, whom) : Acting.Nobody;
        var person = Person.Empty with
        {
            Kind = kind,
            Circle = [.. Spelling.Split(row["circle"], ';').Select(Member)],
            Restrictions = [.. Spelling.Split(row["restrictions"], ';').Select(Placed)],
            Relationships = [.. Spelling.Split(row["relatives"], ',').Select(Relative)],
        };
        return new ContactQuestion(person, kind, Cast.Agency(asker[0]), [.. asker.Skip(1).Append(row["acting for"]).Where(p => p.Length > 0).Select(Staff)], acting);
    }

    private static CircleMember Member(string text)
    {
        var (team, words) = (text.Split(':')[0], text.Split(':')[1].Trim().Split(' '));
        return new CircleMember(Team($"{team}/team"), Spelling.Read<Role>(words[0]), words.Length > 1 ? MemberState.Proposed : MemberState.Active, Cast.Riverside, Cast.Now);
    }

    // "riverside own staff-conflict riverside/guards people riverside SW-2"
    private static Restriction Placed(string text)
    {
        var own = text.Contains(" own ", StringComparison.Ordinal);
        var words = text.Replace(" own ", " ", StringComparison.Ordinal).Split(' ');
        var (terms, then) = (Kept.Terms(Spelling.Read<RestrictionGround>(words[1])) with { Guardian = Team(words[2]), OwnRecord = own }, words[3..]);
        ImmutableArray<TeamId> After(string word) => Array.IndexOf(then, word) is >= 0 and var at ? [Team(then[at + 1])] : [];
        ImmutableArray<NamedPractitioner> people = then is ["people", var agency, var staff] ? [new NamedPractitioner(Cast.Agency(agency), Staff(staff))] : [];
        return Kept.Of(terms with { People = people, Admitted = After("admitted"), Teams = After("teams") }, Cast.Agency(words[0]));
    }

    private static Relationship Relative(string text)
    {
        var words = text.Split(' ');
        var relative = Kin.All(Kin.Of(RelationshipType.Grandparent, staff: new StaffMember(Cast.Agency(words[0]), Staff(words[1])))).Single();
        return relative with { IsEnded = words.Contains("over") };
    }

    private static Acting Acts(AgencyId agency, string who, string whom)
    {
        var delegation = new Delegation(Staff(whom), Staff(who), new Moment(0), Cast.Now.Plus(TimeSpan.FromDays(1)), "Cover.", Cast.Worker);
        return new Acting(ImmutableDictionary<AgencyId, ActingIn>.Empty.Add(agency, new ActingIn(5, 4, [delegation])), Cast.Now);
    }

    private static PractitionerId Staff(string text) => PractitionerId.TryParse(text)!;

    private static TeamId Team(string text) => TeamId.TryParse(text)!;
}
