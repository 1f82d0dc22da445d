using Hl7.Fhir.Model;
using Hub.Agencies.V1;
using Hub.Cli.Import.Reading;
using Hub.Plans.V1;

namespace Hub.Cli.Import.Mapping;

/// <summary>What the hub is told of a CarePlan. Its texts get no category, so that nobody but the own agency sees them until somebody who read
/// them says what they tell; and they stand as opinion, since a machine cannot say that they are established.</summary>
internal sealed record CarePlanContent(PlanContent Plan, FieldPaths Paths, IReadOnlyList<string> LeftOut)
{
    /// <summary>Why the plan is not opened, or null: a plan at the hub is in effect from the day it is opened.</summary>
    public static string? NotInEffect(CarePlan plan)
        => plan.StatusElement.Said() != "active" ? "is not active at its source; one that an earlier import opened stays open until hub plans end"
            : plan.IntentElement.Said() is "proposal" or "option" ? "is proposed only"
            : null;

    public static CarePlanContent Of(SourceRecord record, CarePlan plan, Sector sector)
    {
        var content = new PlanContent { Type = PlanTypes.Named(plan, sector) ?? PlanType.PersonalisedCare };
        var paths = new FieldPaths();
        paths.Add("plan", record.Path);
        paths.Add("plan.type", record.At("category"));
        paths.Add("person", record.At("subject"));
        var (starts, ends) = (FhirDate.Day(plan.Period?.StartElement.Said() ?? ""), FhirDate.Day(plan.Period?.EndElement.Said() ?? ""));
        content.StartsOn = FhirDate.IsPart(starts) ? "" : starts;
        paths.Add("plan.starts_on", record.At("period.start"));
        content.EndsOn = FhirDate.IsPart(ends) ? "" : ends;
        paths.Add("plan.ends_on", record.At("period.end"));
        Add(plan.DescriptionElement.Said(), record.At("description"), content, paths);
        for (var i = 0; i < plan.Activity.Count; i++)
        {
            Add(Text(plan.Activity[i]), record.At($"activity[{i}]"), content, paths);
        }

        return new CarePlanContent(content, paths,
        [
            .. Mapping.LeftOut.Of(record, "status", "intent", "category", "description", "subject", "period", "activity"),
            .. Mapping.LeftOut.Rest("activity", plan.Activity, a => Text(a).Length > 0),
            .. FhirDate.IsPart(starts) ? ["period.start (no whole date)"] : Array.Empty<string>(),
            .. FhirDate.IsPart(ends) ? ["period.end (no whole date)"] : Array.Empty<string>(),
        ]);
    }

    private static void Add(string text, string path, PlanContent content, FieldPaths paths)
    {
        if (text.Length > 0)
        {
            paths.Add($"plan.elements[{content.Elements.Count}].text", path);
            content.Elements.Add(new PlanElementContent { Kind = ElementKind.Opinion, Text = text });
        }
    }

    private static string Text(CarePlan.ActivityComponent activity)
        => string.Join("; ", ((string[])
        [
            activity.Detail?.Code.Said() ?? "",
            activity.Detail?.DescriptionElement.Said() ?? "",
            activity.Detail?.StatusElement.Said() ?? "",
            activity.Detail?.StatusReason.Said() ?? "",
            .. activity.OutcomeCodeableConcept.Select(o => o.Said()),
        ]).Where(t => t.Length > 0));
}
