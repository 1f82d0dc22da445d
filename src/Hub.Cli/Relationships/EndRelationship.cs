using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Relationships.V1;

namespace Hub.Cli.Relationships;

/// <summary><c>hub relationships end</c>.</summary>
internal static class EndRelationship
{
    internal static readonly Argument<string> Relationship = new("relationship") { Description = "The relationship, by the own agency's reference." };

    public static Command Create() => HubCommand.Write(
        new Command("end", "Say that a relationship is so no more.") { Said.Person, Relationship, Said.Because },
        call => call.Hub.Relationships.EndRelationshipAsync(
            new EndRelationshipRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                RelationshipId = call.Of(Relationship),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
