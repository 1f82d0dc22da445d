using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Sharing;

public sealed class WhatTheLeakGuardFinds
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("what-the-leak-guard-finds.md");

    public static TheoryData<int> Lines { get; } = [.. Rows.Select(r => r.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        Assert.NotEmpty(row["source"]);
        var texts = row["words"].Split(" / ").Select(t => t.Replace("⏎", "\n", StringComparison.Ordinal)).ToList();
        Assert.Equal(row["found in"], string.Join(", ", new OutgoingText(texts).Tell(FactOf(row["on record"])).Select(i => i + 1)));
    }

    [Fact]
    public void Is_nothing_of_a_name_and_a_number_that_the_other_record_says_too()
    {
        var theirs = new AgencyRecord(Cast.Harbour, Record("Testerton", "9990000018"));
        Assert.Null(ProtectedFact.OfIdentity(theirs, Record("TESTERTON", "9990000018")));
        Assert.NotNull(ProtectedFact.OfIdentity(theirs, Record("Sampleby", "9990000018")));
        Assert.NotNull(ProtectedFact.OfIdentity(theirs, Record("Testerton", "9990000026")));
        Assert.NotNull(ProtectedFact.OfIdentity(theirs, null));
        Assert.Null(ProtectedFact.OfAddress(Cast.Harbour, "At her aunt's."));
    }

    private static ProtectedFact FactOf(string record)
        => record.StartsWith("number ", StringComparison.Ordinal) ? ProtectedFact.OfIdentity(new AgencyRecord(Cast.Harbour, Record("", record[7..])), null)!
            : record.StartsWith("name ", StringComparison.Ordinal) ? ProtectedFact.OfIdentity(new AgencyRecord(Cast.Harbour, Record(record[5..], null)), null)!
            : record.StartsWith("formerly ", StringComparison.Ordinal) ? ProtectedFact.OfHistory(Restrictions.Kept.Formerly(record[9..]))!
            : ProtectedFact.OfAddress(Cast.Harbour, record)!;

    private static IdentityRecord Record(string name, string? number)
        => new(name, [], null, null, number is null ? [] : [new Identifier(NhsNumber.System, number)]);
}
