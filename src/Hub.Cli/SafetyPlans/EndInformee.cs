using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Safetyplans.V1;

namespace Hub.Cli.SafetyPlans;

/// <summary><c>hub safety-plans end</c>.</summary>
internal static class EndInformee
{
    internal static readonly Argument<string> Relationship = new("relationship") { Description = "Who is told: a relationship of the person, by the own agency's reference." };

    public static Command Create() => HubCommand.Write(
        new Command("end", "Say that somebody is told no more.") { Said.Person, Relationship, Said.Because },
        call => call.Hub.SafetyPlans.EndInformeeAsync(
            new EndInformeeRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                RelationshipId = call.Of(Relationship),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
