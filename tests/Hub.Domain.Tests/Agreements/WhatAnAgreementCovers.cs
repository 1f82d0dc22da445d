using System.Globalization;
using Hub.Domain.Agreements;

namespace Hub.Domain.Tests.Agreements;

public sealed class WhatAnAgreementCovers
{
    private const string Document = "what-an-agreement-covers.md";

    public static TheoryData<int> Lines => [.. DecisionTable.Read(Document).Select(r => r.Line)];

    [Theory, MemberData(nameof(Lines))]
    public void Is_what_the_table_says(int line)
    {
        var row = DecisionTable.Read(Document).Single(r => r.Line == line);
        var file = row["Agreement"] switch
        {
            "proposed" => Treaty.Proposed,
            "signed" => Treaty.Signed,
            "ended" => Treaty.Ended,
            var other => throw new FormatException($"line {line}: {other} is no state of the story"),
        };
        var covered = file.Agreement!.Covers(
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
}
