using Hub.Domain.Agencies;
using Hub.Domain.Restrictions;

namespace Hub.Domain.Tests.Restrictions;

public sealed class PeopleKeptOut
{
    private static readonly NamedPractitioner Kin = new(Cast.Riverside, Kept.Kin);
    private static readonly NamedPractitioner Namesake = new(Cast.Harbour, Kept.Kin);

    private static readonly Gen<KeptOut> Any = Gen.OneOf(Kin, Namesake, new NamedPractitioner(Cast.Meadow, Cast.Worker)).Array[0, 4].Select(p => KeptOut.Of(p));

    [Fact]
    public void Are_named_within_their_agency()
    {
        var kept = KeptOut.Of(Kin);
        Assert.True(kept.Has(Cast.Riverside, Kept.Kin));
        Assert.False(kept.Has(Cast.Harbour, Kept.Kin));
        Assert.False(kept.Has(Cast.Riverside, Cast.Worker));
        Assert.True(kept.HasAnyOf(Cast.Riverside, [Cast.Worker, Kept.Kin]));
        Assert.False(kept.HasAnyOf(Cast.Riverside, [Cast.Worker]));
    }

    [Fact]
    public void Are_never_fewer_for_one_rule_more_and_the_same_in_any_order()
        => Gen.Select(Any, Any).Sample((a, b) =>
        {
            Assert.Equal(a.Or(b), b.Or(a));
            Assert.Equal(a, a.Or(KeptOut.Nobody));
            Assert.All(a.People.Concat(b.People), p => Assert.True(a.Or(b).Has(p.Agency, p.Practitioner)));
            Assert.Equal(a.Or(b).People.Distinct().Count(), a.Or(b).People.Length);
        });
}
