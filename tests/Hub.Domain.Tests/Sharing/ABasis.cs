using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Sharing;

public sealed class ABasis
{
    private static readonly Gen<Ground[]> Grounds = Gen.Select(Gen.OneOf("a", "b", "B", "ab", "c", "d"), Gen.Long[1, 4], (name, version) => new Ground(name, version)).Array[0, 9];

    [Fact]
    public void Has_each_ground_once_in_order_with_the_lowest_version_read()
        => Grounds.Sample(grounds => Assert.Equal(
            grounds.OrderBy(g => g.Name, StringComparer.Ordinal).ThenBy(g => g.Version).DistinctBy(g => g.Name),
            Basis.Of(grounds).Grounds.AsEnumerable()));

    [Fact]
    public void Leaves_what_it_was_made_of_as_it_was()
        => Grounds.Sample(grounds =>
        {
            Ground[] before = [.. grounds];
            Basis.Of(grounds);
            Assert.Equal(before, grounds);
        });

    [Fact]
    public void Ends_when_the_first_of_its_grounds_ends()
        => Gen.Long[1, 5].Array[0, 4].Sample(ends => Assert.Equal(
            ends.Length == 0 ? null : new Moment(ends.Min()), Basis.Of([], [.. ends.Select(e => (Moment?)new Moment(e)), null]).NotAfter));
}
