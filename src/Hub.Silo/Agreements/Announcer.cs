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
            if (lease.IsValid)
            {
                await AnnounceAll(Moment.Of(time.GetUtcNow()), stoppingToken);
            }
        }
        while (await ticks.Next(stoppingToken));
    }

    private async Task AnnounceAll(Moment now, CancellationToken stop)
    {
        var agreements = register.All().Where(k => AnnounceAgreement.Due(k.Agreement, now) is not null).Select(k => k.Id);
        var frameworks = register.Frameworks.All().Where(k => AnnounceAgreement.Due(k.Framework, now) is not null).Select(k => k.Id);
        string? cause = null;
        foreach (var id in agreements.Concat(frameworks).TakeWhile(_ => !stop.IsCancellationRequested))
        {
            cause = await WhyNot(id) ?? cause;
        }

        if (cause is not null && !stop.IsCancellationRequested)
        {
            log.Failed(cause);
        }
    }

    /// <summary>Null once it is announced. One that cannot be keeps no other from it.</summary>
    private async Task<string?> WhyNot(AgreementId id)
    {
#pragma warning disable CA1031 // Whatever it was: days go by, and the next round tries again.
        try
        {
            return (await grains.GetGrain<IAgreement>(AgreementFold.Key(id)).Announce()).Refusal?.Reason.ToString();
        }
        catch (Exception e)
        {
            return (e.InnerException ?? e).GetType().Name;
        }
#pragma warning restore CA1031
    }
}
