using Hub.Domain;
using Microsoft.Extensions.Logging;

namespace Hub.Gateway.Errors;

internal sealed partial class RefusalInterceptor
{
    [LoggerMessage(1, LogLevel.Information, "Refused {Method} as {Reason}; reference {Reference}")]
    private partial void LogRefused(string method, RefusalReason reason, string reference);

    // Never the exception itself: its message is somebody else's text and may hold anything.
    [LoggerMessage(2, LogLevel.Error, "Failed {Method} with {Kind}; reference {Reference}; at {Stack}")]
    private partial void LogFailed(string method, Type kind, string? stack, string reference);

    [LoggerMessage(3, LogLevel.Warning, "Lost {Method} with {Kind}: the silo that was asked has gone or does not answer; reference {Reference}")]
    private partial void LogLost(string method, Type kind, string reference);
}
