using Hl7.Fhir.Model;
using Hub.Cli.Import.Mapping;
using Hub.Cli.Import.Reading;
using Task = System.Threading.Tasks.Task;

namespace Hub.Cli.Import.Loading;

/// <summary>Takes every record to the hub: people before their plans, practitioners before their roles.</summary>
internal sealed class Run(RecordSet records, IReadOnlyList<(SourceRecord Record, string Misfit)> misshapen, Subjects subjects, Importer importer)
{
    private readonly OwnPractitioners own = new(records, importer.Organization);
    private readonly Dictionary<SourceRecord, Result> done = [];

    /// <summary>So far: one result for each record, other versions included once all is done.</summary>
    public IEnumerable<Result> Results => done.Values;

    public async Task All(Action step)
    {
        foreach (var (record, misfit) in misshapen)
        {
            done[record] = ImportedTypes.Has(record.Type)
                ? new Result(record, Outcome.Refused, Shape.Broken, misfit)
                : OtherType(record);
            step();
        }

        foreach (var record in records.Taken.OrderBy(r => Place(r.Resource)))
        {
            done[record] = await One(record);
            step();
        }

        foreach (var (record, taken) in records.Others)
        {
            done[record] = record.Content != taken.Content
                ? new Result(record, Outcome.NotTaken, $"another version of it was taken, from {taken.File}")
                : done[taken] is { Outcome: Outcome.Loaded } first ? first with { Record = record, Outcome = Outcome.Known }
                : done[taken] with { Record = record };
            step();
        }
    }

    private static int Place(Resource resource) => resource is Patient or RelatedPerson or Practitioner ? 0 : 1;

    private async Task<Result> One(SourceRecord record) => record.Resource switch
    {
        Patient or RelatedPerson => await PeopleLoad.Run(record, subjects.IsChild(record), importer),
        Practitioner practitioner => await PractitionerLoad.Run(record, practitioner, own.Has(record), importer),
        PractitionerRole role => await RoleLoad.Run(record, role, Of(own.Of(role)), importer),
        CarePlan plan => await PlanLoad.Run(record, plan, records.Find(plan.Subject) is { Resource: Patient } subject ? Of(subject) : null, importer),
        Flag flag => new Result(record, Outcome.NotTaken, Subjects.IsChildProtection(flag)
            ? "says that there is a plan: makes its subject a child; the plan itself comes with its CarePlan"
            : "is no child protection flag in effect"),
        CareTeam => new Result(record, Outcome.NotTaken, "a team at the hub is an address that every agency can read: hub teams open, hub circles add"),
        Organization => new Result(record, Outcome.NotTaken, "agencies are admitted by the registrar"),
        _ => OtherType(record),
    };

    private static Result OtherType(SourceRecord record) => new(record, Outcome.NotTaken, "other type");

    private Result? Of(SourceRecord? record) => record is null ? null : done.GetValueOrDefault(record);
}
