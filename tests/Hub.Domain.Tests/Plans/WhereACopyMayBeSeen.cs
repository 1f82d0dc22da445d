using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Links;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Plans;

public sealed class WhereACopyMayBeSeen
{
    private const int Copy = 50;
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("where-a-copy-may-be-seen.md");
    private static readonly ElementContent Content = new(Category.HealthMental, ElementKind.Fact, "Reviews every month.");
    private static readonly LinkHalf Link = new(Tie.Id, HalfState.Accepted, Paper.Id, Tie.Riverside, PersonKind.Adult, Tie.Adult, Tie.Harbour, Cast.Now);

    private static readonly ElementAdopted Adopted = new(
        Paper.Id, 2, Paper.Element(Copy), Content, new ElementOrigin(Cast.Harbour, Tie.Id, PersonKind.Adult, Tie.Adult, Paper.Element(900), Cast.Now));

    private static readonly Person Before = Person.Empty with { Plans = Paper.Active(1) };
    private static readonly Person After = Before with { Plans = Before.Plans.After(Decided.Commit(Adopted)) };

    public static TheoryData<int> Adoptions => [.. Rows.Where(r => r["link"].Length > 0).Select(r => r.Line)];

    public static TheoryData<int> Deeds => [.. Rows.Where(r => r["does"].Length > 0).Select(r => r.Line)];

    public static TheoryData<int> Hearers => [.. Rows.Where(r => r["recipient"].Length > 0).Select(r => r.Line)];

    [Theory, MemberData(nameof(Adoptions))]
    public void Is_as_the_table_says_when_it_is_taken(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        ImmutableArray<LinkHalf> links = row["link"] == "none" ? [] : [Link with { State = Spelling.Read<HalfState>(row["link"]), Plan = row.IsYes("of this plan") ? Paper.Id : new PlanId(9) }];
        var delivered = new DeliveredElement(
            row.IsYes("of this agency") ? Cast.Harbour : Cast.Meadow, PersonKind.Adult, row.IsYes("of this person") ? Tie.Adult : Tie.Somebody, Paper.Element(900),
            row["delivered"] == "content" ? Content : null, Cast.Now);
        var decided = new AdoptElement(Paper.Id, 1, Paper.Element(Copy), delivered).Decide(Before.Plans, links, Cast.CallerOf(Cast.Agency(row["caller"])));
        Assert.Equal(row["answer"], Answer(decided, "copied"));
    }

    [Theory, MemberData(nameof(Deeds))]
    public void Is_as_the_table_says_when_its_holder_touches_it(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var caller = Cast.CallerOf(Cast.Riverside);
        var to = new Recipient(Tie.Harbour, null, PersonKind.Child, Tie.Child, Route.Directed, []);
        var why = new JustificationDraft((int)StatutoryGround.S11Duty, "made up", "made up", 0, 0);
        Assert.Equal(row["answer"], Answer(
            row["does"] switch
            {
                "replaces its content" => new RevisePlan(Paper.Id, 2, [Paper.Replace(Copy)]).Decide(After.Plans, caller),
                "takes it out of its plan" => new RevisePlan(Paper.Id, 2, [Paper.Remove(Copy)]).Decide(After.Plans, caller),
                _ => DirectedAnswer.Decide(
                    new ShareDirected(Paper.Id, [Paper.Element(Copy)], $"{Tie.Harbour}", (int)Severity.Amber, why), After, caller, to, DirectedLane.Policy(Cast.Riverside, to, Book.Empty with
                    {
                        Sectors = Book.Empty.Sectors.Add(Cast.Harbour, Sector.AdultMentalHealth),
                        Teams = [Tie.Harbour],
                    }), Cast.Now).Decided,
            },
            "changed"));
    }

    [Theory, MemberData(nameof(Hearers))]
    public void Is_as_the_table_says_to_who_might_hear(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var (agency, role) = (Cast.Agency(row["recipient"]), Spelling.Read<Role>(row["role"]));
        var agreed = new AgreementFacts(new Ground("agreement", 1), 1UL << (int)Purpose.Safeguard, CategorySet.All, default, null);
        var book = Book.Empty.With(Cast.Riverside, Sector.ChildrensSocialCare).With(agency, Sector.ChildrensSocialCare);
        book = row["agreement covers"] == "all" ? book.With(new Signed(Cast.Riverside, agency, agreed)) : book;
        var recipient = Book.Recipient(Book.TeamOf(agency), role);
        var (person, change) = row["what happens"] == "the copy is made"
            ? (Before, (IEvent)Adopted)
            : (After, new PlanChanged(Paper.Id, 3, [new ElementChange(ElementAct.Remove, Paper.Element(Copy), null)]));
        var view = PersonNews.Of(person, change, Cast.Riverside) is { } news
            ? Cut.Of(news, SharingPolicy.Decide(Cast.Riverside, Purpose.Safeguard, recipient, book, Cast.Now), recipient).View
            : null;
        Assert.Equal(row["sees"], string.Join(", ", (view?.Elements ?? []).Select(e => Spelling.Word(e.Act))));
    }

    private static string Answer(Decided decided, string done)
        => decided.Refusal is { Violations: [var one] } no ? $"{Spelling.Wire(no.Reason)}: {one.Field}" : decided.Refusal is { } other ? Spelling.Wire(other.Reason) : done;
}
