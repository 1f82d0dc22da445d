using System.Collections.Immutable;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Inbox;

public sealed class WhatIsAsked
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("what-is-asked.md");

    public static TheoryData<int> Lines => [.. Rows.Select(r => r.Line)];

    [Theory, MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var (before, change) = WhatHappens.Event(row, Cast.Harbour, Domain.Agencies.Sector.AdultMentalHealth);
        var recipient = Book.Recipient(Book.TeamOf(Cast.Riverside), row["role"] is "" ? null : Spelling.Read<Role>(row["role"]));
        var asks = AskedDecision.Of([recipient], RoleNeeds.BuiltIn, Spelling.Read<Because>(row["because"]), "", 2);
        var news = PersonNews.Of(before, change, Cast.Harbour)!;
        asks = asks with { Elements = row["asked about"] is { Length: > 0 } about ? [.. news.Elements.Where(e => WhatHappens.Word(e.After) == about).Select(e => e.Id)] : null };
        var question = Question.Of(news, PersonKind.Child, recipient.Subject, asks, Sight(row));
        Assert.Equal(row.IsYes("asked"), question is not null);
        Assert.Equal(row["severity"], question is null ? "" : Spelling.Word(question.Severity));
        Assert.Equal(row["shown"], string.Join(", ", (question?.Elements ?? []).Select(e => WhatHappens.Word(e.Content))));
        Assert.True(question is null or { Type: AskedDecision.ItemType, MoreExists: false, Asks: not null, Plan: not null } || row["event"] == "relapse.early-sign");
        Assert.Equal(question?.Elements.Select(e => before.Plans[0].Elements.Any(x => x.Id == e.Element) ? ElementAct.Replace : ElementAct.Add), question?.Elements.Select(e => e.Act));
        Assert.Equal(question?.Plan is not null, question?.Facts is not null);
    }

    private static ElementSight? Sight(DecisionRow row) => row["not theirs"].Length == 0 ? null : new ElementSight(
        [], null, [asked => asked.Content.Category == Spelling.Read<Category>(row["not theirs"]) ? Because.AboutYou : null]);
}
