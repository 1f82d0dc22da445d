using System.Collections.Concurrent;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Silo.Journal;
using Known = (Hub.Domain.Agreements.AgreementId Id, Hub.Domain.Agreements.Agreement Agreement, long Version);

namespace Hub.Silo.Register;

/// <summary>Agreements between two agencies, kept in each silo as <see cref="AgencyRegister"/> keeps agencies. A list is made when something
/// changes and never altered afterwards, so that asking costs a look-up.</summary>
internal sealed class AgreementRegister
{
    private readonly Lock turn = new();
    private readonly ConcurrentDictionary<AgreementId, Known> all = new();
    private readonly ConcurrentDictionary<(AgencyId First, AgencyId Second), Known[]> pairs = new();
    private readonly ConcurrentDictionary<AgencyId, Known[]> parties = new();

    /// <summary>Those that agencies join.</summary>
    public FrameworkRegister Frameworks { get; } = new();

    /// <summary>Folds all agreements' streams.</summary>
    public Task Load(IJournalStore store, StreamFolder streams, CancellationToken stop)
        => StoredFacts.Read(
            store, streams, AgreementFold.Prefix, AgreementFold.Instance,
            (id, folded) => Set(AgreementId.TryParse(id)!.Value, folded.State, folded.Version), stop);

    /// <summary>What a stream folds into: one of the two kinds.</summary>
    public void Set(AgreementId id, AgreementFile file, long version)
    {
        Set(id, file.Agreement, version);
        Frameworks.Set(id, file.Framework, version);
    }

    /// <summary>An agreement's facts; older than those that are known they are passed over.</summary>
    public void Set(AgreementId id, Agreement? agreement, long version)
    {
        lock (turn)
        {
            if (agreement is not null && (!all.TryGetValue(id, out var known) || known.Version < version))
            {
                var now = (id, agreement, version);
                all[id] = now;
                Put(pairs, Pair(agreement.Proposer, agreement.Partner), now);
                Put(parties, agreement.Proposer, now);
                Put(parties, agreement.Partner, now);
            }
        }
    }

    /// <summary>All of them, in no order.</summary>
    public IEnumerable<Known> All() => all.Values;

    public Agreement? Of(AgreementId id) => all.TryGetValue(id, out var known) ? known.Agreement : null;

    /// <summary>All agreements between two agencies, whoever proposed, drafts and ended ones too, in order of their ids. The version is
    /// that of the stream, which is the ground's too.</summary>
    public IReadOnlyList<Known> Between(AgencyId a, AgencyId b) => pairs.GetValueOrDefault(Pair(a, b), []);

    /// <summary>All agreements that an agency is party to, in order of their ids.</summary>
    public IReadOnlyList<Known> Of(AgencyId agency) => parties.GetValueOrDefault(agency, []);

    private static (AgencyId First, AgencyId Second) Pair(AgencyId a, AgencyId b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);

    private static void Put<TKey>(ConcurrentDictionary<TKey, Known[]> lists, TKey key, Known now)
        where TKey : notnull
        => lists[key] = [.. lists.GetValueOrDefault(key, []).Where(k => k.Id != now.Id).Append(now).OrderBy(k => k.Id)];
}
