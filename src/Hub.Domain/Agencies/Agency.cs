using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>What kind of body an agency is.</summary>
public enum Sector
{
    /// <summary>Children's social care.</summary>
    [JsonStringEnumMemberName("childrens-social-care")]
    ChildrensSocialCare = 1,

    /// <summary>Adult mental health.</summary>
    [JsonStringEnumMemberName("adult-mental-health")]
    AdultMentalHealth = 2,

    /// <summary>Substance misuse.</summary>
    [JsonStringEnumMemberName("substance-misuse")]
    SubstanceMisuse = 3,

    /// <summary>Health visiting.</summary>
    [JsonStringEnumMemberName("health-visiting")]
    HealthVisiting = 4,

    /// <summary>School nursing.</summary>
    [JsonStringEnumMemberName("school-nursing")]
    SchoolNursing = 5,

    /// <summary>Midwifery.</summary>
    [JsonStringEnumMemberName("midwifery")]
    Midwifery = 6,

    /// <summary>General practice.</summary>
    [JsonStringEnumMemberName("general-practice")]
    GeneralPractice = 7,

    /// <summary>Hospital.</summary>
    [JsonStringEnumMemberName("hospital")]
    Hospital = 8,

    /// <summary>Child and adolescent mental health services.</summary>
    [JsonStringEnumMemberName("camhs")]
    Camhs = 9,

    /// <summary>Education.</summary>
    [JsonStringEnumMemberName("education")]
    Education = 10,

    /// <summary>Police.</summary>
    [JsonStringEnumMemberName("police")]
    Police = 11,

    /// <summary>Ambulance.</summary>
    [JsonStringEnumMemberName("ambulance")]
    Ambulance = 12,

    /// <summary>Probation.</summary>
    [JsonStringEnumMemberName("probation")]
    Probation = 13,

    /// <summary>Housing.</summary>
    [JsonStringEnumMemberName("housing")]
    Housing = 14,

    /// <summary>Voluntary.</summary>
    [JsonStringEnumMemberName("voluntary")]
    Voluntary = 15,
}

/// <summary>A key that may call for an agency.</summary>
/// <param name="Key">The key.</param>
/// <param name="Revoked">Once true it stays true.</param>
[GenerateSerializer, Immutable, Alias("hub.Connection")]
public sealed record Connection(
    [property: JsonPropertyName("key")][Id(0)] KeyFingerprint Key,
    [property: JsonPropertyName("revoked")][Id(1)] bool Revoked);

/// <summary>All that an agency's owner remembers: what its stream folds into.</summary>
/// <param name="Profile">Null before admission.</param>
/// <param name="Connections">In order of registration.</param>
/// <param name="Practitioners">In order of registration.</param>
/// <param name="DutyTeam">The agency's own team that hears of concerns, as <c>agency/team</c>; null until it is set.</param>
/// <param name="Reciprocal">The authority whose duty team hears where its own may not; null for none.</param>
/// <param name="Acting">Who acts for whom; empty for nobody.</param>
/// <param name="LastDelegated">Version of the event by which somebody was last said to act for another; null for never.</param>
[GenerateSerializer, Immutable, Alias("hub.Agency")]
public sealed record Agency(
    [property: JsonPropertyName("profile")][Id(0)] AgencyProfile? Profile,
    [property: JsonPropertyName("connections")][Id(1)] ImmutableArray<Connection> Connections,
    [property: JsonPropertyName("practitioners")][Id(2)] ImmutableArray<PractitionerId> Practitioners,
    [property: JsonPropertyName("duty_team")][Id(3)] string? DutyTeam,
    [property: JsonPropertyName("reciprocal")][Id(4)] AgencyId? Reciprocal = null,
    [property: JsonPropertyName("acting")][Id(5)] ImmutableArray<Delegation>? Acting = null,
    [property: JsonPropertyName("last_delegated")][Id(6)] long? LastDelegated = null)
{
    /// <summary>Who acts for whom.</summary>
    [JsonIgnore]
    public ImmutableArray<Delegation> Delegations => Acting ?? [];

    /// <summary>Not admitted yet.</summary>
    public static Agency Empty { get; } = new(null, [], [], null);

    /// <summary>The agency after an event of its stream.</summary>
    public Agency Apply(Happened happened) => happened.Content switch
    {
        AgencyAdmitted e => this with { Profile = e.Profile },
        ConnectionRegistered e => this with { Connections = Connections.Add(new Connection(e.Key, Revoked: false)) },
        ConnectionRevoked e => this with { Connections = [.. Connections.Select(c => c.Key == e.Key ? c with { Revoked = true } : c)] },
        DutyTeamSet e => this with { DutyTeam = e.Team },
        ReciprocalAuthoritySet e => this with { Reciprocal = e.Authority },
        PractitionerRegistered e => this with { Practitioners = Practitioners.Add(e.Practitioner) },
        DelegationRecorded => this with { Acting = DelegationFold.Apply(Delegations, happened), LastDelegated = happened.Version },
        DelegationEnded => this with { Acting = DelegationFold.Apply(Delegations, happened) },
        _ => this,
    };
}
