using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Relationships;

namespace Hub.Domain.Tests.Relationships;

public sealed class SomebodyNamed
{
    [Theory]
    [InlineData("father alone", new[] { 1 })]
    [InlineData("both with the person", new[] { 1, 2 })]
    [InlineData("she with him", new[] { 1, 2 })]
    [InlineData("he with her", new[] { 1, 2 })]
    [InlineData("she acts for him", new[] { 1, 2 })]
    [InlineData("he acts for her", new[] { 1 })]
    [InlineData("a third acts for her who lives with him", new[] { 1, 2, 3 })]
    public void Brings_the_household_and_whoever_acts_for_them(string what, int[] expected)
        => Assert.Equal(expected, Of(what switch
        {
            "father alone" => [Kin.Of(RelationshipType.Father, home: true), Kin.Of(RelationshipType.Mother)],
            "both with the person" => [Kin.Of(RelationshipType.Father, home: true), Kin.Of(RelationshipType.Mother, home: true)],
            "she with him" => [Kin.Of(RelationshipType.Father), Kin.Of(RelationshipType.Mother, livesWith: 1)],
            "he with her" => [Kin.Of(RelationshipType.Father, livesWith: 2), Kin.Of(RelationshipType.Mother)],
            "she acts for him" => [Kin.Of(RelationshipType.Father), Kin.Of(RelationshipType.Mother, actsFor: 1)],
            "he acts for her" => [Kin.Of(RelationshipType.Father, actsFor: 2), Kin.Of(RelationshipType.Mother)],
            _ => [Kin.Of(RelationshipType.Father), Kin.Of(RelationshipType.Mother, livesWith: 1), Kin.Of(RelationshipType.Other, actsFor: 2)],
        }));

    [Fact]
    public void Is_named_still_when_it_is_so_no_more_but_brings_nobody_and_is_brought_by_nobody()
    {
        var all = Kin.All(Kin.Of(RelationshipType.Father, home: true), Kin.Of(RelationshipType.Mother, home: true));
        var ended = RelationshipFold.Apply(all, Cast.Happened(new RelationshipEnded(Kin.Id(1), "")));
        Assert.Equal([1], Of(ended, 1));
        Assert.Equal([2], Of(ended, 2));
    }

    [Fact]
    public void Is_a_practitioner_as_declared_of_that_agency_only()
    {
        var staff = new StaffMember(Cast.Harbour, Cast.Worker);
        var all = Kin.All(Kin.Of(RelationshipType.Father, home: true), Kin.Of(RelationshipType.Mother, home: true, staff: staff));
        Assert.True(Named.IsAmong(staff, Kin.Id(1), all));
        Assert.False(Named.IsAmong(staff with { Agency = Cast.Meadow }, Kin.Id(1), all));
        Assert.False(Named.IsAmong(staff, Kin.Id(9), all));
    }

    private static IEnumerable<int> Of(RelationshipContent[] contents) => Of(Kin.All(contents), 1);

    private static IEnumerable<int> Of(ImmutableArray<Relationship> all, int named)
        => Named.WithTheirs([Kin.Id(named)], all).Select(r => (int)r.Id.Value).Order();
}
