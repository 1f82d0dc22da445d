using Hl7.Fhir.Model;
using Hub.Adults.V1;
using Hub.Children.V1;
using Hub.Cli.Import.Mapping;
using Hub.Cli.Import.Reading;
using Hub.Client.Calls;
using Hub.Client.Errors;

namespace Hub.Cli.Import.Loading;

/// <summary>Patients and related persons: registered, which finds the person of an earlier import by the reference that this one makes.</summary>
internal static class PeopleLoad
{
    public static async Task<Result> Run(SourceRecord record, bool isChild, Importer importer)
    {
        if ((record.Resource is Patient patient && patient.ActiveElement.IsNo()) || (record.Resource is RelatedPerson related && related.ActiveElement.IsNo()))
        {
            return new Result(record, Outcome.NotTaken, "is not in use at its source");
        }

        var person = PersonIdentity.Of(record, importer.Source);
        try
        {
            // A new id each time: what decides is the reference and what the agency's record says now.
            var request = HubRequest.NewId();
            var reference = isChild
                ? (await importer.Hub.Children.RegisterChildAsync(new RegisterChildRequest { RequestId = request, Identity = person.Identity }, importer.Options)).Child
                : (await importer.Hub.Adults.RegisterAdultAsync(new RegisterAdultRequest { RequestId = request, Identity = person.Identity }, importer.Options)).Adult;
            var outcome = await importer.HasMade(reference, request) ? Outcome.Loaded : Outcome.Known;
            return new Result(record, outcome, Kind: isChild ? "child" : "adult", Reference: reference) { LeftOut = person.LeftOut };
        }
        catch (HubRefusedException no)
        {
            return Refused.By(no, record, person.Paths);
        }
    }
}
