using System.CommandLine;
using Hub.Alerts.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Alerts;

/// <summary><c>hub progress</c>.</summary>
internal static class ProgressCommand
{
    private static readonly Option<string> Concern = new("--concern") { Description = "The concern, by the own agency's reference." };
    private static readonly Option<string> Person = new("--person") { Description = "The child or adult, by the own agency's reference." };
    private static readonly Option<string> Update = new("--update") { Description = "The update about that person: the update id of the answer." };

    public static Command Create() => HubCommand.Read(
        new Command("progress", "See what became of a concern, or of an update about a person.") { Concern, Person, Update },
        call => call.Hub.Alerts.GetProgressAsync(
            new GetProgressRequest { ConcernId = call.Of(Concern), Person = call.Of(Person), UpdateId = call.Of(Update) },
            call.Options));
}
