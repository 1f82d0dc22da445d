using System.CommandLine;
using Hub.Agencies.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies practitioner</c>.</summary>
internal static class RegisterPractitioner
{
    public static Command Create() => HubCommand.Write(
        new Command("practitioner", "Let a practitioner be named in the agency's calls.") { Said.Agency, Said.Practitioner },
        call => call.Hub.Agencies.RegisterPractitionerAsync(
            new RegisterPractitionerRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgencyId = call.Of(Said.Agency),
                PractitionerId = call.Of(Said.Practitioner),
            },
            call.Options));
}
