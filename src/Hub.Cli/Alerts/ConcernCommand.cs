using System.CommandLine;
using Hub.Alerts.V1;
using Hub.Cli.Calls;
using Hub.Cli.People;
using Hub.Cli.Plans;

namespace Hub.Cli.Alerts;

/// <summary><c>hub concern</c>.</summary>
internal static class ConcernCommand
{
    private static readonly Argument<string> Place = new("place") { Description = "The agency of children's social care of the place where the child is." };
    private static readonly Option<string> Person = new("--person") { Description = "Whom it is about, by the own agency's reference." };
    private static readonly Option<string> Description = new("--description") { Description = "Whom it is about, in words: name, age, where the child is now." };

    public static Command Create() => HubCommand.Write(
        IdentityOptions.AddTo(
            new Command("concern", "Tell of a concern about anybody; say whom by reference, identity or words.") { Place, Said.Severity, Person, Description, Said.Element }, isChild: true),
        call => call.Hub.Alerts.RaiseConcernAsync(
            new RaiseConcernRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Person),
                Identity = IdentityOptions.ReadAny(call),
                Description = call.Of(Description),
                Severity = call.Of(Said.Severity),
                Elements = { call.Of(Said.Element).Select(ElementText.Content) },
                PlaceAgencyId = call.Of(Place),
            },
            call.Options));
}
