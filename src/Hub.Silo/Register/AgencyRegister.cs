using System.Collections.Concurrent;
using System.Collections.Frozen;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>Facts about agencies that every call needs, kept in each silo: no busy call waits for an agency's owner. Loaded before
/// the silo takes calls, and moved on by the owner before its own answer.</summary>
internal sealed class AgencyRegister(IdentityOptions options)
{
    private static readonly AgencyId Registrar = AgencyId.TryParse("registrar")!;
    private readonly Lock turn = new();
    private readonly ConcurrentDictionary<AgencyId, Entry> agencies = new();
    private readonly ConcurrentDictionary<KeyFingerprint, AgencyId> connections = new();
    private readonly FrozenSet<KeyFingerprint> registrars = options.RegistrarKeys
        .Select(k => KeyFingerprint.TryParse(k) ?? throw new ArgumentException("Hub:Silo:Identity:RegistrarKeys must be SHA-256 fingerprints of 64 hex digits", nameof(options)))
        .ToFrozenSet();

    /// <summary>The name under which the registrar stands in envelopes; no agency can have it.</summary>
    public static bool IsReserved(AgencyId agency) => agency == Registrar;

    public static bool IsRegistrar(Caller caller) => caller.Agency == Registrar;

    /// <summary>Folds all agencies' streams.</summary>
    public async Task Load(IJournalStore store, StreamFolder streams, CancellationToken stop)
    {
        for (var after = ""; ;)
        {
            var page = await store.ListStreams("o_", after, 256, stop);
            foreach (var stream in page)
            {
                var open = await streams.Read(stream, AgencyFold.Instance, null, stop);
                open.Secret?.Dispose();
                Set(AgencyId.TryParse(stream[2..])!, open.Folded.State, open.Folded.Version);
            }

            if (page.Count < 256)
            {
                return;
            }

            after = page[^1];
        }
    }

    /// <summary>An agency's facts; older than those that are known they are passed over.</summary>
    public void Set(AgencyId id, Agency agency, long version)
    {
        lock (turn)
        {
            if (agency.Profile is not null && (!agencies.TryGetValue(id, out var known) || known.Version < version))
            {
                Take(id, agency, agency.Profile, version);
            }
        }
    }

    public AgencyProfile? ProfileOf(AgencyId agency) => agencies.TryGetValue(agency, out var entry) ? entry.Profile : null;

    /// <summary>Who is calling. UNKNOWN_CALLER, the same for every cause, when key, agency or practitioner is not registered so.</summary>
    public Answer<Caller> Identify(Call call)
    {
        var unknown = Refusal.Because(RefusalReason.UnknownCaller);
        var agency = registrars.Contains(call.Connection) ? Registrar : connections.GetValueOrDefault(call.Connection);
        if (agency is null || (call.Agency.Length > 0 && call.Agency != agency.Value))
        {
            return unknown;
        }

        PractitionerId? practitioner = null;
        if (call.Practitioner.Length > 0)
        {
            practitioner = PractitionerId.TryParse(call.Practitioner);
            if (practitioner is null || !options.AllowUnsignedPractitioners
                || !agencies.TryGetValue(agency, out var entry) || !entry.Practitioners.Contains(practitioner))
            {
                return unknown;
            }
        }

        return new Caller(agency, practitioner, RequestId.TryParse(call.RequestId), call.ValidateOnly);
    }

    private void Take(AgencyId id, Agency agency, AgencyProfile profile, long version)
    {
        agencies[id] = new Entry(profile, agency.Practitioners.ToFrozenSet(), version);
        foreach (var connection in agency.Connections)
        {
            if (connection.Revoked)
            {
                connections.TryRemove(connection.Key, out _);
            }
            else
            {
                connections[connection.Key] = id;
            }
        }
    }

    private sealed record Entry(AgencyProfile Profile, FrozenSet<PractitionerId> Practitioners, long Version);
}
