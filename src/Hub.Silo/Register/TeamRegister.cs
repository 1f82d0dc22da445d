using System.Collections.Concurrent;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>Teams and their present role holders, kept in each silo as <see cref="AgencyRegister"/> keeps agencies.</summary>
internal sealed class TeamRegister
{
    private readonly ConcurrentDictionary<TeamId, (Team Team, long Version)> teams = new();
    private readonly ConcurrentDictionary<long, InboxAddress> inboxes = new();

    /// <summary>Folds all teams' streams.</summary>
    public Task Load(IJournalStore store, StreamFolder streams, CancellationToken stop)
        => StoredFacts.Read(store, streams, TeamFold.Prefix, TeamFold.Instance, (id, folded) => Set(TeamId.TryParse(id)!, folded.State, folded.Version), stop);

    /// <summary>A team's facts; older than those that are known they are passed over.</summary>
    public void Set(TeamId id, Team team, long version)
    {
        if (team.Profile is not null)
        {
            foreach (var address in InboxAddress.Of(id))
            {
                inboxes[address.Number] = address;
            }

            teams.AddOrUpdate(id, (team, version), (_, known) => known.Version < version ? (team, version) : known);
        }
    }

    /// <summary>Who holds a role in a team; the first of several, null when nobody does.</summary>
    public PractitionerId? HolderOf(TeamId id, Role role) => Of(id)?.Team.Holders.FirstOrDefault(h => h.Role == role)?.Practitioner;

    /// <summary>Null for who holds a role in the team. Who held one once hears ACCESS_ENDED, whatever ended it; anybody else is nobody to it.</summary>
    public Refusal? NoMember(TeamId id, Caller caller)
        => Of(id) is not var (team, _) ? Refusal.Because(RefusalReason.NotKnown)
            : caller.Holds(team.IsMember) ? null
            : Refusal.Because(caller.Holds(p => team.IsMember(p) || team.WasMember(p)) ? RefusalReason.AccessEnded : RefusalReason.NotKnown);

    /// <summary>Whether a practitioner manages a team of its agency.</summary>
    public bool Manages(AgencyId agency, PractitionerId practitioner)
        => OfAgency(agency).Any(t => t.Team.Holds(practitioner, Role.TeamManager) || t.Team.Holds(practitioner, Role.DutyManager));

    /// <summary>Teams of its agency in which a practitioner holds a role.</summary>
    public List<TeamId> Of(AgencyId agency, PractitionerId practitioner) => [.. OfAgency(agency).Where(t => t.Team.IsMember(practitioner)).Select(t => t.Id)];

    /// <summary>Whose inbox has this number; null when none has.</summary>
    public InboxAddress? ByInbox(long inbox) => inboxes.GetValueOrDefault(inbox);

    /// <summary>Those of all teams.</summary>
    public List<long> Inboxes => [.. inboxes.Keys];

    /// <summary>All open teams of an agency, in order of their ids.</summary>
    public IReadOnlyList<(TeamId Id, Team Team)> OfAgency(AgencyId agency)
        => [.. teams.Where(t => t.Key.Agency == agency).Select(t => (t.Key, t.Value.Team)).OrderBy(t => t.Key)];

    /// <summary>The team and the version of its stream, which is its ground's too; null when it was never opened.</summary>
    public (Team Team, long Version)? Of(TeamId id) => teams.TryGetValue(id, out var known) ? known : null;
}
