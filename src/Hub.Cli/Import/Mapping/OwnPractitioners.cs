using Hl7.Fhir.Model;
using Hub.Cli.Import.Reading;

namespace Hub.Cli.Import.Mapping;

/// <summary>Who works for the importing agency: whoever the hub lets be named in an agency's calls answers for them, so a practitioner counts as its
/// own only by a role at the Organization that the command line says it is.</summary>
internal sealed class OwnPractitioners(RecordSet records, string organization)
{
    private readonly HashSet<SourceRecord> own =
    [
        .. records.Of<PractitionerRole>().Where(r => IsOwn(r.Resource, records, organization))
            .Select(r => records.Find(r.Resource.Practitioner)).OfType<SourceRecord>(),
    ];

    public bool Has(SourceRecord practitioner) => own.Contains(practitioner);

    /// <summary>The practitioner of a role at the agency, or null.</summary>
    public SourceRecord? Of(PractitionerRole role)
        => IsOwn(role, records, organization) && records.Find(role.Practitioner) is { Resource: Practitioner } practitioner ? practitioner : null;

    /// <summary>Their number in a register or a staff list: the first that is in use.</summary>
    public static (string Number, string Path) NumberOf(SourceRecord record, Practitioner practitioner)
    {
        var at = practitioner.Identifier.FindIndex(i => i.UseElement.Said() != "old" && i.ValueElement.Said().Length > 0);
        return at < 0 ? ("", record.At("identifier")) : (practitioner.Identifier[at].ValueElement.Said(), record.At($"identifier[{at}].value"));
    }

    private static bool IsOwn(PractitionerRole role, RecordSet records, string organization)
        => organization.Length > 0 && !role.ActiveElement.IsNo()
            && records.Find(role.Organization)?.Resource is Organization at && at.Identifier.Exists(i => i.ValueElement.Said() == organization);
}
