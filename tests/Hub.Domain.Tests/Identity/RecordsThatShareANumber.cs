using System.Collections.Immutable;
using Hub.Domain.Identity;

namespace Hub.Domain.Tests.Identity;

public sealed class RecordsThatShareANumber
{
    // Few values, so that records often agree by chance.
    private static readonly Gen<IdentityRecord> Records = Gen.Select(
        Gen.OneOf("", "Testerton", "TESTERTON", "Tester-ton", "Sampleby", "?"),
        Gen.OneOf("", "2019-03-04", "2019-03-05"),
        Gen.OneOf("", Drafts.Number, Drafts.OtherNumber),
        Gen.OneOf("", "B801200005001"),
        Gen.OneOf("", "C-1", "C-2"),
        (family, born, nhs, upn, own) => new IdentityDraft(
            family,
            [],
            born,
            "",
            [.. new[] { Drafts.Nhs(nhs), Drafts.Upn(upn), Drafts.Own(own) }.Where(i => i.Value.Length > 0)]).Record());

    [Fact]
    public void Join_two_agencies_only_with_one_birth_date_and_no_other_family_name()
        => Gen.Select(Records, Records).Sample(
            (a, b) =>
            {
                if (Joins(a, b))
                {
                    Assert.NotNull(a.BirthDate);
                    Assert.Equal(a.BirthDate, b.BirthDate);
                    Assert.Contains(a.Identifiers, i => i.IsNational && b.Identifiers.Contains(i));
                    Assert.False(a.FamilyName == "Sampleby" && b.FamilyName.StartsWith('T'));
                }
            },
            iter: 3000);

    [Fact]
    public void Join_whichever_agency_came_first()
        => Gen.Select(Records, Records).Sample((a, b) => Assert.Equal(Joins(a, b), Joins(b, a)), iter: 3000);

    [Fact]
    public void Never_join_more_because_a_third_record_is_known()
        => Gen.Select(Records, Records, Records).Sample((a, b, sent) =>
        {
            ImmutableArray<AgencyRecord> both = [new(Cast.Riverside, a), new(Cast.Meadow, b)];
            Assert.True(Joins(a, sent) || Joins(b, sent) || !Matching.IsSamePerson(both, Cast.Harbour, sent));
        }, iter: 3000);

    [Fact]
    public void Never_show_an_agency_by_its_own_record_what_another_wrote()
        => Gen.Select(Records, Records, Records).Sample((own, hidden, sent) =>
        {
            var alone = new AgencyRecord(Cast.Harbour, own);
            Assert.Equal(
                Matching.IsSamePerson([alone], Cast.Harbour, sent),
                Matching.IsSamePerson([new AgencyRecord(Cast.Riverside, hidden), alone], Cast.Harbour, sent));
        }, iter: 3000);

    private static bool Joins(IdentityRecord known, IdentityRecord sent)
        => Matching.IsSamePerson([new AgencyRecord(Cast.Riverside, known)], Cast.Harbour, sent);
}
