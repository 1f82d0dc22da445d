using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Families;

/// <summary>What else is on record of a generated person: consents of the holder, restrictions, who else matters, and what another agency knows that
/// texts may tell.</summary>
internal sealed record OnRecord(
    ImmutableArray<(int Recipient, ConsentState State, bool ByParent)> Consents, int Restriction, int Author, int Named, CategorySet Kept, ImmutableArray<int> Kin, int Secret, int Luck)
{
    /// <summary>Where the person lives: a text that says so tells the street and the other agency's family name.</summary>
    public const string Home = "Seen at 12 Rosewood Lane.";

    private const string Street = "12 Rosewood Lane";
    private const string Family = "Rosewood";
    private static readonly Gen<int> Who = Gen.Int[0, Register.Agencies - 1];

    private static readonly ConsentState[] States =
        [ConsentState.Given, ConsentState.Given, ConsentState.Given, ConsentState.Given, ConsentState.Refused, ConsentState.Withdrawn, ConsentState.Sought, ConsentState.NotRequired];

    private static readonly RelationshipType[] Types = [RelationshipType.Mother, RelationshipType.FosterCarer, RelationshipType.Grandparent, RelationshipType.Other];

    private static readonly RestrictionGround[] Admitting =
        [RestrictionGround.HighProfile, RestrictionGround.ProtectedPerson, RestrictionGround.HighRisk, RestrictionGround.SeriousCaseReview];

    public static Gen<OnRecord> Any { get; } = Gen.Select(
        Gen.Select(Who, Gen.Int[0, States.Length - 1], Gen.Int[0, 3], (who, state, by) => (who, States[state], by > 0)).Array[0, 2],
        Gen.Select(Gen.Int[0, 14], Who, Who),
        Gen.ULong.Select(bits => new CategorySet(bits).And(CategorySet.All)),
        Gen.Int[0, 1023].Array[0, 2],
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 11]),
        (consents, restriction, kept, kin, secret) => new OnRecord(
            [.. consents], restriction.Item1, restriction.Item2, restriction.Item3, kept, [.. kin], secret.Item1, secret.Item2));

    /// <summary>One in twelve: somebody writes where the person lives, to a team that would be told by agreement.</summary>
    public bool IsWritten => Luck == 0;

    /// <summary>Placed, if any: one in two people has one.</summary>
    public ImmutableArray<Restriction> Restrictions(int holder)
    {
        var terms = new RestrictionTerms(RestrictionGround.CourtDirection, Register.TeamOf(Author), new DateOnly(2026, 5, 1), Restriction % 2 == 0, [], [], [], default, []);
        return Restriction switch
        {
            0 or 1 or 8 => [Of(terms with { Agencies = [Register.Agency(Named)], Categories = Kept })],
            2 => [Of(terms with { Teams = [Register.TeamOf(Named)], Categories = Kept })],
            3 => [Of(terms with { Teams = [Register.TeamOf(Named)] })],
            4 or 5 => [Of(terms with { Ground = Admitting[Named], Admitted = [Register.TeamOf(Named)] })],
            6 => [Of(terms with { Ground = RestrictionGround.SensitiveService, OwnRecord = true }) with { Author = Register.Agency(holder) }],
            7 => [Of(terms with { Ground = RestrictionGround.StaffConflict, People = [new NamedPractitioner(Register.Agency(Named), Cast.Worker)] })],
            _ => [],
        };
    }

    public ImmutableArray<Consent> ConsentsOf(int holder)
        => [.. Consents.Where(c => c.Recipient != holder).DistinctBy(c => c.Recipient).Select(c => new Consent(
            Register.Agency(holder), Register.Agency(c.Recipient), c.State, c.ByParent ? ConsentGiver.PersonWithParentalResponsibility : ConsentGiver.CompetentChild,
            Cast.Now.Plus(TimeSpan.FromDays(-1000)), "", ""))];

    /// <summary>Each is somebody's practitioner or nobody's, reached through somebody's team or nobody's.</summary>
    public ImmutableArray<Relationship> Relationships
        => [.. Kin.Select((bits, i) => new Relationship(
            new RelationshipId((UInt128)i + 1),
            new RelationshipContent(
                Types[bits & 3], ParentalResponsibility: false, (bits & 4) != 0, null, null, IsRisk: false, null, null,
                (bits & 8) == 0 ? new StaffMember(Register.Agency((bits >> 4) & 3), Cast.Worker) : null, (bits & 64) == 0 ? Register.TeamOf((bits >> 7) & 3) : null),
            Cast.Riverside, Cast.Now, IsEnded: (bits & 512) != 0 && i == 0))];

    public Person Of(Person person, int holder) => person with
    {
        Consents = ConsentsOf(holder),
        Restrictions = Restrictions(holder),
        Relationships = Relationships,
        Records = [new AgencyRecord(Register.Agency(holder), Identity("Example")), .. Secret is 1 or 2 ? [new AgencyRecord(Another(holder), Identity(Family))] : Array.Empty<AgencyRecord>()],
        Plans = Secret is 0 or 1 ? person.Plans.Add(Place(holder)) : person.Plans,
    };

    private AgencyId Another(int holder) => Register.Agency((holder + 1 + (Author % (Register.Agencies - 1))) % Register.Agencies);

    private Plan Place(int holder) => new(
        new PlanId(9), PlanType.Safety, Another(holder), PlanState.Active, 1, null, null,
        [new Element(new ElementId(900), new ElementContent(Category.AddressAndLocation, ElementKind.Fact, Street), Cast.Worker, Cast.Now, null)], Cast.Now);

    private Restriction Of(RestrictionTerms terms) => new(new RestrictionId(1), Register.Agency(Author), Cast.Worker, Cast.Now, terms);

    // Sixteen since the new year.
    private static IdentityRecord Identity(string family) => new(family, [], new DateOnly(2010, 1, 1), null, []);
}
