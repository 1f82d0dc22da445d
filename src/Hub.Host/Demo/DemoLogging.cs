using Microsoft.Extensions.Logging.Console;

namespace Hub.Host.Demo;

/// <summary>Log lines of a demo go to standard error: standard output is the story's, or says that a process is up.</summary>
internal static class DemoLogging
{
    public static void ErrorsOnly(ILoggingBuilder logging)
        => logging.ToStandardError().SetMinimumLevel(LogLevel.Error).AddFilter("Orleans", LogLevel.Error).AddFilter("Microsoft", LogLevel.Error);

    public static ILoggingBuilder ToStandardError(this ILoggingBuilder logging)
    {
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return logging;
    }
}
