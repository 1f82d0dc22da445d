using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Cli.Import.Loading;
using Hub.Cli.Import.Reading;

namespace Hub.Cli.Import;

/// <summary>The report for machines: one object for each record, each notice, and the sum.</summary>
internal static class ReportLines
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IEnumerable<string> Of(IReadOnlyList<Result> results, InputFiles input, IReadOnlyList<Notice> notices) =>
    [
        .. results.Select(r => JsonSerializer.Serialize(
            new
            {
                r.Record.File,
                r.Record.Path,
                Record = r.Record.Key,
                r.Outcome,
                Because = Given(r.Because),
                Field = Given(r.Field),
                Kind = Given(r.Kind),
                Reference = Given(r.Reference),
                LeftOut = r.LeftOut.Count > 0 ? r.LeftOut : null,
            },
            Web)),
        .. input.Unreadable.Select(n => JsonSerializer.Serialize(new { n.File, Path = Given(n.Path), Unreadable = n.Text }, Web)),
        .. notices.Select(n => JsonSerializer.Serialize(new { n.File, n.Path, Warning = n.Text }, Web)),
        JsonSerializer.Serialize(new { Sum = Sum.Of(results, input, notices) }, Web),
    ];

    private static string? Given(string text) => text.Length > 0 ? text : null;
}
