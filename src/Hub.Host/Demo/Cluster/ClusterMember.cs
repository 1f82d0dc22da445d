using Hub.Host.Configuration;

namespace Hub.Host.Demo.Cluster;

/// <summary>One process of the demo's cluster.</summary>
/// <param name="Role">Silo or gateway.</param>
/// <param name="Name">How the screen calls it.</param>
/// <param name="Options">What it was told.</param>
/// <param name="Process">Itself.</param>
internal sealed record ClusterMember(HubRole Role, string Name, HubOptions Options, GuardedProcess Process)
{
    public static ClusterMember Start(ClusterSettings settings, HubRole role, int number)
    {
        var name = $"{role.ToString().ToLowerInvariant()}-{number}";
        var options = settings.Of(role, name);
        return new ClusterMember(role, name, options, GuardedProcess.Start(name, settings.LogFile(name), MemberCommand.Line(role, settings.Write(name, options))));
    }
}
