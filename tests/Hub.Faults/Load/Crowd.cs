using Hub.Agencies.V1;
using Hub.Faults.Processes;

namespace Hub.Faults.Load;

/// <summary>Several agencies at work on one hub, through whatever happens to it.</summary>
internal sealed class Crowd : IDisposable
{
    private const string Practitioner = "SW999001";

    // As long as a start of the host may take on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly CancellationTokenSource finish = new();
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Worker> workers = [];
    private readonly List<Task> running = [];

    private Crowd()
    {
    }

    public History History { get; } = new(TimeProvider.System);

    public IReadOnlyList<Worker> Workers => workers;

    /// <summary>Events that admitting the agencies made.</summary>
    public int SetUpEvents => workers.Count * 3;

    /// <summary>Admits the agencies; nobody works yet.</summary>
    public static async Task<Crowd> Gather(HubSite site, int count, Chance chance)
    {
        var crowd = new Crowd();
        var registrar = site.Client("registrar");
        var asking = new Asking("registrar", crowd.History, TimeProvider.System, chance.Branch());
        for (var i = 0; i < count; i++)
        {
            var name = $"agency-{(char)('a' + i)}";
            var client = site.Client(name, name, Practitioner);
            var admit = new AdmitAgencyRequest
            {
                RequestId = $"admit-{name}",
                AgencyId = name,
                Name = $"Fictional {name}",
                Sector = Sector.ChildrensSocialCare,
                DutyNumber = "999 0100",
            };
            var connect = new RegisterConnectionRequest
            {
                RequestId = $"connect-{name}",
                AgencyId = name,
                KeyFingerprint = site.Authority.Fingerprint(name),
            };
            var employ = new RegisterPractitionerRequest { RequestId = $"employ-{name}", AgencyId = name, PractitionerId = Practitioner };
            Ask[] asks =
            [
                new(admit.RequestId, "AdmitAgency", async o => await registrar.Agencies.AdmitAgencyAsync(admit, o)),
                new(connect.RequestId, "RegisterConnection", async o => await registrar.Agencies.RegisterConnectionAsync(connect, o)),
                new(employ.RequestId, "RegisterPractitioner", async o => await registrar.Agencies.RegisterPractitionerAsync(employ, o)),
            ];
            foreach (var ask in asks)
            {
                var answer = await asking.UntilAnswered(ask);
                Assert.True(!answer.IsRefused, $"{ask.Request}: {answer}");
            }

            crowd.workers.Add(new Worker(name, client, crowd.History, TimeProvider.System, chance.Branch()));
        }

        return crowd;
    }

    public void Begin() => running.AddRange(workers.Select(Run));

    /// <summary>Ends when so many more answers have come; throws as soon as a worker sees a broken promise.</summary>
    public async Task MoreAnswers(int more)
        => await await Task.WhenAny(History.MoreAnswers(more, Patience), failed.Task);

    /// <summary>Lets everybody finish what they have begun: each request has its answer then.</summary>
    public async Task Finish()
    {
        await finish.CancelAsync();
        await Task.WhenAll(running);
    }

    public void Dispose() => finish.Dispose();

    private async Task Run(Worker worker)
    {
        try
        {
            await worker.Run(finish.Token);
        }
        catch (Exception e)
        {
            failed.TrySetException(e);
            throw;
        }
    }
}
