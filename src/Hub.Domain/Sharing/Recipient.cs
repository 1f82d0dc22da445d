using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;

namespace Hub.Domain.Sharing;

/// <summary>How a team comes to hear of a person.</summary>
public enum Route
{
    /// <summary>It is on the person's circle.</summary>
    [JsonStringEnumMemberName("circle")]
    Circle = 1,

    /// <summary>It works with a linked person.</summary>
    [JsonStringEnumMemberName("link")]
    Link = 2,

    /// <summary>Something is asked of it.</summary>
    [JsonStringEnumMemberName("asked")]
    Asked = 3,

    /// <summary>It is the duty team of the place that a concern names.</summary>
    [JsonStringEnumMemberName("place")]
    Place = 4,

    /// <summary>Its agency is party to the agreement that the news is about.</summary>
    [JsonStringEnumMemberName("party")]
    Party = 5,

    /// <summary>A named person of the holder sends it.</summary>
    [JsonStringEnumMemberName("directed")]
    Directed = 6,

    /// <summary>It reaches somebody who has no system.</summary>
    [JsonStringEnumMemberName("carrying")]
    Carrying = 10,

    /// <summary>Somebody in it is the designated officer of the responsible authority.</summary>
    [JsonStringEnumMemberName("officer")]
    Officer = 11,

    /// <summary>It is the adoption role's, and the child is or was being adopted.</summary>
    [JsonStringEnumMemberName("adoption")]
    Adoption = 13,

    /// <summary>It reaches somebody who is told by a safety plan.</summary>
    [JsonStringEnumMemberName("informee")]
    Informee = 20,

    /// <summary>It hears that somebody is not told by a safety plan.</summary>
    [JsonStringEnumMemberName("informee-not-told")]
    InformeeNotTold = 21,

    /// <summary>Somebody asks to be rung back, and it decides whether to.</summary>
    [JsonStringEnumMemberName("broker")]
    Broker = 22,
}

/// <summary>A team that might hear of an event.</summary>
/// <param name="Team">The team.</param>
/// <param name="Role">In which role; null when its sector has none for this route.</param>
/// <param name="Kind">Whether its subject is a child or an adult.</param>
/// <param name="Subject">The person whom this team knows and the delivery is filed under: the linked person, on a link.</param>
/// <param name="Route">How it comes to hear.</param>
/// <param name="Grounds">Facts that make it a recipient, in the versions read.</param>
public sealed record Recipient(TeamId Team, Role? Role, PersonKind Kind, PersonId Subject, Route Route, ImmutableArray<Ground> Grounds)
{
    /// <summary>Elements of which its own plan has copies: a change makes them stale.</summary>
    public ImmutableArray<ElementId> Copied { get; init; } = [];

    /// <summary>All that is kept from somebody: of the person told of, and of the person whom this team knows.</summary>
    public ImmutableArray<Restriction> Restrictions { get; init; } = [];

    /// <summary>The adoption team that hears in its place while the person whom this team knows is sealed; null for itself.</summary>
    public TeamId? InItsPlace { get; init; }

    /// <summary>The team that hears.</summary>
    public TeamId Hears => InItsPlace ?? Team;

    /// <summary>Named people from whom what <paramref name="holder"/> holds is kept, and whoever acts for one of them.</summary>
    public KeptOut KeptOut(AgencyId holder, Acting acting) => Restrictions.KeptOut(holder, acting);
}
