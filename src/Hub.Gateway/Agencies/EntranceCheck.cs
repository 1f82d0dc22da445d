using Hub.Contracts.Agencies;
using Hub.Contracts.Calls;
using Hub.Domain.Agencies;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hub.Gateway.Agencies;

/// <summary>Whether this gateway reaches an entrance. It asks as nobody, so that even a refusal is a sign of life.</summary>
internal sealed class EntranceCheck(IGrainFactory grains) : IHealthCheck
{
    private static readonly Call Nobody = new(KeyFingerprint.TryParse(new string('0', 64))!, "", "", "", ValidateOnly: false);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // CA1031: whatever the failure, its text is not for a health answer.
#pragma warning disable CA1031
        try
        {
            await grains.GetGrain<IAgencyEntrance>(0).WhoAmI(Nobody).WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception)
        {
            return HealthCheckResult.Unhealthy();
        }
#pragma warning restore CA1031
    }
}
