namespace Hub.Silo.Membership;

/// <summary>The names under which Orleans knows one hub's processes as one cluster.</summary>
internal static class ClusterName
{
    public static (string Service, string Cluster) Of(ushort number) => ("hub", $"hub-{number}");
}
