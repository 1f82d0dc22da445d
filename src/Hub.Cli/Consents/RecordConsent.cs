using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Consents.V1;

namespace Hub.Cli.Consents;

/// <summary><c>hub consents record</c>.</summary>
internal static class RecordConsent
{
    private static readonly Argument<ConsentState> State = Word.Argument<ConsentState>("state", "Where it stands,");
    private static readonly Option<ConsentGiver> By = Word.Option<ConsentGiver>("--given-by", "Whose word it is,");
    private static readonly Option<string[]> Recipients = new("--recipient") { Description = "An agency that would be told; may be repeated.", Required = true };
    private static readonly Option<string> Explained = new("--explained") { Description = "What was explained." };

    public static Command Create() => HubCommand.Write(
        new Command("record", "Put on record where a person's consent stands, that the own agency tells others.")
        {
            Said.Person, State, By, Recipients, Explained, Said.Because,
        },
        call => call.Hub.Consents.RecordConsentAsync(
            new RecordConsentRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                State = call.Of(State),
                GivenBy = call.Of(By),
                RecipientAgencyIds = { call.Of(Recipients) },
                Explained = call.Of(Explained),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
