using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Relationships.V1;

namespace Hub.Cli.Relationships;

/// <summary><c>hub relationships release</c>.</summary>
internal static class ReleaseWords
{
    private static readonly Argument<string> Words = new("words") { Description = "The words as they are to be said." };
    private static readonly Option<string> Number = new("--number") { Description = "The telephone number that goes with them.", Required = true };

    public static Command Create() => HubCommand.Write(
        new Command("release", "Release words for somebody, through the team that reaches them.") { Said.Person, EndRelationship.Relationship, Words, Number },
        call => call.Hub.Relationships.ReleaseWordsAsync(
            new ReleaseWordsRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                RelationshipId = call.Of(EndRelationship.Relationship),
                Words = call.Of(Words),
                TelephoneNumber = call.Of(Number),
            },
            call.Options));
}
