using System.Collections.Concurrent;
using Hub.Circles.V1;
using Hub.Teams.V1;

namespace Hub.Faults.Load;

/// <summary>The circles around one agency's children: its own team leads each, and all but one of the partners' teams stand on it. Remembers
/// what was told there, in order.</summary>
/// <param name="lead">The agency; it alone writes about these children.</param>
/// <param name="teams">The partners' teams.</param>
/// <param name="firstChild">Its children's numbers begin here.</param>
internal sealed class LedCircles(Caller lead, IReadOnlyList<Team> teams, int firstChild)
{
    private readonly ConcurrentDictionary<string, Circle> byChild = new(StringComparer.Ordinal);

    public int FirstChild => firstChild;

    public Caller Lead => lead;

    public IReadOnlyCollection<Circle> All => [.. byChild.Values];

    private string LeadTeam => $"{lead.Name}/duty";

    public static async Task<LedCircles> Begin(Caller lead, IReadOnlyList<Team> teams, int firstChild)
    {
        var circles = new LedCircles(lead, teams, firstChild);
        await Team.Open(lead, circles.LeadTeam, Role.LeadSocialWorker);
        foreach (var partner in teams.Select(t => t.Partner).Distinct())
        {
            await partner.Agree(lead);
        }

        return circles;
    }

    /// <summary>Gathers the child's circle, once. The agency has an open plan about the child.</summary>
    public async Task Gather(int number, string child)
    {
        if (byChild.ContainsKey(child))
        {
            return;
        }

        await Add(child, LeadTeam, Role.LeadSocialWorker);
        var circle = new Circle(number, [.. teams.Where((_, i) => (number + i) % teams.Count != 0)]);
        foreach (var partner in circle.Teams.Select(t => t.Partner).Distinct())
        {
            await partner.Register(number);
        }

        foreach (var team in circle.Teams)
        {
            await Add(child, team.Id, team.Partner.Role);
        }

        byChild[child] = circle;
    }

    /// <summary>An answered write. Before the circle is there nobody hears.</summary>
    public void Tell(KnownPlan plan, KnownRevision revision)
    {
        if (byChild.TryGetValue(plan.Child, out var circle))
        {
            circle.Told.Enqueue((plan, revision));
        }
    }

    private async Task Add(string child, string team, Role role)
    {
        var request = new AddCircleMemberRequest { RequestId = lead.NextRequest(), Person = child, TeamId = team, Role = role };
        await lead.Must<AddCircleMemberResponse>(
            new Ask(request.RequestId, "AddCircleMember", async o => await lead.Client.Circles.AddCircleMemberAsync(request, o)));
    }
}

/// <summary>The circle around one child.</summary>
/// <param name="Child">The child's number.</param>
/// <param name="Teams">Who hears.</param>
internal sealed record Circle(int Child, IReadOnlyList<Team> Teams)
{
    /// <summary>The answered writes to the child's plans since the circle was gathered, in their order.</summary>
    public ConcurrentQueue<(KnownPlan Plan, KnownRevision Revision)> Told { get; } = new();

    /// <summary>What one of its teams must have heard, in order.</summary>
    public IEnumerable<(Seen Seen, KnownRevision Revision)> HeardBy(Team team)
        => from told in Told
           let seen = Seen.Of(told.Plan, told.Revision, team.Partner)
           where seen is not null
           select (seen, told.Revision);
}
