using System.Security.Cryptography;
using System.Text;
using Hl7.Fhir.Model;
using Hub.Cli.Import.Mapping;
using Hub.Cli.Import.Reading;
using Hub.Client.Errors;
using Hub.Plans.V1;

namespace Hub.Cli.Import.Loading;

/// <summary>Care plans in effect: opened, once, about a person of the same run.</summary>
internal static class PlanLoad
{
    public static async Task<Result> Run(SourceRecord record, CarePlan plan, Result? subject, Importer importer)
    {
        if (CarePlanContent.NotInEffect(plan) is { } why)
        {
            return new Result(record, Outcome.NotTaken, why);
        }

        if (subject is not { Reference: { Length: > 0 } person })
        {
            var missing = subject is null ? "is no person of this run" : "is a person who was not taken";
            return new Result(record, Outcome.Refused, missing, record.At("subject"));
        }

        var content = CarePlanContent.Of(record, plan, importer.Sector);
        var request = RequestId(person, importer.Source, record.Key);
        try
        {
            var isKnown = await importer.HasMade(person, request);
            var opened = await importer.Hub.Plans.OpenPlanAsync(new OpenPlanRequest { RequestId = request, Person = person, Plan = content.Plan }, importer.Options);
            return new Result(record, isKnown ? Outcome.Known : Outcome.Loaded, Kind: "plan", Reference: opened.PlanId) { LeftOut = content.LeftOut };
        }
        catch (HubRefusedException no) when (no.Reason == HubReasons.RequestIdReused)
        {
            return new Result(record, Outcome.Refused, "was opened by an earlier import and has changed since at its source: hub plans revise", record.Path);
        }
        catch (HubRefusedException no)
        {
            return Refused.By(no, record, content.Paths);
        }
    }

    // Request ids are stored in clear, and a record's id may be a number of the person's: only who holds the agency's reference can tell.
    private static string RequestId(string person, string source, string key)
        => $"import-{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(person), Encoding.UTF8.GetBytes($"plan\n{source}\n{key}")))[..32]}";
}
