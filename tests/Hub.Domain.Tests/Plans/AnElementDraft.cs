using Hub.Domain.Agreements;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Plans;

public sealed class AnElementDraft
{
    [Fact]
    public void Becomes_what_it_says()
        => Assert.Equal(
            new ElementContent(Category.SubstanceUse, ElementKind.ThirdParty, " as told\n"),
            Read(new ElementDraft(9, 5, " as told\n")));

    [Fact]
    public void Says_whom_it_is_about_each_once_and_how_it_is_handled_or_nothing()
    {
        var said = Read(Paper.Good with
        {
            About = new AboutDraft(Subject: true, [Ids(2), Ids(2), Ids(1)], CauseUnknown: false, [Ids(3)]),
            Handling = new HandlingDraft(null, true, null, "2026-05-01"),
        });
        Assert.Equal(new ElementAbout(Subject: true, [new RelationshipId(2), new RelationshipId(1)], CauseUnknown: false, [new RelationshipId(3)]), said.About);
        Assert.Equal(new ElementHandling(null, true, null, new DateOnly(2026, 5, 1)), said.Handling);
        var unsaid = Read(Paper.Good with { About = new AboutDraft(Subject: true, [], CauseUnknown: false, []), Handling = new HandlingDraft(null, null, null, "") });
        Assert.Equal((null, null), (unsaid.About, unsaid.Handling));
    }

    [Fact]
    public void Is_refused_where_it_names_too_many_or_what_is_no_relationship()
    {
        Refused(Paper.Good with { About = new AboutDraft(false, ["x"], false, []) }, "about.about_relationship_ids");
        Paper.Open(Paper.Good with { About = new AboutDraft(false, [], false, [.. Enumerable.Range(1, 17).Select(n => Ids(n))]) }).Decide()
            .MustRefuse(RefusalReason.TooLarge, "plan.elements[0].about.cause_relationship_ids");
    }

    private static string Ids(int number) => new RelationshipId((UInt128)number).ToString();

    [Fact]
    public void Needs_no_category() => Assert.Null(Read(Paper.Good with { Category = 0 }).Category);

    [Fact]
    public void May_have_every_category_of_the_vocabulary()
        => Assert.All(Enumerable.Range(1, 21), number => Assert.Equal((Category)number, Read(Paper.Good with { Category = number }).Category));

    [Theory]
    [InlineData(-1)]
    [InlineData(22)]
    [InlineData(int.MinValue)]
    public void Is_refused_with_a_category_outside_the_vocabulary(int category) => Refused(Paper.Good with { Category = category }, "category");

    [Fact]
    public void May_have_every_kind_of_the_vocabulary()
        => Assert.All(Enumerable.Range(1, 5), number => Assert.Equal((ElementKind)number, Read(Paper.Good with { Kind = number }).Kind));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(6)]
    public void Is_refused_without_a_kind_of_the_vocabulary(int kind) => Refused(Paper.Good with { Kind = kind }, "kind");

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("a\0")]
    public void Is_refused_without_a_text_that_can_be_read(string text) => Refused(Paper.Good with { Text = text }, "text");

    [Fact]
    public void Is_refused_with_half_a_character() => Refused(Paper.Good with { Text = "half \uD83D" }, "text");

    [Fact]
    public void Hears_of_all_its_broken_fields_at_once() => Refused(new ElementDraft(99, 0, ""), "category", "kind", "text");

    [Theory]
    [InlineData("a", 4096)]
    [InlineData("é", 2048)]
    [InlineData("👩", 1024)]
    public void May_have_4096_bytes_of_text_and_not_one_more(string character, int count)
    {
        var longest = string.Concat(Enumerable.Repeat(character, count));
        Assert.Equal(longest, Read(Paper.Good with { Text = longest }).Text);
        Paper.Open(Paper.Good with { Text = longest + "." }).Decide().MustRefuse(RefusalReason.TooLarge, "plan.elements[0].text");
        Paper.Active(0).Revise(Paper.Add(1, Paper.Good with { Text = longest + "." })).MustRefuse(RefusalReason.TooLarge, "operations[0].add.text");
    }

    private static ElementContent Read(ElementDraft draft) => Paper.Open(draft).Decide().MustCommit<PlanStarted>().Elements.Single().Content;

    // The same draft must be judged alike wherever a caller may send it.
    private static void Refused(ElementDraft draft, params string[] fields)
    {
        Paper.Open(draft).Decide().MustRefuse(RefusalReason.InvalidElement, At("plan.elements[0]"));
        Paper.Active(1).Revise(Paper.Add(2, draft)).MustRefuse(RefusalReason.InvalidElement, At("operations[0].add"));
        Paper.Active(1).Revise(Paper.Replace(1, draft)).MustRefuse(RefusalReason.InvalidElement, At("operations[0].replace.element"));

        string[] At(string path) => [.. fields.Select(f => $"{path}.{f}")];
    }
}
