using Grpc.Core;
using Hub.Client.Calls;
using Hub.Client.Connections;

namespace Hub.Client;

/// <summary>Which hub to call, and as whom.</summary>
/// <param name="Address">The hub's address, with the scheme https.</param>
/// <param name="Certificates">What to prove oneself with, and whom to trust.</param>
public sealed record HubClientOptions(Uri Address, HubCertificates Certificates)
{
    /// <summary>Further gateways of the same hub, with the scheme https. When the one in use goes, the first that can be reached is used from then on,
    /// for calls and for subscriptions.</summary>
    public IReadOnlyList<Uri> Others { get; init; } = [];

    /// <summary>The agency to call for; may be left out when the key is registered for one agency.</summary>
    public string? Agency { get; init; }

    /// <summary>The practitioner who answers for the calls, by register or staff number. A call's own metadata
    /// <c>hub-practitioner</c> goes before it.</summary>
    public string? Practitioner { get; init; }

    /// <summary>For whom that practitioner acts, by a delegation in force; null for nobody. A call's own metadata <c>hub-acting-for</c> goes before it.</summary>
    public string? ActingFor { get; init; }

    /// <summary>How often and how soon a call is made again that the hub could not finish.</summary>
    public HubRetry Retry { get; init; } = HubRetry.Default;

    /// <summary>The clock that retries wait by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    // A copy, for the caller may use its metadata with another client too.
    internal Metadata AddTo(Metadata given)
    {
        var metadata = new Metadata();
        foreach (var entry in given)
        {
            metadata.Add(entry);
        }

        AddDefault(metadata, "hub-agency", Agency);
        AddDefault(metadata, "hub-practitioner", Practitioner);
        AddDefault(metadata, "hub-acting-for", ActingFor);
        return metadata;
    }

    private static void AddDefault(Metadata metadata, string key, string? value)
    {
        if (value is not null && metadata.Get(key) is null)
        {
            metadata.Add(key, value);
        }
    }
}
