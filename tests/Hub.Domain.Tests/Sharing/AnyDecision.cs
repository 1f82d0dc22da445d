using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Sharing;

public sealed class AnyDecision
{
    private static readonly Gen<CategorySet> Categories = Gen.Frequency(
        (4, Gen.Enum<Category>().Array[0, 8].Select(c => CategorySet.Of(c))), (1, Gen.Const(CategorySet.All)));

    private static readonly Gen<AgreementFacts> Agreement = Gen.Select(
        Gen.Enum<Purpose>().Array[1, 4], Categories, Gen.Int[-2, 1], Gen.OneOf(-1, 0, 1, 9), Gen.Int[1, 3],
        (purposes, categories, from, until, version) => new AgreementFacts(
            new Ground($"agreement/{version}", version),
            purposes.Aggregate(0UL, (bits, p) => bits | (1UL << (int)p)),
            categories,
            Cast.Now.Plus(TimeSpan.FromHours(from)),
            until == 9 ? null : Cast.Now.Plus(TimeSpan.FromHours(until))));

    private static readonly Gen<ElementContent?> Content = Gen.Select(
        Gen.Int[0, 24], n => n > 22 ? null : new ElementContent(n is 0 or 22 ? null : (Category)n, ElementKind.Fact, "made up"));

    private static readonly Gen<News> AnyNews = Gen.Select(
        Gen.Enum<Category>(),
        Gen.Enum<Purpose>(),
        Gen.Select(Content, Content, (before, after) => (before, after)).Array[0, 5],
        Gen.Bool,
        (category, purpose, elements, only) => new News(
            "plan.changed", category, Severity.Green, Book.AgencyOf(Sector.ChildrensSocialCare), purpose, new PlanId(1),
            new PlanFacts(PlanType.ChildInNeed, PlanState.Active, null, null), null, null, null,
            [.. elements.Where(e => e.before is not null || e.after is not null).Select((e, i) => new NewsElement(new ElementId((UInt128)i), e.before, e.after))], only));

    private static readonly Gen<(News News, Recipient Recipient, Book Book)> Case = Gen.Select(
        AnyNews,
        Gen.Enum<Sector>(),
        Gen.OneOf(Gen.Enum<Role>().Select(r => (Role?)r), Gen.Const((Role?)null)),
        Agreement.Array[0, 4],
        Gen.Enum<Sector>(),
        (news, sector, role, agreements, holder) => (
            news with { Holder = Book.AgencyOf(holder) },
            Book.Recipient(Book.TeamOf(Book.AgencyOf(sector)), role),
            agreements.Aggregate(Book.OfEverybody, (book, a) => book.With(new Signed(Book.AgencyOf(holder), Book.AgencyOf(sector), a)))));

    [Fact]
    public void Shows_no_more_once_an_agreement_is_gone()
        => Gen.Select(Case, Gen.Int[0, 3]).Sample((x, at) =>
            NeverWider(x, x.Book with { Signed = x.Book.Signed.IsEmpty ? [] : x.Book.Signed.RemoveAt(at % x.Book.Signed.Count) }));

    [Fact]
    public void Shows_no_more_once_an_agreement_covers_less()
        => Gen.Select(Case, Gen.Int[0, 3], Categories).Sample((x, at, kept) =>
        {
            if (x.Book.Signed.IsEmpty)
            {
                return;
            }

            var old = x.Book.Signed[at % x.Book.Signed.Count];
            NeverWider(x, x.Book with { Signed = x.Book.Signed.Replace(old, old with { Facts = old.Facts with { Categories = old.Facts.Categories.And(kept) } }) });
        });

    [Fact]
    public void Shows_no_content_of_a_category_that_the_verdict_does_not_show()
        => Case.Sample(x =>
        {
            var (verdict, cut) = Decided(x, x.Book);
            Assert.All(cut.View?.Elements ?? [], e => Assert.True(e.Content is null || verdict.Shows(e.Content.Category)));
            Assert.Equal(cut.Shown, cut.Shown.And(verdict.Categories));
            Assert.True(cut.View?.Facts is null || verdict.Shows(Category.PlanTypeAndDates));
            Assert.True(cut.View is null || cut.View.Type == Cut.RecordUpdated || verdict.Shows(x.News.Category));
        });

