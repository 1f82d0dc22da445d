using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Identity;
using Hub.Domain.Teams;

namespace Hub.Domain.Circles;

/// <summary>Whether a team is on the circle, or somebody asks that it be.</summary>
public enum MemberState
{
    /// <summary>Asked for; the lead has not confirmed.</summary>
    [JsonStringEnumMemberName("proposed")]
    Proposed = 1,

    /// <summary>On the circle.</summary>
    [JsonStringEnumMemberName("active")]
    Active = 2,
}

/// <summary>A team in a role on the circle around one person.</summary>
/// <param name="Team">The team.</param>
/// <param name="Role">Its role for this person.</param>
/// <param name="State">On the circle, or proposed.</param>
/// <param name="By">The agency that added or proposed it.</param>
/// <param name="Since">Since when.</param>
[GenerateSerializer, Immutable, Alias("hub.CircleMember")]
public sealed record CircleMember(
    [property: JsonPropertyName("team")][Id(0)] TeamId Team,
    [property: JsonPropertyName("role")][Id(1)] Role Role,
    [property: JsonPropertyName("state")][Id(2)] MemberState State,
    [property: JsonPropertyName("by")][Id(3)] Agencies.AgencyId By,
    [property: JsonPropertyName("since")][Id(4)] Moment Since);

/// <summary>What a circle is. Source: sharing rules, "Circle".</summary>
public static class Circle
{
    /// <summary>Most active members. Proposals do not count: an agency that may know nothing could fill the circle.</summary>
    public const int MaxMembers = 64;

    /// <summary>Most open proposals of one agency.</summary>
    public const int MaxProposals = 8;

    /// <summary>Whether this role leads the circle of a person of this kind.</summary>
    public static bool Leads(Role role, PersonKind kind) => role switch
    {
        Role.LeadSocialWorker => kind == PersonKind.Child,
        Role.CareCoordinator or Role.SubstanceMisuseKeyWorker => kind == PersonKind.Adult,
        _ => false,
    };

    /// <summary>The lead, or null while the circle is unled.</summary>
    public static CircleMember? LeadOf(ImmutableArray<CircleMember> circle, PersonKind kind)
        => circle.FirstOrDefault(m => m.State == MemberState.Active && Leads(m.Role, kind));
}
