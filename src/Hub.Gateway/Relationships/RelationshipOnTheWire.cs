using Hub.Contracts.Relationships;
using Hub.Gateway.Calls;
using Wire = Hub.Relationships.V1;

namespace Hub.Gateway.Relationships;

internal static class RelationshipOnTheWire
{
    public static RelationshipDraft Draft(Wire.RelationshipContent? sent)
    {
        // An absent message and an empty one are the same on the wire.
        sent ??= new Wire.RelationshipContent();
        return new RelationshipDraft(
            (int)sent.Type, sent.HasParentalResponsibility, sent.LivesWithPerson, sent.LivesWithRelationshipId, sent.ActsForRelationshipId, sent.IsRisk, sent.RelatedPerson,
            sent.StaffAgencyId, sent.StaffPractitionerId, sent.CarryingTeamId);
    }

    public static Wire.Relationship Of(RelationshipView shown) => new()
    {
        RelationshipId = shown.Relationship,
        Content = new Wire.RelationshipContent
        {
            Type = (Wire.RelationshipType)shown.Type,
            HasParentalResponsibility = shown.ParentalResponsibility,
            LivesWithPerson = shown.LivesWithPerson,
            LivesWithRelationshipId = shown.LivesWith,
            ActsForRelationshipId = shown.ActsFor,
            IsRisk = shown.IsRisk,
            RelatedPerson = shown.Other,
            StaffAgencyId = shown.Staff?.Agency.Value ?? "",
            StaffPractitionerId = shown.Staff?.Practitioner.Value ?? "",
            CarryingTeamId = shown.CarryingTeam?.ToString() ?? "",
        },
        RecordedByAgencyId = shown.By.Value,
        RecordedAt = WireTime.Instant(shown.At),
        HasEnded = shown.IsEnded,
    };
}