    [Fact]
    public void Says_that_more_exists_only_where_something_is_withheld_and_existence_may_be_told()
        => Case.Sample(x =>
        {
            var (verdict, cut) = Decided(x, x.Book);
            Assert.Equal(cut.View is not null && cut.Withheld > 0 && verdict.Categories.Has(Category.ExistenceOfInvolvement), cut.View?.MoreExists ?? false);
        });

    [Fact]
    public void Delivers_the_same_whatever_happens_to_elements_out_of_sight_unless_existence_may_be_told()
        => Case.Sample(x =>
        {
            var verdict = Decided(x, x.Book).Verdict;
            if (verdict.MayHearOfMore)
            {
                return;
            }

            var seen = x.News with { Elements = x.News.Elements.RemoveAll(e => !Sees(verdict, e.Before) && !Sees(verdict, e.After)) };
            Assert.Equal(Bytes(Cut.Of(x.News, verdict, x.Recipient)), Bytes(Cut.Of(seen, verdict, x.Recipient)));
        });

    [Fact]
    public void Names_as_permitted_what_is_whole_and_as_part_what_is_not()
        => Case.Sample(x =>
        {
            var (verdict, cut) = Decided(x, x.Book);
            var expected = cut.View is null ? (verdict.NeedsDecision ? VerdictKind.NeedsDecision : VerdictKind.Deny)
                : cut.Withheld == 0 ? VerdictKind.Permit : VerdictKind.Part;
            Assert.Equal(expected, cut.Kind);
            Assert.True(!verdict.NeedsDecision || cut.View is null, "what a person has to decide is not delivered");
        });

    [Fact]
    public void Does_not_depend_on_the_order_of_agreements()
        => Case.Sample(x => Assert.Equal(Decided(x, x.Book).Verdict, Decided(x, x.Book with { Signed = x.Book.Signed.Reverse() }).Verdict));

    [Fact]
    public void Holds_until_the_first_agreement_that_it_rests_on_ends()
        => Case.Sample(x =>
        {
            var verdict = Decided(x, x.Book).Verdict;
            Assert.True(verdict.Basis.NotAfter is not { } end || Cast.Now.CompareTo(end) < 0);
            Assert.Subset(
                verdict.Basis.Grounds.Select(g => g.Name).ToHashSet(),
                x.Book.Signed.Where(s => verdict.Because == Because.Agreement && s.Facts.IsInForce(x.News.Purpose, Cast.Now)).Select(s => s.Facts.Ground.Name).ToHashSet());
        });

    [Fact]
    public void Is_delivered_cut_and_withheld_in_this_generated_family()
    {
        // Guards the generator: were nothing ever delivered, everything above would hold for nothing.
        var kinds = new int[5];
        Case.Sample(x => Interlocked.Increment(ref kinds[(int)Decided(x, x.Book).Cut.Kind]), iter: 5000);
        Assert.All(Enum.GetValues<VerdictKind>(), kind => Assert.True(kinds[(int)kind] > 20, $"{kind}: {kinds[(int)kind]}"));
    }

    private static void NeverWider((News News, Recipient Recipient, Book Book) x, Book narrower)
    {
        var (before, after) = (Decided(x, x.Book), Decided(x, narrower));
        Assert.Equal(after.Verdict.Categories, after.Verdict.Categories.And(before.Verdict.Categories));
        Assert.True(before.Verdict.Untagged || !after.Verdict.Untagged);
        Assert.Equal(after.Cut.Shown, after.Cut.Shown.And(before.Cut.Shown));
        Assert.True(after.Cut.Withheld >= before.Cut.Withheld);
        var contents = (before.Cut.View?.Elements ?? []).Where(e => e.Content is not null).Select(e => (e.Element, e.Content)).ToHashSet();
        Assert.All((after.Cut.View?.Elements ?? []).Where(e => e.Content is not null), e => Assert.Contains((e.Element, e.Content), contents));
        Assert.True(after.Cut.View is null || before.Cut.View is not null, "a delivery that was none before");
    }

    private static (Verdict Verdict, Cut Cut) Decided((News News, Recipient Recipient, Book Book) x, ISharingFacts facts)
    {
        var verdict = SharingPolicy.Decide(x.News.Holder, x.News.Purpose, x.Recipient, facts, Cast.Now);
        return (verdict, Cut.Of(x.News, verdict, x.Recipient));
    }

    private static bool Sees(Verdict verdict, ElementContent? content) => content is not null && verdict.Shows(content.Category);

    private static string Bytes(Cut cut) => cut.View is { } view ? System.Text.Json.JsonSerializer.Serialize(view, OutwardJson.Default.View) : "nothing";
}
