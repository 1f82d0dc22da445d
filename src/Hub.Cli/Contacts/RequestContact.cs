using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Contacts.V1;

namespace Hub.Cli.Contacts;

/// <summary><c>hub contacts request</c>.</summary>
internal static class RequestContact
{
    private static readonly Option<string> Words = new("--words") { Description = "Why, in the practitioner's words." };

    public static Command Create() => HubCommand.Write(
        new Command("request", "Ask that somebody who may know rings the agency's duty number back about a person. Whether anybody does is not told.") { Said.Person, Words },
        call => call.Hub.Contacts.RequestContactAsync(
            new RequestContactRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                Words = call.Of(Words),
            },
            call.Options));
}
