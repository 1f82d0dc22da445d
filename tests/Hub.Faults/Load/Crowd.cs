using Hub.Agencies.V1;
using Hub.Faults.Processes;

namespace Hub.Faults.Load;

/// <summary>Several agencies at work on one hub, through whatever happens to it.</summary>
internal sealed class Crowd : IDisposable
{
    // Far from the children that several agencies share.
    private const int FirstOwnChild = 400;

    // As long as a start of the host may take on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly CancellationTokenSource finish = new();
    private readonly CancellationTokenSource heard = new();
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Worker> workers = [];
    private readonly List<Task> working = [];
    private readonly List<Task> reading = [];
    private readonly Admission admission;

    private Crowd(HubSite site, Chance chance) => admission = new Admission(site, History, TimeProvider.System, chance.Branch());

    public History History { get; } = new(TimeProvider.System);

    public IReadOnlyList<Worker> Workers => workers;

    /// <summary>Who hears of the children of those who lead circles; null where nobody does.</summary>
    public Audience? Audience { get; private set; }

    /// <summary>Everybody who writes under request ids.</summary>
    public IEnumerable<Caller> Callers => [admission.Registrar, .. workers.Select(w => w.Caller), .. Audience?.Partners.Select(p => p.Caller) ?? []];

    /// <summary>Admits the agencies; nobody works yet.</summary>
    /// <param name="site">The hub.</param>
    /// <param name="alone">How many write plans of which nobody hears.</param>
    /// <param name="leading">How many write plans of children whose circles they lead.</param>
    /// <param name="chance">What each of them does.</param>
    public static async Task<Crowd> Gather(HubSite site, int alone, int leading, Chance chance)
    {
        var crowd = new Crowd(site, chance);
        crowd.Audience = leading > 0 ? await Audience.Gather(crowd.admission, chance) : null;
        for (var i = 0; i < alone + leading; i++)
        {
            var agency = await crowd.admission.Admit($"agency-{(char)('a' + i)}", Sector.ChildrensSocialCare);
            crowd.workers.Add(new Worker(agency, chance.Branch()) { Circles = i < leading ? await crowd.Lead(agency, FirstOwnChild * (i + 1)) : null });
        }

        return crowd;
    }

    public void Begin()
    {
        working.AddRange(workers.Select(w => Run(w.Run, finish.Token)));
        reading.AddRange((Audience?.Readers ?? []).Select(r => Run(r.Run, heard.Token)));
    }

    /// <summary>Ends when so many more answers have come; throws as soon as somebody sees a broken promise.</summary>
    public async Task MoreAnswers(int more)
        => await await Task.WhenAny(History.MoreAnswers(more, Patience), failed.Task);

    /// <summary>Lets everybody finish what they have begun: each request has its answer then, and each system all that it must hear.</summary>
    public async Task Finish()
    {
        await finish.CancelAsync();
        await Task.WhenAll(working);
        if (Audience is not null)
        {
            await await Task.WhenAny(Audience.AllHasCome(TimeProvider.System), failed.Task);
        }

        await heard.CancelAsync();
        await Task.WhenAll(reading);
    }

    public void Dispose()
    {
        finish.Dispose();
        heard.Dispose();
    }

    private async Task<LedCircles> Lead(Caller agency, int firstChild)
    {
        var circles = await LedCircles.Begin(agency, Audience!.Teams, firstChild);
        Audience.Circles.Add(circles);
        return circles;
    }

    private async Task Run(Func<CancellationToken, Task> run, CancellationToken end)
    {
        try
        {
            await run(end);
        }
        catch (Exception e)
        {
            failed.TrySetException(e);
            throw;
        }
    }
}
