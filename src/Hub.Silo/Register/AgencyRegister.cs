using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>Facts about agencies that every call needs, kept in each silo: no busy call waits for an agency's owner. Loaded before
/// the silo takes calls, and moved on by the owner before its own answer.</summary>
internal sealed class AgencyRegister(IdentityOptions options, TimeProvider time)
{
    private static readonly AgencyId Registrar = AgencyId.TryParse("registrar")!;

    /// <summary>The name under which the hub itself stands in envelopes of its own acts; no agency can have it.</summary>
    public static readonly AgencyId Hub = AgencyId.TryParse("hub")!;

    /// <summary>The hub itself as a caller of its own acts.</summary>
    public static Caller HubItself { get; } = new(Hub, null, null, ValidateOnly: false);

    private readonly Lock turn = new();
    private readonly ConcurrentDictionary<AgencyId, AgencyFacts> agencies = new();
    private readonly ConcurrentDictionary<KeyFingerprint, AgencyId> connections = new();
    private ImmutableDictionary<AgencyId, ActingIn> acting = ImmutableDictionary<AgencyId, ActingIn>.Empty;
    private readonly FrozenSet<KeyFingerprint> registrars = options.RegistrarKeys
        .Select(k => KeyFingerprint.TryParse(k) ?? throw new ArgumentException("Hub:Silo:Identity:RegistrarKeys must be SHA-256 fingerprints of 64 hex digits", nameof(options)))
        .ToFrozenSet();

    /// <summary>The name under which the registrar stands in envelopes; no agency can have it.</summary>
    public static bool IsReserved(AgencyId agency) => agency == Registrar || agency == Hub;

    public static bool IsRegistrar(Caller caller) => caller.Agency == Registrar;

    /// <summary>The name under which a registrar stands on record: each is known by the own key alone.</summary>
    public static PractitionerId RegistrarOf(KeyFingerprint key) => PractitionerId.TryParse($"KEY-{key.Value[..28].ToUpperInvariant()}")!;

    /// <summary>Folds all agencies' streams.</summary>
    public Task Load(IJournalStore store, StreamFolder streams, CancellationToken stop)
        => StoredFacts.Read(
            store, streams, AgencyFold.Prefix, AgencyFold.Instance, (id, folded) => Set(AgencyId.TryParse(id)!, folded.State, folded.Version), stop);

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

    /// <summary>All that is known of an admitted agency, of one version; null for any other.</summary>
    public AgencyFacts? Of(AgencyId agency) => agencies.GetValueOrDefault(agency);

    public AgencyProfile? ProfileOf(AgencyId agency) => Of(agency)?.Profile;

    public Sector? SectorOf(AgencyId agency) => Of(agency)?.Profile.Sector;

    /// <summary>The agency in the version that is known here.</summary>
    public Ground GroundOf(AgencyId agency) => new(AgencyFold.Key(agency), Of(agency)?.Version ?? 0);

    /// <summary>Who acts for whom now, in all agencies at once.</summary>
    public Acting Acting => Volatile.Read(ref acting) is { IsEmpty: false } known ? new Acting(known, Moment.Of(time.GetUtcNow())) : Acting.Nobody;

    /// <summary>Who acts for whom in one agency; null where nobody ever did.</summary>
    public ActingIn? ActingOf(AgencyId agency) => Volatile.Read(ref acting) is { IsEmpty: false } known ? known.GetValueOrDefault(agency) : null;

    /// <summary>Whether a key may still call for an agency.</summary>
    public bool MayCall(KeyFingerprint connection, AgencyId agency) => connections.TryGetValue(connection, out var of) && of == agency;

    /// <summary>Who is calling. UNKNOWN_CALLER, the same for every cause, when key, agency or practitioner is not registered so; it names
    /// <c>hub-acting-for</c> when no delegation of that pair is in force.</summary>
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
                || Of(agency)?.Practitioners.Contains(practitioner) != true)
            {
                return unknown;
            }
        }

        // A gateway of an earlier release does not say it at all.
        var (now, named) = (Acting, call.ActingFor ?? "");
        var whom = named.Length == 0 ? null : PractitionerId.TryParse(named);
        if (named.Length > 0 && (whom is null || practitioner is null || !now.Allows(agency, practitioner, whom)))
        {
            return Refusal.About(RefusalReason.UnknownCaller, "hub-acting-for", "must name a practitioner for whom the calling one acts now, by what is on record");
        }

        return new Caller(
            agency, practitioner, RequestId.TryParse(call.RequestId), call.ValidateOnly, whom, practitioner is null ? default : now.Of(agency, practitioner));
    }

    private void Take(AgencyId id, Agency agency, AgencyProfile profile, long version)
    {
        // Whoever finds the new version must not find a revoked key any more: it would believe that the key still held then.
        foreach (var connection in agency.Connections.Where(c => c.Revoked))
        {
            connections.TryRemove(connection.Key, out _);
        }

        // Nor that nobody acts for another who does by then.
        if (agency.LastDelegated is { } since)
        {
            Volatile.Write(ref acting, acting.SetItem(id, new ActingIn(version, since, agency.Delegations)));
        }

        agencies[id] = new AgencyFacts(
            profile, agency.Practitioners.ToFrozenSet(), version, agency.DutyTeam is { } team ? TeamId.TryParse(team) : null, agency.Reciprocal,
            agency.Delegations);

        foreach (var connection in agency.Connections.Where(c => !c.Revoked))
        {
            connections[connection.Key] = id;
        }
    }
}

/// <summary>An admitted agency as the register knows it.</summary>
/// <param name="Profile">Its profile.</param>
/// <param name="Practitioners">Who may be named in its calls.</param>
/// <param name="Version">Version of its stream, which is its ground's too: every event of an agency raises it.</param>
/// <param name="DutyTeam">Its team that hears of concerns, once set.</param>
/// <param name="Reciprocal">The authority whose duty team hears where its own may not; null for none.</param>
/// <param name="Delegations">Who acts for whom; some of them may be over by now.</param>
internal sealed record AgencyFacts(
    AgencyProfile Profile, FrozenSet<PractitionerId> Practitioners, long Version, TeamId? DutyTeam, AgencyId? Reciprocal, ImmutableArray<Delegation> Delegations);
