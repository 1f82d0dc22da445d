using Hl7.Fhir.Model;
using Hub.Agencies.V1;
using Hub.Cli.Import.Mapping;
using Hub.Cli.Import.Reading;
using Hub.Client.Calls;
using Hub.Client.Errors;

namespace Hub.Cli.Import.Loading;

/// <summary>The agency's own practitioners: registered, so that they can be named in its calls.</summary>
internal static class PractitionerLoad
{
    public static async Task<Result> Run(SourceRecord record, Practitioner practitioner, bool isOwn, Importer importer)
    {
        if (!isOwn)
        {
            return new Result(record, Outcome.NotTaken, "no role of this run is held at the agency (--organization)");
        }

        var (number, path) = OwnPractitioners.NumberOf(record, practitioner);
        var paths = new FieldPaths();
        paths.Add("practitioner_id", path);
        try
        {
            var request = HubRequest.NewId();
            await importer.Hub.Agencies.RegisterPractitionerAsync(
                new RegisterPractitionerRequest { RequestId = request, AgencyId = importer.Agency, PractitionerId = number }, importer.Options);
            var outcome = await importer.HasRegistered(request) ? Outcome.Loaded : Outcome.Known;
            return new Result(record, outcome, Kind: "practitioner", Reference: number) { LeftOut = LeftOut.Of(record, "identifier", "active") };
        }
        catch (HubRefusedException no)
        {
            return Refused.By(no, record, paths);
        }
    }
}
