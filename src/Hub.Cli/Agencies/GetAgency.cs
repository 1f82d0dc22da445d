using System.CommandLine;
using Hub.Agencies.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies get</c>.</summary>
internal static class GetAgency
{
    public static Command Create() => HubCommand.Read(
        new Command("get", "Read what any registered caller may know of an agency.") { Said.Agency },
        call => call.Hub.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = call.Of(Said.Agency) }, call.Options));
}
