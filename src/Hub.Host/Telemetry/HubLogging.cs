namespace Hub.Host.Telemetry;

/// <summary>What reaches the console. Our own sentences hold ids, counts and outcomes only; a library's may hold what it was given, so the
/// libraries speak from Warning on, and those that print messages or exceptions of messages not at all.</summary>
internal static class HubLogging
{
    public static ILoggingBuilder AddHubLogging(this ILoggingBuilder logging) => logging
        .AddSimpleConsole(o =>
        {
            o.SingleLine = true;
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "HH:mm:ss.fff ";
        })
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Orleans", LogLevel.Warning)
        .AddFilter("Grpc", LogLevel.Warning)

        // Orleans places grains by it, and it tells of each.
        .AddFilter("Polly", LogLevel.Warning)

        // It prints a failed start with its stack trace; the command says the same in one sentence.
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)

        // It prints the parser's exception for a message that cannot be read.
        .AddFilter("Grpc.AspNetCore.Server.ServerCallHandler", LogLevel.None);
}
