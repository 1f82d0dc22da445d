using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Relationships.V1;

namespace Hub.Cli.Relationships;

/// <summary><c>hub relationships record</c>.</summary>
internal static class RecordRelationship
{
    private static readonly Argument<RelationshipType> Type = Word.Argument<RelationshipType>("type", "What somebody is to the person,");
    private static readonly Option<string> Id = new("--relationship") { Description = "The relationship of which something else is said now; a new one when not said." };
    private static readonly Option<bool> ParentalResponsibility = new("--parental-responsibility") { Description = "Somebody has it." };
    private static readonly Option<bool> LivesWithPerson = new("--lives-with-person") { Description = "Somebody lives with the person." };
    private static readonly Option<string> LivesWith = new("--lives-with") { Description = "Another relationship in whose home somebody lives." };
    private static readonly Option<string> ActsFor = new("--acts-for") { Description = "Another relationship for whom somebody acts." };
    private static readonly Option<bool> Risk = new("--risk") { Description = "Risk marker; once set it stays." };
    private static readonly Option<string> Related = new("--related-person") { Description = "Somebody known to the hub, by the own agency's reference." };
    private static readonly Option<string> StaffAgency = new("--staff-agency") { Description = "The agency of the practitioner that somebody is." };
    private static readonly Option<string> StaffNumber = new("--staff-number") { Description = "That practitioner's register or staff number." };
    private static readonly Option<string> CarryingTeam = new("--carrying-team") { Description = "The team through which somebody is reached, as agency/team." };

    public static Command Create() => HubCommand.Write(
        new Command("record", "Say who somebody is to a person.")
        {
            Said.Person, Type, Id, ParentalResponsibility, LivesWithPerson, LivesWith, ActsFor, Risk, Related, StaffAgency, StaffNumber, CarryingTeam,
        },
        call => call.Hub.Relationships.RecordRelationshipAsync(
            new RecordRelationshipRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                RelationshipId = call.Of(Id),
                Relationship = new RelationshipContent
                {
                    Type = call.Of(Type),
                    HasParentalResponsibility = call.Of(ParentalResponsibility),
                    LivesWithPerson = call.Of(LivesWithPerson),
                    LivesWithRelationshipId = call.Of(LivesWith),
                    ActsForRelationshipId = call.Of(ActsFor),
                    IsRisk = call.Of(Risk),
                    RelatedPerson = call.Of(Related),
                    StaffAgencyId = call.Of(StaffAgency),
                    StaffPractitionerId = call.Of(StaffNumber),
                    CarryingTeamId = call.Of(CarryingTeam),
                },
            },
            call.Options));
}
