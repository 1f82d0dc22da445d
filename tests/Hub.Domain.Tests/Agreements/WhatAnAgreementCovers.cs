using System.Collections.Immutable;
using System.Globalization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Agreements;

public sealed class WhatAnAgreementCovers
{
    private const string Document = "what-an-agreement-covers.md";

    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read(Document);

    public static TheoryData<string> Rules =>
    [
        .. AgreementRules.BetweenTwo.Select(r => r.Method.Name), .. AgreementRules.AmongMembers.Select(r => r.Method.Name), .. AgreementRules.AtThisInstant.Select(r => r.Method.Name),
    ];

    public static TheoryData<int> Lines => [.. DecisionTable.Read(Document).Select(r => r.Line)];

    [Theory, MemberData(nameof(Lines))]
    public void Is_what_the_table_says(int line)
    {
        var row = DecisionTable.Read(Document).Single(r => r.Line == line);
        Assert.NotEmpty(row["Source"]);
        var covered = Story(row["Agreement"]).Covers(
            Cast.Agency(row["From"]),
            Cast.Agency(row["To"]),
            Enum.Parse<Purpose>(row["Purpose"]),
            Enum.Parse<Category>(row["Category"]),
            Moment.Of(DateTimeOffset.Parse(row["On"], CultureInfo.InvariantCulture)));
        Assert.True(row.IsYes("Covered") == covered, $"line {line}: {row["Because"]}");
    }

    [Fact]
    public void Ends_by_the_clock_alone()
    {
        var signed = Treaty.Signed.Agreement!;
        Assert.Equal(AgreementState.InForce, signed.StateAt(Treaty.April(30)));
        Assert.Equal(AgreementState.Expired, signed.StateAt(Treaty.May(1)));
        Assert.False(signed.IsInForce(Cast.Now));
        Assert.True(signed.IsInForce(Treaty.April(1, 0)));
        Assert.False(signed.IsInForce(Treaty.May(1)));
    }

    [Theory, MemberData(nameof(Rules))]
    public void Is_otherwise_in_some_row_without(string rule)
    {
        Assert.All(Rows, row => Assert.Equal(row.IsYes("Covered"), Passes(row, "")));
        Assert.Contains(Rows, row => row.IsYes("Covered") != Passes(row, rule));
    }

    // By the facts that decisions are made of, without one of the rules by which they are made.
    private static bool Passes(DecisionRow row, string without)
    {
        var (file, holder, recipient) = (Story(row["Agreement"]), Cast.Agency(row["From"]), Cast.Agency(row["To"]));
        var ground = new Ground("agreement", 1);
        var facts = file.Agreement is { } agreement ? agreement.IsParty(holder) && agreement.IsParty(recipient) && holder != recipient
                ? AgreementFacts.Of(Others(AgreementRules.BetweenTwo, without), ground, agreement, holder) : null
            : AgreementFacts.Of(Others(AgreementRules.AmongMembers, without), ground, file.Framework!, holder, recipient);
        return facts is not null && facts.Categories.Has(Enum.Parse<Category>(row["Category"])) && facts.IsInForce(
            Others(AgreementRules.AtThisInstant, without), Enum.Parse<Purpose>(row["Purpose"]), Moment.Of(DateTimeOffset.Parse(row["On"], CultureInfo.InvariantCulture)));
    }

    private static IReadOnlyList<TRule> Others<TRule>(IReadOnlyList<TRule> rules, string without)
        where TRule : Delegate
        => [.. rules.Where(r => r.Method.Name != without)];

    private static AgreementFile Story(string state) => state switch
    {
        "proposed" => Treaty.Proposed,
        "signed" => Treaty.Signed,
        "ended" => Treaty.Ended,
        "suspended" => Treaty.Suspended,
        "suspended by both, resumed by one" => Resumed(Suspended(Treaty.Suspended, Cast.Riverside), Cast.Harbour),
        "resumed" => Treaty.Resumed,
        "written down" => Treaty.WrittenDown,
        "joined by one" => Treaty.WrittenDown.JoinedBy(Cast.Harbour),
        "joined" => Treaty.Joined,
        "joined by a third" => Treaty.Joined.JoinedBy(Cast.Meadow),
        "left by one" => Left(Treaty.Joined, Cast.Harbour),
        "left by a third" => Left(Treaty.Joined.JoinedBy(Cast.Meadow), Cast.Meadow),
        "left and joined again" => Left(Treaty.Joined, Cast.Harbour).JoinedBy(Cast.Harbour),
        "suspended by one member" => Suspended(Treaty.Joined, Cast.Harbour),
        "suspended by a third" => Suspended(Treaty.Joined.JoinedBy(Cast.Meadow), Cast.Meadow),
        "resumed by one member" => Resumed(Suspended(Treaty.Joined, Cast.Harbour), Cast.Harbour),
        "ended by its owner" => Treaty.Joined.After(new EndAgreement(Treaty.Id, "").Decide(Treaty.Joined, Cast.Riverside), Cast.Riverside),
        var other => throw new FormatException($"{other} is no state of the story"),
    };

    private static AgreementFile Suspended(AgreementFile file, AgencyId by) => file.After(new SuspendAgreement(Treaty.Id, "").Decide(file, by), by);

    private static AgreementFile Resumed(AgreementFile file, AgencyId by) => file.After(new ResumeAgreement(Treaty.Id).Decide(file, by), by);

    private static AgreementFile Left(AgreementFile file, AgencyId who) => file.After(new WithdrawFromFramework(Treaty.Id, "").Decide(file, who), who);
}
