using System.Collections.Immutable;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Inbox;

public sealed class WhatIsHandedOver
{
    private const string TakenAway = "– taken away";
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("what-is-handed-over.md");
    private static readonly PlanFacts Facts = new(PlanType.ChildInNeed, PlanState.Active, new DateOnly(2026, 1, 5), null);

    public static TheoryData<int> Lines => [.. Rows.Select(r => r.Line)];

    [Theory, MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var (before, again) = (Delivery(row), Judged(row));
        var now = again.Narrow(before);
        Assert.Equal(row["told"], now?.Type ?? "nothing");
        Assert.Equal(row["shown"], string.Join("; ", (now?.Elements ?? []).Select(e => e.Content is null ? TakenAway : WhatHappens.Word(e.Content))));
        Assert.Equal(row["more_exists"], now is null ? "" : now.MoreExists ? "yes" : "no");
        Assert.True(now?.Facts is null || again.Untagged || again.Categories.Has(Category.PlanTypeAndDates));
        Assert.True(now is null || now.Plan == (now.Type != Cut.RecordUpdated || !now.Elements.IsEmpty ? before.Plan : null));
    }

    private static View Delivery(DecisionRow row)
    {
        var type = row["was told"];
        ImmutableArray<ElementChange> elements =
            [.. Spelling.Split(row["elements"], ';').Select((e, i) => e == TakenAway
                ? new ElementChange(ElementAct.Remove, WhatHappens.Element(i), null)
                : new ElementChange(ElementAct.Add, WhatHappens.Element(i), WhatHappens.Content(e)))];
        return new View(
            type, Severity.Green, Cast.Harbour, PersonKind.Child, null, WhatHappens.Plan, type.StartsWith("plan.", StringComparison.Ordinal) ? Facts : null, null, null,
            elements, row.IsYes("more existed"), type == "relapse.early-sign" ? Category.SafetyPlanTriggers : null);
    }

    private static Again Judged(DecisionRow row)
    {
        var isOwn = row["sees now"] == "all";
        return new Again(
            Because.Agreement, isOwn ? CategorySet.All : CategorySet.Of([.. Spelling.Split(row["sees now"], ',').Select(Spelling.Read<Category>)]), isOwn, Basis.Of([]),
            row.IsYes("still hears"), [.. Spelling.Split(row["gone"], ',').Select(n => WhatHappens.Element(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) - 1))]);
    }
}
