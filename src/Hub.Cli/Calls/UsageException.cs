namespace Hub.Cli.Calls;

/// <summary>Something that the person at the command line can put right; its message is one sentence.</summary>
internal sealed class UsageException(string message) : Exception(message);
