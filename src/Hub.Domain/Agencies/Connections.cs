using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>Event <c>connection.registered</c>.</summary>
/// <param name="Key">May call for the agency from now on.</param>
public sealed record ConnectionRegistered([property: JsonPropertyName("key")] KeyFingerprint Key) : IEvent;

/// <summary>Event <c>connection.revoked</c>.</summary>
/// <param name="Key">May never call again.</param>
public sealed record ConnectionRevoked([property: JsonPropertyName("key")] KeyFingerprint Key) : IEvent;

/// <summary>Lets a key call for the agency. The registrar only. A key belongs to one agency of the hub.</summary>
/// <param name="Key">SHA-256 of the public key, 64 hex digits.</param>
[GenerateSerializer, Immutable, Alias("hub.RegisterConnection")]
public sealed record RegisterConnection([property: JsonPropertyName("key")][Id(0)] string Key)
{
    /// <summary>Most connections of one agency that are not revoked.</summary>
    public const int MaxConnections = 256;

    /// <summary>Refuses a malformed fingerprint, an agency not admitted, and a key that was revoked.</summary>
    public Decided Decide(Agency agency)
    {
        if (agency.Profile is null)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "agency_id", "the agency is not admitted");
        }

        if (KeyFingerprint.TryParse(Key) is not { } key)
        {
            return Decided.Refuse(RefusalReason.InvalidField, "key_fingerprint", "must be 64 hex digits");
        }

        return agency.Connections.FirstOrDefault(c => c.Key == key) switch
        {
            { Revoked: true } => Decided.Refuse(RefusalReason.StateConflict, "key_fingerprint", "a revoked key stays revoked"),
            { } => Decided.Nothing,
            null when agency.Connections.Count(c => !c.Revoked) >= MaxConnections
                => Decided.Refuse(RefusalReason.TooLarge, "key_fingerprint", $"an agency has at most {MaxConnections} connections"),
            null => Decided.Commit(new ConnectionRegistered(key)),
        };
    }
}

/// <summary>Takes a key's right to call away for good. The registrar, or the agency itself.</summary>
/// <param name="Key">SHA-256 of the public key, 64 hex digits.</param>
[GenerateSerializer, Immutable, Alias("hub.RevokeConnection")]
public sealed record RevokeConnection([property: JsonPropertyName("key")][Id(0)] string Key)
{
    /// <summary>Refuses a malformed fingerprint and a key that is not the agency's.</summary>
    public Decided Decide(Agency agency)
        => KeyFingerprint.TryParse(Key) is not { } key
            ? Decided.Refuse(RefusalReason.InvalidField, "key_fingerprint", "must be 64 hex digits")
            : agency.Connections.FirstOrDefault(c => c.Key == key) switch
            {
                null => Decided.Refuse(RefusalReason.StateConflict, "key_fingerprint", "is not a connection of this agency"),
                { Revoked: true } => Decided.Nothing,
                _ => Decided.Commit(new ConnectionRevoked(key)),
            };
}
