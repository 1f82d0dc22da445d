using System.CommandLine;

namespace Hub.Cli.Adults;

/// <summary><c>hub adults</c>.</summary>
internal static class AdultsCommand
{
    public static Command Create() => new("adults", "Adults who matter to a child.")
    {
        RegisterAdult.Create(),
        GetAdult.Create(),
    };
}
