using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Teams;

/// <summary>Who holds a role now. Who held it before stands in the team's stream.</summary>
/// <param name="Practitioner">A practitioner of the team's agency.</param>
/// <param name="Role">The role.</param>
/// <param name="From">When it was assigned.</param>
[GenerateSerializer, Immutable, Alias("hub.RoleHolder")]
public sealed record RoleHolder(
    [property: JsonPropertyName("practitioner")][Id(0)] PractitionerId Practitioner,
    [property: JsonPropertyName("role")][Id(1)] Role Role,
    [property: JsonPropertyName("from")][Id(2)] Moment From);

/// <summary>All that a team's owner remembers: what its stream folds into.</summary>
/// <param name="Profile">Null before it is opened.</param>
/// <param name="Holders">Present holders, in order of assignment.</param>
/// <param name="Former">Who held a role once, each named once; some of them may hold one again.</param>
[GenerateSerializer, Immutable, Alias("hub.Team")]
public sealed record Team(
    [property: JsonPropertyName("profile")][Id(0)] TeamProfile? Profile,
    [property: JsonPropertyName("holders")][Id(1)] ImmutableArray<RoleHolder> Holders,
    [property: JsonPropertyName("former")][Id(2)] ImmutableArray<PractitionerId> Former)
{
    /// <summary>Most present holders; somebody with two roles counts twice.</summary>
    public const int MaxHolders = 256;

    /// <summary>Not opened yet.</summary>
    public static Team Empty { get; } = new(null, [], []);

    /// <summary>Whether the practitioner holds a role in the team now.</summary>
    public bool IsMember(PractitionerId practitioner) => Holders.Any(h => h.Practitioner == practitioner);

    /// <summary>Whether the practitioner held a role in the team once, and holds none now.</summary>
    public bool WasMember(PractitionerId practitioner) => !IsMember(practitioner) && Former.Contains(practitioner);

    /// <summary>Whether the practitioner holds this role in the team now.</summary>
    public bool Holds(PractitionerId practitioner, Role role) => Holders.Any(h => h.Practitioner == practitioner && h.Role == role);

    /// <summary>The team after an event of its stream.</summary>
    public Team Apply(Happened happened) => happened.Content switch
    {
        TeamOpened e => this with { Profile = e.Profile },
        RoleAssigned e => this with { Holders = Holders.Add(new RoleHolder(e.Practitioner, e.Role, happened.At)) },
        RoleEnded e => this with
        {
            Holders = [.. Holders.Where(h => h.Practitioner != e.Practitioner || h.Role != e.Role)],
            Former = Former.Contains(e.Practitioner) ? Former : Former.Add(e.Practitioner),
        },
        _ => this,
    };
}
