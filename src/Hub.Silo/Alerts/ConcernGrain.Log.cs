using Hub.Domain.Agencies;
using Microsoft.Extensions.Logging;

namespace Hub.Silo.Alerts;

/// <summary>What concerns say to operators: ids only.</summary>
internal sealed partial class ConcernLog(ILogger<ConcernLog> logger)
{
    [LoggerMessage(1, LogLevel.Warning, "The concern {Concern} is on record and no team hears of it: {Agency} has neither a duty team nor a team with a manager")]
    public partial void Unheard(string concern, AgencyId agency);
}
