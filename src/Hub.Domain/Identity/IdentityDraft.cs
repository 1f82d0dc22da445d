using System.Collections.Immutable;

namespace Hub.Domain.Identity;

/// <summary>A person's identity as a caller sent it: nothing checked yet.</summary>
/// <param name="FamilyName">Family name.</param>
/// <param name="GivenNames">Given names.</param>
/// <param name="BirthDate">ISO date or empty.</param>
/// <param name="ExpectedDate">ISO date or empty.</param>
/// <param name="Identifiers">System and value pairs.</param>
[GenerateSerializer, Immutable, Alias("hub.IdentityDraft")]
public sealed record IdentityDraft(
    [Id(0)] string FamilyName,
    [Id(1)] ImmutableArray<string> GivenNames,
    [Id(2)] string BirthDate,
    [Id(3)] string ExpectedDate,
    [Id(4)] ImmutableArray<Identifier> Identifiers)
{
    private const int MaxName = 200;
    private const int MaxNames = 10;
    private const int MaxIdentifiers = 16;

    /// <summary>Checks every field and answers the record, or one refusal that lists all broken fields under <c>identity</c>.
    /// Refuses: texts over their limit or malformed, dates that are none, a birth date in the future, birth date and expected date
    /// together, numbers that break the rule of their system, two different numbers of one national system. A person of whom
    /// nothing is known yet can be registered: somebody found such a child.</summary>
    public (IdentityRecord? Record, Refusal? Refusal) Read(PersonKind kind, Moment now)
    {
        var broken = new FieldRules();
        broken.Text("identity.family_name", FamilyName, MaxName);
        broken.Count("identity.given_names", GivenNames.Length, MaxNames);
        for (var i = 0; i < Math.Min(GivenNames.Length, MaxNames); i++)
        {
            broken.Text($"identity.given_names[{i}]", GivenNames[i], MaxName);
        }

        var birth = broken.Date("identity.birth_date", BirthDate);
        var expected = broken.Date("identity.expected_date", ExpectedDate);
        var today = DateOnly.FromDateTime(now.ToDateTimeOffset().UtcDateTime);
        broken.Must(birth is null || birth <= today.AddDays(1), "identity.birth_date", "must not be in the future");
        broken.Must(birth is null || expected is null, "identity.expected_date", "must not be given together with birth_date");
        broken.Must(expected is null || kind == PersonKind.Child, "identity.expected_date", "is for unborn children only");
        var identifiers = ReadIdentifiers(broken);
        return broken.Refusal is { } refusal
            ? (null, refusal)
            : (new IdentityRecord(FamilyName.Trim(), [.. GivenNames.Select(n => n.Trim()).Where(n => n.Length > 0)], birth, expected, identifiers), null);
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(IdentityDraft);

    private ImmutableArray<Identifier> ReadIdentifiers(FieldRules broken)
    {
        if (Identifiers.Length > MaxIdentifiers)
        {
            broken.Count("identity.identifiers", Identifiers.Length, MaxIdentifiers);
            return [];
        }

        var read = ImmutableArray.CreateBuilder<Identifier>();
        for (var i = 0; i < Identifiers.Length; i++)
        {
            var field = $"identity.identifiers[{i}].value";
            var (system, value) = (Identifiers[i].System, Identifiers[i].Value);
            if (!broken.Token($"identity.identifiers[{i}].system", system, 200) || !broken.Text(field, value, 64))
            {
                continue;
            }

            var normal = system switch
            {
                NhsNumber.System => NhsNumber.TryParse(value)?.Value,
                PupilNumber.System => PupilNumber.TryParse(value.Trim().ToUpperInvariant())?.Value,
                _ => value.Trim() is { Length: > 0 } own ? own : null,
            };
            if (normal is null)
            {
                broken.Add(RefusalReason.InvalidIdentifier, field, "is not a valid number of its system");
                continue;
            }

            var identifier = new Identifier(system, normal);
            if (identifier.IsNational && read.Any(r => r.System == system && r.Value != normal))
            {
                broken.Add(RefusalReason.InvalidIdentifier, field, "a person has one number of this system");
            }
            else if (!read.Contains(identifier))
            {
                read.Add(identifier);
            }
        }

        return read.ToImmutable();
    }
}
