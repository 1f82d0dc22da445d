using Hub.Contracts.Rules;
using Hub.Domain;
using Hub.Domain.Rules;
using Hub.Silo.Register;
using Microsoft.Extensions.Hosting;

namespace Hub.Silo.Rules;

/// <summary>Has it put on record that an edition has begun. Every second it looks at what this silo keeps of them; each silo does, and their owner writes it
/// once. Nothing is kept back by it: the gate goes by the clock.</summary>
internal sealed class Beginner(IGrainFactory grains, EditionRegister register, SiloLease lease, TimeProvider time, RulesLog log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Every, time);
        do
        {
            if (lease.IsValid && BeginEdition.Due(register.Book, Moment.Of(time.GetUtcNow())) is not null && await WhyNot() is { } cause && !stoppingToken.IsCancellationRequested)
            {
                log.Failed(cause);
            }
        }
        while (await ticks.Next(stoppingToken));
    }

    /// <summary>Null once it is on record.</summary>
    private async Task<string?> WhyNot()
    {
#pragma warning disable CA1031 // Whatever it was: the next round tries again.
        try
        {
            return (await grains.GetGrain<IRules>(RuleFold.Stream).Begin()).Refusal?.Reason.ToString();
        }
        catch (Exception e)
        {
            return (e.InnerException ?? e).GetType().Name;
        }
#pragma warning restore CA1031
    }
}
