using System.CommandLine;
using Hub.Agencies.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies reciprocal</c>.</summary>
internal static class SetReciprocalAuthority
{
    private static readonly Option<string> Authority = new("--authority") { Description = "The other agency; none when it is not given." };

    public static Command Create() => HubCommand.Write(
        new Command("reciprocal", "Name the authority whose duty team hears where it is kept from everybody of the own one.") { Said.Agency, Authority },
        call => call.Hub.Agencies.SetReciprocalAuthorityAsync(
            new SetReciprocalAuthorityRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgencyId = call.Of(Said.Agency),
                ReciprocalAgencyId = call.Of(Authority),
            },
            call.Options));
}
