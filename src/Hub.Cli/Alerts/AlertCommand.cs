using System.CommandLine;
using Hub.Alerts.V1;
using Hub.Cli.Calls;
using Hub.Cli.Plans;

namespace Hub.Cli.Alerts;

/// <summary><c>hub alert</c>.</summary>
internal static class AlertCommand
{
    private static readonly Argument<AlertType> Type = Word.Argument<AlertType>("type", "What happened,");
    private static readonly Option<string> Plan = new("--plan") { Description = "The own open plan that it is about; all of them when left out." };

    public static Command Create() => HubCommand.Write(
        new Command("alert", "Alert the circle of a person and the teams that its plans are linked with.") { Said.Person, Type, Said.Severity, Plan, Said.Element },
        call => call.Hub.Alerts.RaiseAlertAsync(
            new RaiseAlertRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                Type = call.Of(Type),
                Severity = call.Of(Said.Severity),
                PlanId = call.Of(Plan),
                Elements = { call.Of(Said.Element).Select(ElementText.Content) },
            },
            call.Options));
}
