using Hub.Contracts.Agreements;
using Hub.Domain;
using Hub.Domain.Agreements;
using Hub.Silo.Register;
using Microsoft.Extensions.Hosting;

namespace Hub.Silo.Agreements;

/// <summary>Has ends of agreements announced when their days have come. Every second it looks at what this silo keeps of them; each silo does, and the
/// agreement's owner announces each number of days once.</summary>
internal sealed class Announcer(IGrainFactory grains, AgreementRegister register, SiloLease lease, TimeProvider time, AgreementLog log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Every, time);
        do
        {
#pragma warning disable CA1031 // Whatever it was: days go by, and the next round tries again.
            try
            {
                if (lease.IsValid)
                {
                    await Announce(Moment.Of(time.GetUtcNow()), stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.Failed((e.InnerException ?? e).GetType().Name);
            }
#pragma warning restore CA1031
        }
        while (await Tick(ticks, stoppingToken));
    }

    private static async Task<bool> Tick(PeriodicTimer ticks, CancellationToken stop)
    {
        try
        {
            return await ticks.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Announce(Moment now, CancellationToken stop)
    {
        var agreements = register.All().Where(k => AnnounceAgreement.Due(k.Agreement, now) is not null).Select(k => k.Id);
        var frameworks = register.Frameworks.All().Where(k => AnnounceAgreement.Due(k.Framework, now) is not null).Select(k => k.Id);
        foreach (var id in agreements.Concat(frameworks))
        {
            stop.ThrowIfCancellationRequested();
            if (await grains.GetGrain<IAgreement>(AgreementFold.Key(id)).Announce() is { Refusal: { } refusal })
            {
                log.Failed(refusal.Reason.ToString());
                return;
            }
        }
    }
}
