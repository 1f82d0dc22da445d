using System.Text.RegularExpressions;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Rules;
using Hub.Domain.Teams;

namespace Hub.House.Tests.Events;

/// <summary>docs/formats/events.md and the code name the same events, with the same content.</summary>
public sealed partial class EventNameTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/formats/events.md"));

    [Fact]
    public void The_page_lists_every_stored_event_with_version_stream_and_content()
        => Assert.Equal(
            PersonEvents.All.Select(t => Row(t, "person"))
                .Concat(AgencyEvents.All.Select(t => Row(t, "agency")))
                .Concat(TeamEvents.All.Select(t => Row(t, "team")))
                .Concat(ConcernEvents.All.Select(t => Row(t, "concern")))
                .Concat(AgreementEvents.All.Select(t => Row(t, "agreement")))
                .Concat(RuleEvents.All.Select(t => Row(t, "rules")))
                .Concat(InboxEvents.All.Select(t => Row(t, "inbox")))
                .Order(StringComparer.Ordinal),
            Rows().Order(StringComparer.Ordinal));

    [Fact]
    public void Reserved_names_are_those_of_the_page_and_taken_by_nothing()
    {
        var kept = Page[Page.IndexOf("Kept for later", StringComparison.Ordinal)..];
        Assert.Equal(EventType.Reserved, Quoted().Matches(kept[..kept.IndexOf("\n\n", StringComparison.Ordinal)]).Select(m => m.Groups["name"].Value));
        Assert.Empty(GoldenBytesTests.Types.Select(t => t.Name).Intersect(EventType.Reserved));
    }

    [Fact]
    public void Names_are_taken_once_and_written_as_a_noun_and_what_happened_to_it()
    {
        var names = GoldenBytesTests.Types.Select(t => t.Name).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.Matches("^[a-z][a-z-]*\\.[a-z][a-z-]*$", name));
    }

    private static string Row(EventType type, string stream) => $"{type.Name} {type.Version} {stream}: {Shape.Describe(type.Json)}";

    private static IEnumerable<string> Rows()
        => from line in Page.Split('\n')
           where line.StartsWith("| `", StringComparison.Ordinal)
           let cells = line.Split('|', StringSplitOptions.TrimEntries)
           from name in Quoted().Matches(cells[1])
           select $"{name.Groups["name"].Value} {cells[2]} {cells[3]}: {cells[4]}";

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();
}
