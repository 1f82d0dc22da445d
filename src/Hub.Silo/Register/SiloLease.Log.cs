using Microsoft.Extensions.Logging;

namespace Hub.Silo.Register;

/// <summary>What the lease says to operators.</summary>
internal sealed partial class SiloLeaseLog(ILogger<SiloLeaseLog> logger)
{
    [LoggerMessage(1, LogLevel.Error, "The silo has lost its lease and is silent until it has one again")]
    public partial void Lost();

    [LoggerMessage(2, LogLevel.Information, "The silo has its lease again")]
    public partial void Regained();

    [LoggerMessage(3, LogLevel.Debug, "The lease was not renewed: {Cause}")]
    public partial void NotRenewed(string cause);
}
