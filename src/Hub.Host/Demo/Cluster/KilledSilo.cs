using Hub.Silo.Audit;

namespace Hub.Host.Demo.Cluster;

/// <summary>Between two acts one silo is killed. Whoever it owned answers from the other, and nobody has to do anything for it.</summary>
internal sealed class KilledSilo(DemoCluster cluster, TimeProvider time)
{
    // Missed within a few seconds, then called again by the clients, whose pauses grow.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private const string Title = "A silo is killed";
    private TimeSpan longest;
    private bool isAsBefore;

    public async Task Play(DemoStory story)
    {
        story.Open(Title, "Two silos own all people and plans between them. One gets SIGKILL, which no program can answer.");
        var before = await Answers(story);
        var owned = new List<(ClusterMember Silo, int Owners)>();
        foreach (var one in cluster.Silos)
        {
            owned.Add((one, await OwnerCount.Of(one, story.Stop)));
        }

        // The one that is missed more.
        var (silo, owners) = owned.MaxBy(o => o.Owners);
        var since = time.GetTimestamp();
        await cluster.Kill(silo);
        story.Note($"{silo.Name} is gone, which owned {owners} of the {owned.Sum(o => o.Owners)} people and inboxes in use. Nobody is told; everybody goes on calling.");
        var asked = Asked(story).Select(async a => (a.Who, a.What, Answer: await a.Ask(), At: time.GetTimestamp())).ToList();
        var after = new List<string>();
        foreach (var answer in asked)
        {
            var (who, what, text, at) = await answer;
            story.Tell(who, what, refused: false, since, at);
            after.Add(text);
        }

        longest = time.GetElapsedTime(since);
        isAsBefore = before.SequenceEqual(after, StringComparer.Ordinal);
        story.Note(isAsBefore, $"Everybody answered again within {longest.TotalSeconds:0.0} s, with the same as before.", "Somebody answered something else than before!");
    }

    public IEnumerable<DemoNote> Promises(AuditReport audit)
    {
        var isKept = isAsBefore && audit.IsWhole;
        yield return new DemoNote(Title, isKept ? "One of two silos was killed: nothing is lost." : "One of two silos was killed, and something is lost!", isKept);
        yield return new DemoNote(Title, $"Everybody answered again within {longest.TotalSeconds:0.0} s.", longest < Limit);
    }

    private static async Task<List<string>> Answers(DemoStory story)
    {
        var answers = new List<string>();
        foreach (var (_, _, ask) in Asked(story))
        {
            answers.Add(await ask());
        }

        return answers;
    }

    // Through both gateways.
    private static IEnumerable<(DemoAgency Who, string What, Func<Task<string>> Ask)> Asked(DemoStory story) =>
    [
        (story.Council, "asks for Sam's plan", async () => (await story.Child.Read()).ToString()),
        (story.Trust, "asks for Kim's plan", async () => (await story.Mother.Read()).ToString()),
    ];
}
