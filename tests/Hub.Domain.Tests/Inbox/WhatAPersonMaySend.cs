using System.Collections.Immutable;
using System.Globalization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Consents;
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

namespace Hub.Domain.Tests.Inbox;

public sealed class WhatAPersonMaySend
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("what-a-person-may-send.md");
    private static readonly ElementId Gone = new(99);

    private static readonly ImmutableDictionary<string, ElementId> Named = new Dictionary<string, ElementId>(StringComparer.Ordinal)
    {
        ["content"] = new(1),
        ["mental"] = new(2),
        ["untagged"] = new(3),
        ["copied"] = new(4),
        ["another"] = Gone,
    }.ToImmutableDictionary();

    private static readonly ElementOrigin Origin = new(Cast.Harbour, Tie.Id, PersonKind.Adult, Tie.Adult, Gone, Cast.Now);

    private static readonly Happened Added = Cast.Happened(
        new PlanChanged(
            WhatHappens.Plan, 2,
            [Add("content", Category.PlanContent), Add("mental", Category.HealthMental), Add("untagged", null)]),
        version: 2);

    private static readonly Happened Alerted = Cast.Happened(
        new AlertRaised(
            AlertType.RelapseEarlySign, Category.SafetyPlanTriggers, Severity.Red, WhatHappens.Plan,
            [.. ((PlanChanged)Added.Content).Changes.Select(c => new WrittenElement(c.Element, c.Content!))]),
        version: 2);

    private static readonly Person Before = Person.Empty.Apply(Cast.Happened(new PlanStarted(WhatHappens.Plan, PlanType.ChildInNeed, null, null, [])));

    private static readonly Person Now = Before.Apply(Added).Apply(Cast.Happened(
        new ElementAdopted(WhatHappens.Plan, 3, Named["copied"], new ElementContent(Category.HealthMental, ElementKind.Fact, "made up"), Origin), version: 3));

    private static readonly Book Register = Book.Empty with
    {
        Sectors = Book.Empty.Sectors.Add(Cast.Harbour, Sector.AdultMentalHealth).Add(Cast.Riverside, Sector.ChildrensSocialCare),
        Teams = [Tie.Harbour, Tie.Riverside],
    };

    public static TheoryData<int> Lines => [.. Rows.Select(r => r.Line)];

    [Theory, MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var directed = row.Cells.ContainsKey("caller") ? Shared(row) : Answered(row);
        Assert.Equal(row["answer"], directed.Decided.Refusal is { Violations: [var one] } no ? $"{Spelling.Wire(no.Reason)}: {one.Field}" : directed.Decided.Refusal is { } other ? Spelling.Wire(other.Reason) : "sent");
        Assert.Equal(row["sent"], string.Join(", ", (directed.View?.Elements ?? []).Select(e => WhatHappens.Word(e.Content))));
        Assert.Equal(directed.View?.Elements.Select(e => e.Content), (directed.Decided.Change as SharedDirected)?.Elements.Select(e => e.Content));
        Assert.True(row["told"].Length == 0 || (row["told"], row["from"]) == (directed.View?.Type, directed.View?.Directed is { } from ? StoredWord.Of(from) : ""), $"told {directed.View?.Type}");
        Assert.True(directed.View is null || (directed.Decided.Change as SharedDirected)?.Type == directed.View.Type);
        Assert.True(directed.View is null || !row.Cells.ContainsKey("caller") || directed.View is { Type: Cut.RecordUpdated, Directed: DirectedFrom.Plan });
        Assert.True(directed.View is null || row["withheld"].Length == 0 || row["withheld"] == directed.Withheld.ToString(CultureInfo.InvariantCulture), $"withheld {directed.Withheld}");
    }

    private static Directed Shared(DecisionRow row)
    {
        var why = new JustificationDraft(row["ground"].Length == 0 ? 0 : (int)Spelling.Read<StatutoryGround>(row["ground"]), row["need"], row["test"], 0, 0);
        var severity = row["severity"].Length == 0 ? 0 : (int)Spelling.Read<Severity>(row["severity"]);
        var to = To(row, null, Route.Directed);
        return DirectedAnswer.Decide(
            new ShareDirected(WhatHappens.Plan, Elements(row["elements"]), row["to"], severity, why), Known(row, Now), Cast.CallerOf(Cast.Agency(row["caller"])), to, DirectedLane.Policy(Cast.Riverside, to, Register), Cast.Now, Sight(row));
    }

    private static Directed Answered(DecisionRow row)
    {
        var to = To(row, Spelling.Read<Role>(row["role"]), Route.Circle);
        var about = row["event"].Length == 0 ? Added : Alerted;
        var asks = AskedDecision.Of([to], RoleNeeds.BuiltIn, Because.NoAgreementInForce, "plan.changed", about.Version) with
        {
            Elements = row["asked about"].Length == 0 ? null : Elements(row["asked about"]),
        };
        var why = new JustificationDraft((int)(row["ground"].Length == 0 ? StatutoryGround.S11Duty : Spelling.Read<StatutoryGround>(row["ground"])), "made up", "made up", 0, 0);
        return DirectedAnswer.Decide(
            new SendDirected(new AskedItem(to.Team, 1, 0), asks, Elements(row["picked"]), why), Known(row, Since(row["since"])), about, row.IsYes("answered before"), DirectedLane.Policy(Cast.Riverside, to, Register), Cast.Now, Sight(row));
    }

    private static Recipient To(DecisionRow row, Role? role, Route route) => new(TeamId.TryParse(row["to"])!, role, PersonKind.Child, Tie.Child, route, [])
    {
        Restrictions = Restrained.Read(row["restriction"], Cast.Riverside, Cast.Harbour),
    };

    // "withdrawn", or "given toward meadow".
    private static Person Known(DecisionRow row, Person person) => row["consent"].Split(" toward ") is not [{ Length: > 0 } state, .. var other] ? person : person with
    {
        Consents = [new Consent(Cast.Riverside, other is [var agency] ? Cast.Agency(agency) : Cast.Harbour, Spelling.Read<ConsentState>(state), ConsentGiver.CompetentChild, Cast.Now, "", "")],
    };

    private static ElementSight? Sight(DecisionRow row) => row["not theirs"].Length == 0 ? null : new ElementSight(
        [], null, [asked => asked.Content.Category == Spelling.Read<Category>(row["not theirs"]) ? Because.AboutYou : null]);

    private static Person Since(string what) => what switch
    {
        "" => Now,
        "content is gone" => Changed(Remove("content")),
        "both are gone" => Changed(Remove("content"), Remove("mental")),
        "content is health-physical now" => Changed(Add("content", Category.HealthPhysical) with { Act = ElementAct.Replace }),
        var other => throw new FormatException($"{other} has not happened"),
    };

    private static Person Changed(params ElementChange[] changes) => Now.Apply(Cast.Happened(new PlanChanged(WhatHappens.Plan, 4, [.. changes]), version: 4));

    private static ImmutableArray<ElementId> Elements(string cell) => [.. Spelling.Split(cell, ',').Select(e => Named[e])];

    private static ElementChange Add(string name, Category? category) => new(ElementAct.Add, Named[name], new ElementContent(category, ElementKind.Fact, "made up"));

    private static ElementChange Remove(string name) => new(ElementAct.Remove, Named[name], null);
}
