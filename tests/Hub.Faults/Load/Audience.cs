namespace Hub.Faults.Load;

/// <summary>Everybody who hears: partner agencies, their teams, and the systems that read the teams' inboxes.</summary>
internal sealed class Audience
{
    // As long as a start of the host may take on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private Audience(IReadOnlyList<Partner> partners, IReadOnlyList<Team> teams) => (Partners, Teams) = (partners, teams);

    public IReadOnlyList<Partner> Partners { get; }

    public IReadOnlyList<Team> Teams { get; }

    /// <summary>What becomes of attempts to read, apart from the history of what was asked: one of them is always under way.</summary>
    public History Reading { get; } = new(TimeProvider.System);

    public List<LedCircles> Circles { get; } = [];

    /// <summary>A team and an inbox for each team, a team for each that leads, and an agreement between each that leads and each partner.</summary>
    public int Streams => (2 * Teams.Count) + (Circles.Count * (1 + Partners.Count));

    public IEnumerable<Reader> Readers => Teams.SelectMany(t => t.Readers);

    public static async Task<Audience> Gather(Admission admission, Chance chance)
    {
        var partners = await Partner.Admit(admission);
        var (visitors, school, housing) = (partners[0], partners[1], partners[2]);
        var audience = new Audience(
            partners,
            [await Team.Open(visitors, "day"), await Team.Open(visitors, "night"), await Team.Open(school, "office"), await Team.Open(housing, "estate")]);
        foreach (var team in audience.Teams)
        {
            await audience.Read(team, "case-system", polls: team.Partner == school, acknowledges: true, chance);
        }

        // Two systems of one inbox: each with a mark and numbers of its own.
        await audience.Read(audience.Teams[0], "archive", polls: true, acknowledges: false, chance);
        return audience;
    }

    /// <summary>What a team must have heard of each child, in order, by the team agency's handle of the child.</summary>
    public IReadOnlyDictionary<string, List<(Seen Seen, KnownRevision Revision)>> HeardBy(Team team)
        => Circles.SelectMany(c => c.All).Where(c => c.Teams.Contains(team)).ToDictionary(c => team.Partner.Children[c.Child], c => c.HeardBy(team).ToList());

    /// <summary>Ends when every system has what its team must have heard and has confirmed it, or after its patience: what is missing then is for
    /// a check to say.</summary>
    public async Task AllHasCome(TimeProvider time)
    {
        var (began, expected) = (time.GetTimestamp(), Teams.ToDictionary(t => t, t => HeardBy(t).Values.Sum(h => h.Count)));
        while (Teams.Any(t => t.Readers.Exists(r => r.Arrivals.Count < expected[t] || !r.Arrivals.AllConfirmed)) && time.GetElapsedTime(began) < Patience)
        {
            await Pause.For(TimeSpan.FromMilliseconds(20), time);
        }
    }

    private async Task Read(Team team, string subscriber, bool polls, bool acknowledges, Chance chance)
    {
        await team.Subscribe(subscriber);
        team.Readers.Add(new Reader(team, subscriber, polls, acknowledges, Reading, TimeProvider.System, chance.Branch()));
    }
}
