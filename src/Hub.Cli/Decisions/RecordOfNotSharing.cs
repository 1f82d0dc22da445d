using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Decisions.V1;

namespace Hub.Cli.Decisions;

/// <summary><c>hub decisions not-shared</c>.</summary>
internal static class RecordNotShared
{
    private static readonly Option<string> Plan = new("--plan") { Description = "The own plan that it is about." };

    public static Command Create() => HubCommand.Write(
        new Command("not-shared", "Put on record that something is not shared; nobody is told.")
        {
            Said.Person, Plan, Grounds.Elements, Grounds.Recipient, Said.Because, Grounds.Test, Grounds.Adviser, Grounds.ReviewOn,
        },
        call => call.Hub.Decisions.RecordNotSharedAsync(
            new RecordNotSharedRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                PlanId = call.Of(Plan),
                ElementIds = { call.Of(Grounds.Elements) },
                RecipientTeamId = call.Of(Grounds.Recipient),
                Reason = Grounds.Not(call),
            },
            call.Options));
}
