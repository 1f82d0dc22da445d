using System.Text.Json;
using Hub.Gateway.Tests.Stories.CommandLine;

namespace Hub.Gateway.Tests.Stories.Import;

/// <summary>One run of hub import and what it reported.</summary>
internal sealed record ImportRun(int Code, string Said, IReadOnlyList<ImportRun.Line> Lines)
{
    /// <summary>One record, warning or unreadable file.</summary>
    public sealed record Line(
        string? File, string? Path, string? Record, string? Outcome, string? Because, string? Field, string? Kind, string? Reference, string[]? LeftOut, string? Warning, string? Unreadable)
    {
        public string FileName => System.IO.Path.GetFileName(File ?? "");
    }

    public IEnumerable<Line> Records => Lines.Where(l => l.Record is not null);

    public IEnumerable<Line> Warnings => Lines.Where(l => l.Warning is not null);

    public static async Task<ImportRun> Of(RunningHub hub, string agency, string practitioner, params string[] arguments)
    {
        var (code, said, error) = await HubProgram.Run(hub, agency, practitioner, ["import", "--json", .. arguments]);
        Assert.True(code is 0 or 2, error + said);
        return new ImportRun(code, said, [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<Line>(l, JsonSerializerOptions.Web)!)]);
    }

    /// <summary>The one that was loaded or, when several versions were given, taken.</summary>
    public Line The(string record) => Records.First(l => l.Record == record && l.Because?.StartsWith("another version", StringComparison.Ordinal) != true);

    public string Reference(string record) => The(record).Reference ?? throw new InvalidOperationException($"{record}: {The(record)}");

    public int Count(string outcome) => Records.Count(l => l.Outcome == outcome);
}
