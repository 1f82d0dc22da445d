namespace Hub.Cli.Calls;

/// <summary>What scripts read.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int UsageOrConnection = 1;
    public const int Refused = 2;
}
