using System.Diagnostics;
using OpenTelemetry;

namespace Hub.Host.Telemetry;

/// <summary>Takes grain keys out of Orleans' activities: a key is a person's internal id, and a trace leaves the hub.</summary>
internal sealed class GrainCalls : BaseProcessor<Activity>
{
    /// <summary>Orleans' activity source for calls of application grains.</summary>
    public const string Source = "Microsoft.Orleans.Application";

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name != Source)
        {
            return;
        }

        foreach (var tag in data.TagObjects.Where(t => !t.Key.StartsWith("rpc.", StringComparison.Ordinal) || t.Key.EndsWith("_id", StringComparison.Ordinal)).ToList())
        {
            data.SetTag(tag.Key, null);
        }
    }
}
