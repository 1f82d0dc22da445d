namespace Hub.House.Tests;

/// <summary>Texts and bytes that are compared with what is checked in.</summary>
internal static class Golden
{
    /// <summary>Set by a person who means it: HUB_UPDATE_GOLDEN=1.</summary>
    public static bool MayUpdate => Environment.GetEnvironmentVariable("HUB_UPDATE_GOLDEN") == "1";
}
