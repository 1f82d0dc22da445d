using System.Collections.Concurrent;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Known = (Hub.Domain.Agreements.AgreementId Id, Hub.Domain.Agreements.Framework Framework, long Version);

namespace Hub.Silo.Register;

/// <summary>Frameworks, kept in each silo as <see cref="AgreementRegister"/> keeps agreements between two. What an agency takes part in is a list of
/// its own, so that a decision looks at two such lists and at no framework that neither is in.</summary>
internal sealed class FrameworkRegister
{
    private readonly Lock turn = new();
    private readonly ConcurrentDictionary<AgreementId, Known> all = new();
    private readonly ConcurrentDictionary<AgencyId, Known[]> takingPart = new();

    /// <summary>A framework's facts; older than those that are known they are passed over.</summary>
    public void Set(AgreementId id, Framework? framework, long version)
    {
        lock (turn)
        {
            var isKnown = all.TryGetValue(id, out var known);
            if (framework is null || (isKnown && known.Version >= version))
            {
                return;
            }

            Known now = (id, framework, version);
            all[id] = now;
            var present = Present(framework).ToHashSet();
            foreach (var agency in isKnown ? Present(known.Framework).Where(a => !present.Contains(a)) : [])
            {
                takingPart[agency] = [.. Without(agency, id)];
            }

            foreach (var agency in present)
            {
                takingPart[agency] = [.. Without(agency, id).Append(now).OrderBy(k => k.Id)];
            }
        }
    }

    public Framework? Of(AgreementId id) => all.TryGetValue(id, out var known) ? known.Framework : null;

    /// <summary>All of them, ended ones too, in order of their ids.</summary>
    public IReadOnlyList<Known> All() => [.. all.Values.OrderBy(k => k.Id)];

    /// <summary>Those by which something may pass to or from an agency: not ended, and it is a member that has not suspended its membership. In order
    /// of their ids; the same list until one of them changes.</summary>
    public IReadOnlyList<Known> WithPart(AgencyId agency) => takingPart.GetValueOrDefault(agency, []);

    private static IEnumerable<AgencyId> Present(Framework framework)
        => framework.EndedAt is null ? framework.Members.Where(m => m.SuspendedAt is null).Select(m => m.Agency) : [];

    private IEnumerable<Known> Without(AgencyId agency, AgreementId id) => takingPart.GetValueOrDefault(agency, []).Where(k => k.Id != id);
}
