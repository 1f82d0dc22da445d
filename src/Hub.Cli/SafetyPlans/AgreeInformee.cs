using System.CommandLine;
using Hub.Alerts.V1;
using Hub.Cli.Calls;
using Hub.Consents.V1;
using Hub.Safetyplans.V1;

namespace Hub.Cli.SafetyPlans;

/// <summary><c>hub safety-plans agree</c>.</summary>
internal static class AgreeInformee
{
    private static readonly Argument<string> Words = new("words") { Description = "The words as they are to be said." };
    private static readonly Option<AlertType[]> Triggers = Word.Options<AlertType>("--trigger", "An alert upon which it is told; may be repeated,");
    private static readonly Option<string> Number = new("--number") { Description = "The telephone number that goes with them.", Required = true };
    private static readonly Option<ConsentGiver> By = Word.Option<ConsentGiver>("--consent-given-by", "Whose consent it is,");
    private static readonly Option<string> Explained = new("--consent-explained") { Description = "What was explained.", Required = true };

    public static Command Create() => HubCommand.Write(
        new Command("agree", "Agree that somebody is told by the own agency's safety plan, with the person's consent.")
        {
            Said.Person, Said.Plan, EndInformee.Relationship, Words, Triggers, Number, By, Explained,
        },
        call => call.Hub.SafetyPlans.AgreeInformeeAsync(
            new AgreeInformeeRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                PlanId = call.Of(Said.Plan),
                RelationshipId = call.Of(EndInformee.Relationship),
                Triggers = { call.Of(Triggers) },
                Words = call.Of(Words),
                TelephoneNumber = call.Of(Number),
                ConsentGivenBy = call.Of(By),
                ConsentExplained = call.Of(Explained),
            },
            call.Options));
}
