using System.Text.Json;
using Hub.Faults.Load;
using Hub.Faults.Processes;
using Hub.Inbox.V1;
using Hub.Silo.Audit;

namespace Hub.Faults.Checks;

/// <summary>What the operators' commands say of the store, once no process runs on it.</summary>
internal sealed class AuditChecker(HubSite site, Crowd crowd, Action<bool, string> require)
{
    public async Task Run()
    {
        await Verify();
        if (crowd.Audience is { } audience)
        {
            await Decisions(audience);
        }
    }

    /// <summary>The journal is whole, and holds the events that were answered and not one more.</summary>
    private async Task Verify()
    {
        var (code, output, errors) = await site.Run("audit", "verify", "--json");
        require(code == 0, $"audit verify ends with {code}: {output} {errors}");
        if (code is not 0 and not 2)
        {
            return;
        }

        using var report = JsonDocument.Parse(output);
        require(report.RootElement.GetProperty("isWhole").GetBoolean(), $"the audit does not say whole: {output}");
        var children = crowd.Workers.SelectMany(w => w.Children.Keys).Distinct().Count();
        var agencies = crowd.Workers.Count + (crowd.Audience?.Partners.Count ?? 0);
        var streams = agencies + children + (crowd.Audience?.Streams ?? 0);

        // Each write is one event. The end of a plan has what still waits judged once more, and the hub puts that on record by itself.
        var events = crowd.Callers.Sum(c => c.Asked.Count(a => !a.Answer.IsRefused)) + await StoredEvents.Count(site, "delivery.decided-again");
        var (foundStreams, foundEvents) = (report.RootElement.GetProperty("streams").GetInt64(), report.RootElement.GetProperty("events").GetInt64());
        require(foundStreams == streams, $"the journal has {foundStreams} streams, {streams} were answered");
        require(foundEvents == events, $"the journal has {foundEvents} events, {events} were answered");
    }

    /// <summary>The auditor's list: each answered write was put into the inbox of each team that had to hear, nothing was taken out again, and
    /// what a person said first is on record.</summary>
    private async Task Decisions(Audience audience)
    {
        var (code, output, errors) = await site.Run("audit", "decisions", "--json");
        require(code == 0, $"audit decisions ends with {code}: {errors}");
        if (code != 0 || JsonSerializer.Deserialize<DecisionReport>(output, JsonSerializerOptions.Web) is not { } report)
        {
            return;
        }

        require(report.UnreadableEvents == 0, $"the decisions of {report.UnreadableEvents} events cannot be read");
        var byTeam = report.Events.SelectMany(e => e.Recipients).Where(r => r.IsDelivered).ToLookup(r => r.Team, StringComparer.Ordinal);
        foreach (var team in audience.Teams)
        {
            var (found, expected) = (byTeam[team.Id].ToList(), audience.HeardBy(team).Values.Sum(h => h.Count));
            require(found.Count == expected, $"{team.Id}: {found.Count} deliveries are on record, {expected} were due");
            require(!found.Exists(r => r.IsRecalled || r.IsQuarantined), $"{team.Id}: deliveries were recalled or put aside");
            var (onRecord, said) = (Count(found.Select(r => r.Acknowledged?.Word ?? "")), Count(team.Readers.SelectMany(r => r.FirstWords)));
            require(onRecord == said, $"{team.Id}: first words on record are {onRecord}, answered were {said}");
        }
    }

    private static string Count(IEnumerable<Acknowledgement> words) => Count(words.Select(w => w == Acknowledgement.Accepted ? "accepted" : "actioned"));

    private static string Count(IEnumerable<string> words)
        => string.Join(", ", words.Where(w => w.Length > 0).GroupBy(w => w).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));
}
