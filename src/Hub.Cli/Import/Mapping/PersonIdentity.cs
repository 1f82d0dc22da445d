using Hl7.Fhir.Model;
using Hub.Cli.Import.Reading;
using Hub.People.V1;
using FhirIdentifier = Hl7.Fhir.Model.Identifier;
using Identifier = Hub.People.V1.Identifier;

namespace Hub.Cli.Import.Mapping;

/// <summary>What the hub is told of a Patient or RelatedPerson: one name, the birth date, national numbers, and the reference by which this record
/// is found again. Other numbers stay out: a case's or a household's, in common to several people of one name, would make one person of them.</summary>
internal sealed record PersonIdentity(Identity Identity, FieldPaths Paths, IReadOnlyList<string> LeftOut)
{
    public static PersonIdentity Of(SourceRecord record, string source) => record.Resource switch
    {
        Patient p => Of(record, source, p.Name, p.BirthDateElement, p.Identifier, ["active"]),
        RelatedPerson p => Of(record, source, p.Name, p.BirthDateElement, p.Identifier, ["active"]),
        _ => throw new ArgumentException($"{record.Type} is nobody", nameof(record)),
    };

    private static PersonIdentity Of(
        SourceRecord record, string source, List<HumanName> names, Date? birth, List<FhirIdentifier> numbers, string[] taken)
    {
        var identity = new Identity();
        var paths = new FieldPaths();
        var name = names.FirstOrDefault(n => IsUsed(n, "official")) ?? names.FirstOrDefault(n => IsUsed(n, "usual")) ?? names.FirstOrDefault(n => !IsUsed(n, "old"));
        if (name is not null)
        {
            var at = record.At($"name[{names.IndexOf(name)}]");
            identity.FamilyName = name.FamilyElement.Said();
            paths.Add("identity.family_name", $"{at}.family");
            identity.GivenNames.AddRange(name.GivenElement.Select(g => g.Said()));
            paths.Add("identity.given_names", $"{at}.given");
            for (var i = 0; i < identity.GivenNames.Count; i++)
            {
                paths.Add($"identity.given_names[{i}]", $"{at}.given[{i}]");
            }
        }

        var born = birth.Said();
        identity.BirthDate = FhirDate.IsPart(born) ? "" : born;
        paths.Add("identity.birth_date", record.At("birthDate"));
        paths.Add("identity.identifiers[0].value", record.At("id"));
        identity.Identifiers.Add(new Identifier { System = Systems.Reference(source, record.Type), Value = record.Id });
        foreach (var number in numbers.Where(IsTaken))
        {
            paths.Add($"identity.identifiers[{identity.Identifiers.Count}].value", record.At($"identifier[{numbers.IndexOf(number)}].value"));
            identity.Identifiers.Add(new Identifier { System = number.SystemElement.Said(), Value = number.ValueElement.Said() });
        }

        return new PersonIdentity(identity, paths,
        [
            .. Mapping.LeftOut.Of(record, ["name", "birthDate", "identifier", .. taken]),
            .. Mapping.LeftOut.Rest("name", names, n => n == name),
            .. Mapping.LeftOut.Rest("identifier", numbers, IsTaken),
            .. FhirDate.IsPart(born) ? ["birthDate (no whole date)"] : Array.Empty<string>(),
        ]);
    }

    private static bool IsTaken(FhirIdentifier number)
        => number.SystemElement.Said() is Systems.NhsNumber or Systems.PupilNumber && number.UseElement.Said() != "old";

    private static bool IsUsed(HumanName name, string use) => name.UseElement.Said() == use;
}
