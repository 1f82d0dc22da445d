using Hl7.Fhir.Model;
using Hub.Agencies.V1;
using Hub.Cli.Import.Reading;

namespace Hub.Cli.Import.Mapping;

/// <summary>What somebody should look at, and what stops nothing.</summary>
internal static class Oddities
{
    private const int GmcDigits = 7;

    public static IEnumerable<Notice> Of(RecordSet records, Subjects subjects, Sector sector, DateOnly today)
        => records.Taken.Where(r => ImportedTypes.Has(r.Type) && r.Resource.SaidId().Length == 0)
            .Select(r => new Notice(r.File, r.At("id"), "is missing: known again by its bundle's name for it or only with the same content"))
            .Concat(records.Taken.SelectMany(r => Of(r, subjects, sector, today).Select(o => new Notice(r.File, o.Path, o.Text))))
            .Concat(records.Taken.Concat(records.Others.Select(o => o.Record)).Where(r => ImportedTypes.Has(r.Type)).SelectMany(r => Dangling(r, records)));

    private static IEnumerable<Notice> Dangling(SourceRecord record, RecordSet records)
        => ReferenceWalk.Of(record).Where(r => records.Dangles(record, r.Reference)).Select(r => new Notice(record.File, r.Path, "leads to no record of this run"));

    private static IEnumerable<(string Path, string Text)> Of(SourceRecord record, Subjects subjects, Sector sector, DateOnly today)
        => record.Resource switch
        {
            Patient or RelatedPerson when subjects.Doubt(record) is { } doubt => [(record.At("birthDate"), doubt)],
            Practitioner p => p.Identifier
                .Select((number, i) => (Number: number, Path: record.At($"identifier[{i}].value")))
                .Where(n => n.Number.SystemElement.Said() == Systems.GmcNumber && !IsGmcNumber(n.Number.ValueElement.Said()))
                .Select(n => (n.Path, "has not the shape of a GMC number: 7 digits")),
            CarePlan p => Of(record, p, sector, today),
            _ => [],
        };

    private static IEnumerable<(string Path, string Text)> Of(SourceRecord record, CarePlan plan, Sector sector, DateOnly today)
    {
        if (PlanTypes.Named(plan, sector) is null)
        {
            yield return (record.At("category"), "names no plan type of the hub: taken as personalised-care");
        }

        if (plan.Period?.EndElement.Said() is { Length: > 0 } ends)
        {
            if (plan.Period.StartElement.Said().Length == 0)
            {
                yield return (record.At("period"), "has an end and no start");
            }

            if (FhirDate.Latest(FhirDate.Day(ends)) < today)
            {
                yield return (record.At("period.end"), "is past, though the plan is active at its source");
            }
        }
    }

    private static bool IsGmcNumber(string value) => value.Length == GmcDigits && value.All(char.IsAsciiDigit);
}
