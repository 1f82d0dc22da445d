using Hub.Domain.Teams;
using Microsoft.Extensions.Logging;

namespace Hub.Silo.Inbox;

/// <summary>What inboxes say to operators: ids and versions only.</summary>
internal sealed partial class InboxLog(ILogger<InboxLog> logger)
{
    [LoggerMessage(1, LogLevel.Error, "A delivery to {Team} is not what its owner wrote and is kept back; run the audit. The team was told to ask: {Told}")]
    public partial void Quarantined(TeamId team, bool told);

    [LoggerMessage(2, LogLevel.Error, "The key of a stream does not open, and deliveries wait: {Cause}")]
    public partial void Locked(string cause);

    [LoggerMessage(3, LogLevel.Warning, "Nobody hears of a delivery: nobody in the order is there, or it is kept from all of them. It waits; name duty teams and a reciprocal authority")]
    public partial void Unheard();
}
