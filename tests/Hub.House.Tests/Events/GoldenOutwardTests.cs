using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Domain.Inbox;

namespace Hub.House.Tests.Events;

/// <summary>What is sealed beside an event keeps its bytes too: the decisions, the cut views, and what each delivery rests on.</summary>
public sealed class GoldenOutwardTests
{
    private static readonly Dictionary<string, (object Sample, JsonTypeInfo Json)> Stored = new(StringComparer.Ordinal)
    {
        ["view"] = (Samples.View, OutwardJson.Default.View),
        ["view-of-concern"] = (Samples.ConcernView, OutwardJson.Default.View),
        ["view-of-agreement"] = (Samples.AgreementView, OutwardJson.Default.View),
        ["view-that-asks"] = (Samples.AskingView, OutwardJson.Default.View),
        ["view-that-asks-apart"] = (Samples.PartedView, OutwardJson.Default.View),
        ["view-that-says-about"] = (Samples.AboutView, OutwardJson.Default.View),
        ["view-of-informee"] = (Samples.InformeeView, OutwardJson.Default.View),
        ["view-of-review"] = (Samples.ReviewView, OutwardJson.Default.View),
        ["view-of-contact"] = (Samples.ContactView, OutwardJson.Default.View),
        ["view-that-moved"] = (Samples.MovedView, OutwardJson.Default.View),
        ["decisions-of-elsewhere"] = (Samples.ElsewhereDecisions, OutwardJson.Default.Decisions),
        ["decisions-apart"] = (Samples.ApartDecisions, OutwardJson.Default.Decisions),
        ["decisions-that-ask"] = (Samples.AskingDecisions, OutwardJson.Default.Decisions),
        ["decisions-that-hide"] = (Samples.HidingDecisions, OutwardJson.Default.Decisions),
        ["decisions"] = (Samples.Decisions, OutwardJson.Default.Decisions),
        ["basis"] = (Samples.Basis, OutwardJson.Default.Basis),
    };

    // A view is of one kind of news or of another; its samples fill it together.
    private static readonly string[] Views = ["view", "view-of-concern", "view-of-agreement", "view-that-asks", "view-that-asks-apart", "view-that-says-about", "view-of-informee", "view-of-review", "view-of-contact", "view-that-moved"];
    private static readonly string[] Records = ["decisions", "decisions-that-ask", "decisions-that-hide", "decisions-of-elsewhere", "decisions-apart"];

    public static TheoryData<string> Names => [.. Stored.Keys];

    internal static IEnumerable<string> Files => Stored.Keys.Select(FileOf);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_written_as_it_always_was(string name)
    {
        var (sample, json) = Stored[name];
        var now = JsonSerializer.SerializeToUtf8Bytes(sample, json);
        if (Golden.MayUpdate && !File.Exists(PathOf(name)))
        {
            File.WriteAllBytes(PathOf(name), now);
        }

        Assert.True(File.Exists(PathOf(name)), $"no golden file for {name}; HUB_UPDATE_GOLDEN=1 writes new ones");
        Assert.Equal(File.ReadAllText(PathOf(name)), Encoding.UTF8.GetString(now));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_stored_is_read_and_written_again_the_same(string name)
    {
        var stored = File.ReadAllBytes(PathOf(name));
        var json = Stored[name].Json;
        Assert.Equal(stored, JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(stored, json), json));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_fills_every_property(string name)
    {
        var shape = new Shape();
        shape.Look(Stored[name].Sample, Stored[name].Json);
        foreach (var other in Views.Contains(name) ? Views : Records.Contains(name) ? Records : [])
        {
            shape.Look(Stored[other].Sample, Stored[other].Json);
        }

        Assert.Empty(shape.NeverFilled);
    }

    [Fact]
    public void The_page_names_their_content()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/formats/events.md"));
        Assert.All(Stored.Where(s => s.Key is "view" or "decisions" or "basis"), s => Assert.Contains($"`{s.Key}`: {Shape.Describe(s.Value.Json)}\n", page, StringComparison.Ordinal));
    }

    private static string FileOf(string name) => $"{name}.v1.json";

    private static string PathOf(string name) => Path.Combine(Repository.PathOf(GoldenBytesTests.Place), FileOf(name));
}
