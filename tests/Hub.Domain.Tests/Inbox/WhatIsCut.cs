using System.Collections.Immutable;
using System.Globalization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Links;
using Hub.Domain.Tests.Relationships;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Inbox;

public sealed class WhatIsCut
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("what-is-cut.md");
    private static readonly ElementAbout Whom = new(Subject: true, [Kin.Id(1)], CauseUnknown: false, []);
    private static readonly ElementSight Hiding = new(Kin.All(Kin.Of(RelationshipType.Father, staff: new StaffMember(Cast.Harbour, Cast.Worker))), Onlooker.Reader(Cast.CallerOf(Cast.Harbour)), ElementVetoes.All);

    public static TheoryData<int> Lines => [.. Rows.Select(r => r.Line)];

    [Theory, MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var recipient = Book.Recipient(Book.TeamOf(Cast.Harbour), Role.CareCoordinator) with { Copied = row["mark"] == "copy" ? [WhatHappens.Element(0)] : [] };
        var verdict = new Verdict(Because.Agreement, CategorySet.Of([.. Spelling.Split(row["sees"], ',').Select(Spelling.Read<Category>)]), Untagged: false, NeedsDecision: false, Basis.Of([]));
        var cut = Cut.Of(Told(row), verdict, recipient, row["mark"] == "about" ? Hiding : null, row["mark"] == "leak" ? [WhatHappens.Element(0)] : null);
        var view = cut.View;
        Assert.Equal((row["told"], row["severity"]), (view?.Type ?? "", view is null ? "" : Spelling.Word(view.Severity)));
        Assert.Equal(row["of category"], view?.TypeCategory is { } category ? StoredWord.Of(category) : "");
        Assert.Equal((row.IsYes("plan"), row.IsYes("asked"), row.IsYes("asked"), row.IsYes("names")), (view?.Plan is not null, view?.From is not null, view?.Asked is not null, view?.ShowsAbout == true));
        Assert.Equal(row["does"], string.Join(", ", (view?.Elements ?? []).Select(e => Spelling.Word(e.Act))));
        Assert.Equal((row["shown"], row["verdict"], row["withheld"]), (WhatHappens.Words(cut.Shown), Spelling.Word(cut.Kind), cut.Withheld.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(row["hidden"], string.Join(", ", cut.Hidden.Select(h => StoredWord.Of(h.Because))));
    }

    private static News Told(DecisionRow row)
    {
        var plain = new News(
            row["event"], Category.PlanTypeAndDates, Severity.Green, Cast.Riverside, Purpose.Safeguard, WhatHappens.Plan, null, null, null, null, Elements(row), OnlyElements: true);
        return row["event"] switch
        {
            "plan.changed" => plain,
            "relapse.early-sign" => plain with { Category = Category.SafetyPlanTriggers, Severity = Severity.Red, Plan = null, OnlyElements = false },
            "plan.link-proposed" => plain with { Severity = Severity.Amber, From = Tie.Riverside, Asked = Tie.Harbour, OnlyElements = false },
            var other => throw new FormatException($"{other} does not happen here"),
        };
    }

    private static ImmutableArray<NewsElement> Elements(DecisionRow row)
    {
        if (row["element"].Split(" → ") is not [var before, var after])
        {
            return [];
        }

        var (was, now) = (WhatHappens.Content(before), WhatHappens.Content(after));
        return row["mark"] switch
        {
            "about" => [new NewsElement(WhatHappens.Element(0), About(was), About(now))],
            "whom" => [new NewsElement(WhatHappens.Element(0), was, About(now))],
            _ => [new NewsElement(WhatHappens.Element(0), was, now)],
        };
    }

    private static ElementContent? About(ElementContent? content) => content is null ? null : content with { About = Whom };
}
