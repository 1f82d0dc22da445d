using Hub.Domain.Agencies;
using Microsoft.Extensions.Logging;

namespace Hub.Silo.Agreements;

/// <summary>What agreements say to operators: ids only.</summary>
internal sealed partial class AgreementLog(ILogger<AgreementLog> logger)
{
    [LoggerMessage(1, LogLevel.Warning, "That the agreement {Agreement} ends is on record and nobody of {Agency} hears: it has neither a duty team nor a team with a manager")]
    public partial void Unheard(string agreement, AgencyId agency);

    [LoggerMessage(2, LogLevel.Warning, "Ends of agreements could not be announced: {Cause}; the next round tries again")]
    public partial void Failed(string cause);
}
