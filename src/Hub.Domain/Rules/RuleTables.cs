using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Rules;

/// <summary>The two tables of an edition, whole. A role without a row needs nothing, and no sector has it.</summary>
/// <param name="Needs">What each role needs of a person; in order of the roles, each once.</param>
/// <param name="Sectors">Which sector has which role; in order of the roles, each once.</param>
[GenerateSerializer, Immutable, Alias("hub.RuleTables")]
public sealed record RuleTables(
    [property: JsonPropertyName("needs")][Id(0)] ImmutableArray<RoleNeed> Needs,
    [property: JsonPropertyName("sectors")][Id(1)] ImmutableArray<RoleSector> Sectors)
{
    /// <summary>Those that are in force until others are.</summary>
    public static RuleTables BuiltIn { get; } = new(
        [.. RoleNeeds.Table.OrderBy(r => r.Key).Select(r => new RoleNeed(r.Key, r.Value))],
        [.. RoleSectors.Table.OrderBy(r => r.Key).Select(r => new RoleSector(r.Key, [.. r.Value.Order()]))]);

    /// <summary>As decisions ask for them.</summary>
    public RoleNeeds ToNeeds() => new(Needs.ToFrozenDictionary(r => r.Role, r => r.Categories));

    /// <summary>As decisions ask for them.</summary>
    public RoleSectors ToSectors() => new(Sectors.ToFrozenDictionary(r => r.Role, r => r.Sectors));
}

/// <summary>What a role needs.</summary>
/// <param name="Role">The role.</param>
/// <param name="Categories">No agreement shows it more.</param>
[GenerateSerializer, Immutable, Alias("hub.RoleNeed")]
public sealed record RoleNeed(
    [property: JsonPropertyName("role")][Id(0)] Role Role,
    [property: JsonPropertyName("categories")][Id(1)] CategorySet Categories);

/// <summary>Who may have a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Sectors">Agencies of these; in order, each once.</param>
[GenerateSerializer, Immutable, Alias("hub.RoleSector")]
public sealed record RoleSector(
    [property: JsonPropertyName("role")][Id(0)] Role Role,
    [property: JsonPropertyName("sectors")][Id(1)] ImmutableArray<Sector> Sectors);
