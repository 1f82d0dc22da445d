using Microsoft.Extensions.Logging;

namespace Hub.Silo.Journal;

/// <summary>What the receipts' lane says to operators: counts and kinds.</summary>
internal sealed partial class ReceiptLaneLog(ILogger<ReceiptLaneLog> logger)
{
    [LoggerMessage(1, LogLevel.Information, "Receipts of {Count} are written again: {Kind}, try {Tried}")]
    public partial void Again(int count, StoreFaultKind kind, int tried);

    [LoggerMessage(2, LogLevel.Warning, "Receipts of {Count} not written: {Cause}")]
    public partial void NotWritten(int count, string cause);
}
