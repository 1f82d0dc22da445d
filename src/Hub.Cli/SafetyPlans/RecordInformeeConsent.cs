using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Consents.V1;
using Hub.Safetyplans.V1;

namespace Hub.Cli.SafetyPlans;

/// <summary><c>hub safety-plans consent</c>.</summary>
internal static class RecordInformeeConsent
{
    private static readonly Argument<ConsentState> State = Word.Argument<ConsentState>("state", "Where consent stands: given, refused or withdrawn,");
    private static readonly Option<ConsentGiver> By = Word.Option<ConsentGiver>("--given-by", "Whose word it is,");
    private static readonly Option<string> Explained = new("--explained") { Description = "What was explained." };

    public static Command Create() => HubCommand.Write(
        new Command("consent", "Put on record whether the person consents that somebody is told.")
        {
            Said.Person, EndInformee.Relationship, State, By, Explained, Said.Because,
        },
        call => call.Hub.SafetyPlans.RecordInformeeConsentAsync(
            new RecordInformeeConsentRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                RelationshipId = call.Of(EndInformee.Relationship),
                State = call.Of(State),
                GivenBy = call.Of(By),
                Explained = call.Of(Explained),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
