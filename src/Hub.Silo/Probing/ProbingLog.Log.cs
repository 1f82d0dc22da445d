using Hub.Domain.Agencies;
using Microsoft.Extensions.Logging;

namespace Hub.Silo.Probing;

/// <summary>What probing says to operators: the agency only.</summary>
internal sealed partial class ProbingLog(ILogger<ProbingLog> logger)
{
    [LoggerMessage(1, LogLevel.Warning, "A practitioner of {Agency} has asked for {People} people within an hour: ask the agency whether that is an import")]
    public partial void Alarm(AgencyId agency, int people);
}
