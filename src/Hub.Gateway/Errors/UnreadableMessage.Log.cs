using Hub.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.Gateway.Errors;

internal sealed partial class UnreadableMessage
{
    [LoggerMessage(1, LogLevel.Information, "Refused an unreadable message to {Method} as {Reason}; reference {Reference}")]
    private partial void LogUnreadable(PathString method, RefusalReason reason, string reference);
}
