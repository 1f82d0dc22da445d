using System.Text;
using System.Text.Json;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Rules;
using Hub.Domain.Teams;

namespace Hub.House.Tests.Events;

/// <summary>Stored events keep their bytes: what an older hub wrote is read, and written again the same.</summary>
public sealed class GoldenBytesTests
{
    internal const string Place = "tests/Hub.House.Tests/Golden";

    private const string Later = "-later";

    public static TheoryData<string> LaterNames => [.. Samples.LaterByName.Keys];

    public static TheoryData<string> Names => [.. Types.Select(t => t.Name)];

    private static readonly (IReadOnlyList<EventType> All, Func<IEvent, EventType> Of)[] Streams =
    [
        (PersonEvents.All, PersonEvents.Of), (AgencyEvents.All, AgencyEvents.Of), (TeamEvents.All, TeamEvents.Of), (AgreementEvents.All, AgreementEvents.Of),
        (InboxEvents.All, InboxEvents.Of),
        (RuleEvents.All, RuleEvents.Of),
        (ConcernEvents.All, ConcernEvents.Of),
    ];

    internal static IEnumerable<EventType> Types => [.. Streams.SelectMany(s => s.All)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_written_as_it_always_was(string name)
    {
        var type = TypeOf(name);
        var path = PathOf(type);
        var now = Write(type, Sample(name));
        if (Golden.MayUpdate && !File.Exists(path))
        {
            File.WriteAllBytes(path, now);
        }

        Assert.True(File.Exists(path), $"no golden file for {name} version {type.Version}; HUB_UPDATE_GOLDEN=1 writes new ones");
        Assert.Equal(File.ReadAllText(path), Encoding.UTF8.GetString(now));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_that_was_stored_is_read_and_written_again_the_same(string name)
    {
        var type = TypeOf(name);
        var stored = File.ReadAllBytes(PathOf(type));
        var read = (IEvent)JsonSerializer.Deserialize(stored, type.Json)!;
        Assert.Equal(stored, Write(type, read));
        Assert.Equal(type, read is null ? null : Of(read));
    }

    [Theory]
    [MemberData(nameof(LaterNames))]
    public void What_an_event_says_more_since_its_first_release_is_written_as_it_always_was_and_read_again_the_same(string name)
    {
        var type = TypeOf(name);
        var path = PathOf(type, Later);
        var now = Write(type, Samples.LaterByName[name]);
        if (Golden.MayUpdate && !File.Exists(path))
        {
            File.WriteAllBytes(path, now);
        }

        Assert.True(File.Exists(path), $"no golden file for what {name} says more; HUB_UPDATE_GOLDEN=1 writes new ones");
        Assert.Equal(File.ReadAllText(path), Encoding.UTF8.GetString(now));
        Assert.Equal(now, Write(type, (IEvent)JsonSerializer.Deserialize(now, type.Json)!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_fills_every_property(string name)
    {
        var shape = new Shape();
        shape.Look(Sample(name), TypeOf(name).Json);
        if (Samples.LaterByName.TryGetValue(name, out var later))
        {
            shape.Look(later, TypeOf(name).Json);
        }

        Assert.Empty(shape.NeverFilled);
    }

    [Fact]
    public void Every_golden_file_belongs_to_an_event_or_to_what_is_sealed_beside_it()
        => Assert.All(
            Directory.EnumerateFiles(Repository.PathOf(Place)).Select(f => Path.GetFileName(f)).Except(GoldenOutwardTests.Files, StringComparer.Ordinal),
            file => Assert.Contains(Types, t => Enumerable.Range(1, t.Version).Any(v => file == $"{t.Name}.v{v}.json" || file == $"{t.Name}{Later}.v{v}.json")));

    internal static IEvent Sample(string name)
        => Samples.ByName.TryGetValue(name, out var sample) ? sample : throw new InvalidOperationException($"Samples has no {name} yet");

    private static EventType TypeOf(string name) => Types.Single(t => t.Name == name);

    private static EventType Of(IEvent content) => Streams.First(s => s.All.Any(t => t.Json.Type == content.GetType())).Of(content);

    private static byte[] Write(EventType type, IEvent content) => JsonSerializer.SerializeToUtf8Bytes(content, type.Json);

    private static string PathOf(EventType type, string part = "") => Path.Combine(Repository.PathOf(Place), $"{type.Name}{part}.v{type.Version}.json");
}
