using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>The events of an agency's stream, by stored name.</summary>
public static class AgencyEvents
{
    private static readonly EventType Admitted = new("agency.admitted", 1, AgencyJson.Default.AgencyAdmitted);
    private static readonly EventType Registered = new("connection.registered", 1, AgencyJson.Default.ConnectionRegistered);
    private static readonly EventType Revoked = new("connection.revoked", 1, AgencyJson.Default.ConnectionRevoked);
    private static readonly EventType Practitioner = new("practitioner.registered", 1, AgencyJson.Default.PractitionerRegistered);
    private static readonly EventType DutyTeam = new("duty-team.set", 1, AgencyJson.Default.DutyTeamSet);

    private static readonly EventType Reciprocal = new("reciprocal-authority.set", 1, AgencyJson.Default.ReciprocalAuthoritySet);

    private static readonly EventType Delegated = new("delegation.recorded", 1, AgencyJson.Default.DelegationRecorded);
    private static readonly EventType Undelegated = new("delegation.ended", 1, AgencyJson.Default.DelegationEnded);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EventType> All { get; } = [Admitted, Registered, Revoked, Practitioner, DutyTeam, Reciprocal, Delegated, Undelegated];

    /// <summary>The type under which an event is stored.</summary>
    public static EventType Of(IEvent content) => content switch
    {
        AgencyAdmitted => Admitted,
        ConnectionRegistered => Registered,
        ConnectionRevoked => Revoked,
        PractitionerRegistered => Practitioner,
        DutyTeamSet => DutyTeam,
        ReciprocalAuthoritySet => Reciprocal,
        DelegationRecorded => Delegated,
        DelegationEnded => Undelegated,
        _ => throw new ArgumentException("not an event of an agency's stream", nameof(content)),
    };
}

/// <summary>How an agency's events, commands and snapshots are written: UTF-8 JSON with explicit names, no nulls.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AgencyAdmitted))]
[JsonSerializable(typeof(ConnectionRegistered))]
[JsonSerializable(typeof(ConnectionRevoked))]
[JsonSerializable(typeof(PractitionerRegistered))]
[JsonSerializable(typeof(DutyTeamSet))]
[JsonSerializable(typeof(ReciprocalAuthoritySet))]
[JsonSerializable(typeof(SetReciprocalAuthority))]
[JsonSerializable(typeof(DelegationRecorded))]
[JsonSerializable(typeof(DelegationEnded))]
[JsonSerializable(typeof(RecordDelegation))]
[JsonSerializable(typeof(EndDelegation))]
[JsonSerializable(typeof(AdmitAgency))]
[JsonSerializable(typeof(RegisterConnection))]
[JsonSerializable(typeof(RevokeConnection))]
[JsonSerializable(typeof(RegisterPractitioner))]
[JsonSerializable(typeof(SetDutyTeam))]
[JsonSerializable(typeof(Agency))]
public sealed partial class AgencyJson : JsonSerializerContext;
