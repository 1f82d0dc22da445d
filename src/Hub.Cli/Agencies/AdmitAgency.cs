using System.CommandLine;
using Hub.Agencies.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies admit</c>.</summary>
internal static class AdmitAgency
{
    private static readonly Option<string> Name = new("--name") { Description = "Name of the body.", Required = true };
    private static readonly Option<Sector> Sector = Word.Option<Sector>("--sector", "What kind of body it is,");

    public static Command Create() => HubCommand.Write(
        new Command("admit", "Admit an agency or correct its profile; the registrar only.") { Said.Agency, Name, Sector, Said.DutyNumber },
        call => call.Hub.Agencies.AdmitAgencyAsync(
            new AdmitAgencyRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgencyId = call.Of(Said.Agency),
                Name = call.Of(Name),
                Sector = call.Of(Sector),
                DutyNumber = call.Of(Said.DutyNumber),
            },
            call.Options));
}
