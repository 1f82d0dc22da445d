using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Hub.Benchmarks.Decision;

/// <summary><c>decision</c>: what it costs to decide about one recipient and to cut for it, on the facts as a silo keeps them.</summary>
internal static class DecisionCommand
{
    private static readonly Option<int> Seconds = new("--seconds") { Description = "How long each case is measured.", DefaultValueFactory = _ => 3 };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output." };

    public static Command Create()
    {
        var command = new Command("decision", "A decision for one recipient with its cut, warm.") { Seconds, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var time = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
        var (small, large) = (new DecisionScene(agreements: 1, circle: 1), new DecisionScene(agreements: 1000, circle: 20));

        // By turns, so that what the machine does meanwhile falls on both.
        DecisionClock.WarmUp(small, large);
        var (few, many) = DecisionClock.ByTurns(small, large, time);
        var kinds = Allocations.Of(small, time);
        var told = new
        {
            Microseconds = few.Microseconds,
            MicrosecondsLarge = many.Microseconds,
            Ratio = many.Microseconds / few.Microseconds,
            few.Bytes,
            BytesLarge = many.Bytes,
            Allocations = kinds.Sum(k => k.Count),
            Kinds = kinds,
        };
        if (parsed.GetValue(Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(told, JsonSerializerOptions.Web));
            return 0;
        }

        Line($"1 agreement, a circle of 1          {few.Microseconds:0.00} µs a recipient, {few.Bytes:0} bytes in {told.Allocations:0.0} objects");
        Line($"1,000 agreements, a circle of 20    {many.Microseconds:0.00} µs a recipient, {many.Bytes:0} bytes; {told.Ratio:0.00} of the above");
        foreach (var kind in kinds)
        {
            Line($"    {kind.Count,5:0.00} x {kind.Bytes,4:0} bytes  {kind.Name}");
        }

        return 0;
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
