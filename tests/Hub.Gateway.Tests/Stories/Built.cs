using System.Reflection;

namespace Hub.Gateway.Tests.Stories;

/// <summary>Where the build put what the tests start.</summary>
internal static class Built
{
    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>A path that the project file names.</summary>
    public static string At(string name) => typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == name).Value!;
}
