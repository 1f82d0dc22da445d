using System.Text.Json;

namespace Hub.Gateway.Tests.Stories.Demo;

/// <summary>What <c>demo --exit --json</c> says, run once for all tests of a class.</summary>
public class DemoReport : IAsyncLifetime
{
    public sealed record Step(string Act, string Who, string Did, bool Refused);

    public sealed record Note(string Act, string Text, bool Holds);

    public sealed record Row(
        string Event, string Holder, string Recipient, string Role, string Verdict, string Because, string[] Shown, int? Withheld, string? ReceivedAs, string? Acknowledged, string? AcknowledgedBy);

    private sealed record Whole(Step[] Steps, Note[] Notes, Row[] Deliveries);

    private Whole told = null!;

    public int Code { get; private set; }

    public string Said { get; private set; } = "";

    public IReadOnlyList<string> Left { get; private set; } = [];

    /// <summary>How the hub is staged.</summary>
    private protected virtual IReadOnlyList<string> Staging => [];

    public JsonElement Json { get; private set; }

    public IReadOnlyList<Step> Steps => told.Steps;

    public IReadOnlyList<Note> Notes => told.Notes;

    /// <summary>What somebody decided about, arrived or not.</summary>
    public IReadOnlyList<Row> Rows => told.Deliveries;

    /// <summary>What a team's own stream brought.</summary>
    public IEnumerable<Row> Heard(string team) => Rows.Where(r => r.ReceivedAs is not null && r.Recipient == team);

    public async Task InitializeAsync()
    {
        using var demo = new DemoProgram();
        using var program = demo.Start(["--exit", "--json", .. Staging]);
        (Code, Said, var error) = await program.Rest();
        Assert.True(Code is 0 or 2, error + Said);
        Left = [.. demo.Left, .. demo.Processes.Select(p => $"process {p}")];
        Json = JsonSerializer.Deserialize<JsonElement>(Said);
        told = Json.Deserialize<Whole>(JsonSerializerOptions.Web)!;
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
