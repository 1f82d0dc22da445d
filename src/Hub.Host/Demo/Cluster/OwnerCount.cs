using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Host.Demo.Cluster;

/// <summary>How many people and inboxes a silo owns, as its operators' port tells.</summary>
internal static partial class OwnerCount
{
    public static async Task<int> Of(ClusterMember silo, CancellationToken stop)
    {
        using var operators = new HttpClient();
        var metrics = await operators.GetStringAsync(new Uri($"http://{silo.Options.Telemetry.Listen}/metrics"), stop);
        return Line().Matches(metrics).Sum(m => int.Parse(m.Groups["count"].Value, CultureInfo.InvariantCulture) * (m.Groups["what"].Value == "created" ? 1 : -1));
    }

    [GeneratedRegex("^orleans_catalog_activation_(?<what>created|destroyed)_total{[^}]*grain_type=\"(child|adult|inbox)\"[^}]*} (?<count>[0-9]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
