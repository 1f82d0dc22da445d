using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Teams;

namespace Hub.Domain.Relationships;

/// <summary>Event <c>relationship.recorded</c>.</summary>
/// <param name="Relationship">A new one, or one of which something else is said from now on.</param>
/// <param name="Content">All that is said of it.</param>
public sealed record RelationshipRecorded(
    [property: JsonPropertyName("relationship")] RelationshipId Relationship,
    [property: JsonPropertyName("content")] RelationshipContent Content) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RelationshipRecorded);
}

/// <summary>Who may write down a person's relationships: a practitioner of the lead's team; while the circle is unled, of an agency with an open plan.</summary>
/// <param name="IsOfLead">Whether the calling practitioner holds a role in the lead's team.</param>
/// <param name="IsUnled">Whether nobody leads.</param>
/// <param name="HasOpenPlan">Whether the caller's agency has an open plan about the person.</param>
public sealed record RelationshipStanding(bool IsOfLead, bool IsUnled, bool HasOpenPlan)
{
    /// <summary>Source: sharing rules, "Circle": the lead, and an agency's standing on its own plan.</summary>
    public bool MayRecord => IsOfLead || (IsUnled && HasOpenPlan);
}

/// <summary>Says who else matters to a person. What is said of a relationship that stands already replaces what was said of it, but a risk marker
/// stays.</summary>
/// <param name="Relationship">The relationship meant, or the id that a new one gets.</param>
/// <param name="IsNew">Whether it is a new one.</param>
/// <param name="Type">Number of the type.</param>
/// <param name="ParentalResponsibility">Whether somebody has it.</param>
/// <param name="LivesWithPerson">Whether somebody lives with the person.</param>
/// <param name="LivesWith">Another relationship of the person in whose home somebody lives.</param>
/// <param name="ActsFor">Another relationship of the person for whom somebody acts.</param>
/// <param name="IsRisk">The risk marker.</param>
/// <param name="OtherKind">Child or adult, where somebody known to the hub is named.</param>
/// <param name="Other">Somebody known to the hub.</param>
/// <param name="StaffAgency">Agency of the practitioner that somebody is; empty for none.</param>
/// <param name="StaffNumber">That practitioner's number; empty for none.</param>
/// <param name="CarryingTeam">As agency/team; empty for none.</param>
[GenerateSerializer, Immutable, Alias("hub.RecordRelationship")]
public sealed record RecordRelationship(
    [property: JsonPropertyName("relationship")][Id(0)] RelationshipId Relationship,
    [property: JsonPropertyName("is_new")][Id(1)] bool IsNew,
    [property: JsonPropertyName("type")][Id(2)] int Type,
    [property: JsonPropertyName("parental_responsibility")][Id(3)] bool ParentalResponsibility,
    [property: JsonPropertyName("lives_with_person")][Id(4)] bool LivesWithPerson,
    [property: JsonPropertyName("lives_with")][Id(5)] RelationshipId? LivesWith,
    [property: JsonPropertyName("acts_for")][Id(6)] RelationshipId? ActsFor,
    [property: JsonPropertyName("is_risk")][Id(7)] bool IsRisk,
    [property: JsonPropertyName("other_kind")][Id(8)] PersonKind? OtherKind,
    [property: JsonPropertyName("other")][Id(9)] PersonId? Other,
    [property: JsonPropertyName("staff_agency")][Id(10)] string StaffAgency,
    [property: JsonPropertyName("staff_number")][Id(11)] string StaffNumber,
    [property: JsonPropertyName("carrying_team")][Id(12)] string CarryingTeam)
{
    /// <summary>Refuses whoever may not write it down and a relationship that the person has not (NOT_KNOWN), one that has ended (STATE_CONFLICT), and
    /// fields that cannot be taken. Whether a staff number is anybody's is not said.</summary>
    /// <param name="self">The person.</param>
    /// <param name="relationships">The person's relationships.</param>
    /// <param name="standing">Who calls.</param>
    /// <param name="isTeam">Whether there is such a team at this hub.</param>
    public Decided Decide(PersonId self, ImmutableArray<Relationship> relationships, RelationshipStanding standing, Func<TeamId, bool> isTeam)
    {
        var old = relationships.FirstOrDefault(r => r.Id == Relationship);
        if (!standing.MayRecord || (!IsNew && old is null))
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        if (old is { IsEnded: true })
        {
            return Decided.Refuse(RefusalReason.StateConflict, "relationship_id", "has ended");
        }

        var broken = new FieldRules();
        var type = (RelationshipType)Type;
        broken.Must(Enum.IsDefined(type), "relationship.type", "must be a known type");
        broken.Must(LivesWith is null || IsOther(LivesWith.Value), "relationship.lives_with_relationship_id", "must be another relationship of this person");
        broken.Must(ActsFor is null || IsOther(ActsFor.Value), "relationship.acts_for_relationship_id", "must be another relationship of this person");
        broken.Must(Other != self, "relationship.related_person", "must be another person");
        var (agency, number) = (StaffAgency.Length == 0 ? null : AgencyId.TryParse(StaffAgency), StaffNumber.Length == 0 ? null : PractitionerId.TryParse(StaffNumber));
        var isStaff = StaffAgency.Length > 0 || StaffNumber.Length > 0;
        broken.Must(!isStaff || agency is not null, "relationship.staff_agency_id", "must be an agency, where a staff number is given");
        broken.Must(!isStaff || number is not null, "relationship.staff_practitioner_id", "must be 2 to 32 characters of A-Z, 0-9 and hyphen, where an agency is given");
        var team = CarryingTeam.Length == 0 ? null : TeamId.TryParse(CarryingTeam);
        broken.Must(CarryingTeam.Length == 0 || (team is not null && isTeam(team)), "relationship.carrying_team_id", "must be a team of this hub");
        if (broken.Refusal is { } refusal)
        {
            return Decided.Refuse(refusal);
        }

        var content = new RelationshipContent(
            type, ParentalResponsibility, LivesWithPerson, LivesWith, ActsFor, IsRisk || old?.Content.IsRisk == true, Other is null ? null : OtherKind, Other,
            isStaff ? new StaffMember(agency!, number!) : null, team);
        return old is null && relationships.Count(r => !r.IsEnded) >= Relationships.Relationship.MaxOpen
            ? Decided.Refuse(RefusalReason.TooLarge, "relationship", $"a person has at most {Relationships.Relationship.MaxOpen} relationships")
            : old?.Content == content ? Decided.Nothing
            : Decided.Commit(new RelationshipRecorded(Relationship, content));

        bool IsOther(RelationshipId id) => id != Relationship && relationships.Any(r => r.Id == id && !r.IsEnded);
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RecordRelationship);
}
