using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Relationships;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Relationships;

/// <summary>Relationships of one person, numbered from 1 in order of making.</summary>
internal static class Kin
{
    public static readonly PersonId Self = new(0, 1);

    public static readonly RelationshipStanding OfLead = new(IsOfLead: true, IsUnled: false, HasOpenPlan: true);

    public static RelationshipContent Of(RelationshipType type, bool home = false, int livesWith = 0, int actsFor = 0, StaffMember? staff = null, TeamId? carriedBy = null)
        => new(
            type, ParentalResponsibility: false, home, livesWith == 0 ? null : Id(livesWith), actsFor == 0 ? null : Id(actsFor), IsRisk: false, null, null, staff, carriedBy);

    public static RelationshipId Id(int number) => new((UInt128)number);

    public static ImmutableArray<Relationship> All(params RelationshipContent[] contents)
        => [.. contents.Select((c, i) => new Relationship(Id(i + 1), c, Cast.Riverside, Cast.Now, IsEnded: false))];

    public static RecordRelationship Record(int number, bool isNew = true) => new(
        Id(number), isNew, (int)RelationshipType.Mother, ParentalResponsibility: true, LivesWithPerson: true, null, null, IsRisk: false, null, null, "", "", "");

    public static Decided Decide(this RecordRelationship command, ImmutableArray<Relationship> known, RelationshipStanding? standing = null)
        => command.Decide(Self, known, standing ?? OfLead, t => t.Name == "team");
}
