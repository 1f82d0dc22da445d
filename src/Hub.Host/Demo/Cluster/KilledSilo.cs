using Hub.Silo.Audit;

namespace Hub.Host.Demo.Cluster;

/// <summary>Between two acts one silo is killed. Whoever it owned answers from the other, and nobody has to do anything for it.</summary>
internal sealed class KilledSilo(DemoCluster cluster, TimeProvider time)
{
    // Missed within a few seconds, then called again by the clients, whose pauses grow.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private TimeSpan longest;
    private bool isAsBefore;

    public async Task Play(DemoStory story)
    {
        story.Open("A silo is killed", "Two silos own all people and plans between them. One of the two gets SIGKILL, which no program can answer.");
        var before = await Answers(story);
        var silo = cluster.Silos[0];
        await cluster.Kill(silo);
        var since = time.GetTimestamp();
        story.Note($"{silo.Name} is gone. Nobody was told, and everybody goes on calling.");
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
        const string Act = "A silo is killed";
        yield return new DemoNote(Act, "One of two silos was killed: nothing is lost", isAsBefore && audit.IsWhole);
        yield return new DemoNote(Act, $"Everybody answered again within {longest.TotalSeconds:0.0} s", longest < Limit);
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

    // One after another through both gateways.
    private static IEnumerable<(DemoAgency Who, string What, Func<Task<string>> Ask)> Asked(DemoStory story) =>
    [
        (story.Council, "asks for Sam's plan", async () => (await story.Child.Read()).ToString()),
        (story.Trust, "asks for Kim's plan", async () => (await story.Mother.Read()).ToString()),
    ];
}
