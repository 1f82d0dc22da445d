using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Hub.Domain.Agreements;
using Hub.Domain.Identity;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Deciding;

/// <summary>What a person of the holder has to decide: whether one recipient hears of an event all the same.</summary>
/// <param name="Recipient">The team that heard nothing.</param>
/// <param name="Role">In which role it would have heard.</param>
/// <param name="SubjectKind">Whether it knows a child or an adult.</param>
/// <param name="Subject">The person whom it knows.</param>
/// <param name="Route">How it would have come to hear.</param>
/// <param name="Because">Why nothing was sent.</param>
/// <param name="Type">The alert type that it would have been told.</param>
/// <param name="Needs">What its role needs.</param>
/// <param name="Version">The event, on the stream of the person it is about.</param>
/// <param name="Informee">Who would have been told by a safety plan; null where it is about the recipient itself.</param>
/// <param name="Elements">Which elements of the event it is about, where others of them are asked about apart; absent for all.</param>
[GenerateSerializer, Immutable, Alias("hub.AskedDecision")]
public sealed record AskedDecision(
    [property: JsonPropertyName("recipient")][Id(0)] TeamId Recipient,
    [property: JsonPropertyName("role")][Id(1)] Role? Role,
    [property: JsonPropertyName("subject_kind")][Id(2)] PersonKind SubjectKind,
    [property: JsonPropertyName("subject")][Id(3)] PersonId Subject,
    [property: JsonPropertyName("route")][Id(4)] Route Route,
    [property: JsonPropertyName("because")][Id(5)] Because Because,
    [property: JsonPropertyName("type")][Id(6)] string Type,
    [property: JsonPropertyName("needs")][Id(7)] CategorySet Needs,
    [property: JsonPropertyName("version")][Id(8)] long Version,
    [property: JsonPropertyName("informee")][Id(9)] RelationshipId? Informee = null,
    [property: JsonPropertyName("elements")][Id(10)] ImmutableArray<ElementId>? Elements = null)
{
    /// <summary>The alert type of the delivery that asks.</summary>
    public const string ItemType = "needs-decision";

    /// <summary>What has to be decided about a team that would have heard in these roles of one person: it needs what any of them needs.</summary>
    public static AskedDecision Of(IReadOnlyList<Recipient> roles, RoleNeeds rules, Because because, string type, long version)
    {
        var needs = roles.Aggregate(default(CategorySet), (all, r) => r.Role is { } role ? all.Or(rules.Of(role)) : all);
        return new AskedDecision(roles[0].Team, roles[0].Role, roles[0].Kind, roles[0].Subject, roles[0].Route, because, type, needs, version);
    }

    /// <summary>What has to be decided about an informee, whom this team would reach: words are all that it needs.</summary>
    public static AskedDecision Of(Recipient carrying, RelationshipId informee, Because because, string type, long version)
        => new(carrying.Team, null, carrying.Kind, carrying.Subject, carrying.Route, because, type, CategorySet.Of(Category.InformeeMessage), version, informee);

    /// <summary>The 16 bytes under which the question is filed: one event may ask one team about several recipients and informees, and about a person
    /// of whom the team hears otherwise too.</summary>
    /// <param name="about">The person whose event it is.</param>
    public byte[] FiledUnder(PersonId about)
        => SHA256.HashData([.. Encoding.UTF8.GetBytes($"hub.needs-decision.v1/{Recipient}/"), .. Subject.ToBytes(), .. about.ToBytes(), .. Encoding.UTF8.GetBytes($"{Informee}")])[..16];
}

/// <summary>A team of the holder and what it is asked.</summary>
/// <param name="Team">The team.</param>
/// <param name="Decision">What it has to decide.</param>
[GenerateSerializer, Immutable, Alias("hub.AskedTeam")]
public sealed record AskedTeam([Id(0)] TeamId Team, [Id(1)] AskedDecision Decision);

/// <summary>Whence the elements are that a named person sent.</summary>
public enum DirectedFrom
{
    /// <summary>From a plan: shown while they stand in it under their category.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan = 1,

    /// <summary>From an alert, which does not change.</summary>
    [JsonStringEnumMemberName("alert")]
    Alert = 2,
}
