using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Plans;

/// <summary><c>hub plans revise</c>.</summary>
internal static class RevisePlan
{
    private static readonly Option<string[]> Add = new("--add") { Description = $"A new element, {ElementText.Form}; may be repeated." };
    private static readonly Option<string[]> Replace = new("--replace") { Description = $"What an element becomes, id={ElementText.Form}; may be repeated." };
    private static readonly Option<string[]> Remove = new("--remove") { Description = "An element to take out, by its id; may be repeated." };

    public static Command Create() => HubCommand.Write(
        new Command("revise", "Change elements of a plan: all of the operations or none.") { Said.Person, Said.Plan, Said.Etag, Add, Replace, Remove },
        call => call.Hub.Plans.RevisePlanAsync(
            new RevisePlanRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                PlanId = call.Of(Said.Plan),
                Etag = call.Of(Said.Etag),
                Operations =
                {
                    call.Of(Add).Select(ElementText.Added),
                    call.Of(Replace).Select(ElementText.Replaced),
                    call.Of(Remove).Select(id => new ElementOperation { ElementId = id, Remove = new RemoveElement() }),
                },
            },
            call.Options));
}
