using Hub.Alerts.V1;
using Hub.Client.Errors;
using Hub.Faults.Load;
using Hub.Inbox.V1;

namespace Hub.Faults.Checks;

/// <summary>What was delivered against what was answered, when all is over: by what each system was given while the load ran, by what waits
/// for it now, and by what a system reads that is registered only now.</summary>
internal sealed class DeliveryChecker(Audience audience, Action<bool, string> require)
{
    private const int ConfirmedAtOnce = 256;
    private const string Late = "late";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Everything; deliveries that came more than once are counted, for they may.</summary>
    public async Task<(long Deliveries, long Repeats)> Run(Chance chance)
    {
        await Task.WhenAll(audience.Teams.Select(t => Check(t, chance.Branch())));
        await Task.WhenAll(audience.Circles.Select(AskWhatBecame));
        return (audience.Readers.Sum(r => r.Arrivals.Count), audience.Readers.Sum(r => r.Arrivals.Repeats));
    }

    private async Task Check(Team team, Chance chance)
    {
        foreach (var reader in team.Readers)
        {
            var open = reader.Arrivals.Count - reader.Arrivals.Confirmed.Count;
            require(open == 0, $"{team.Id}/{reader.Name}: {open} deliveries did not come again, though they were not confirmed");
            Compare(team, reader);
            await NothingComesAgain(team, reader);
        }

        await ReadAnew(team, chance);
    }

    /// <summary>Every answered write once, cut as agreed, of each child in its order; numbers without gaps.</summary>
    private void Compare(Team team, Reader reader)
    {
        var (name, heard) = ($"{team.Id}/{reader.Name}", audience.HeardBy(team));
        var came = reader.Arrivals.InOrder.ToLookup(d => d.Child, StringComparer.Ordinal);
        foreach (var stranger in came.Where(c => !heard.ContainsKey(c.Key)))
        {
            require(false, $"{name} has {stranger.Count()} deliveries of a child on whose circle it is not");
        }

        foreach (var (child, expected) in heard)
        {
            var found = came[child].Select(Seen.Of).ToList();
            for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
            {
                var (must, has) = (i < expected.Count ? expected[i].Seen : null, i < found.Count ? found[i] : null);
                if (must != has)
                {
                    var request = i < expected.Count ? expected[i].Revision.Request : "nothing";
                    require(false, $"{name}: {expected.Count} deliveries of a child were due and {found.Count} came; at {i + 1} for {request} not {must} but {has}");
                    break;
                }
            }
        }

        var numbers = reader.Arrivals.InOrder.Select(d => d.Number).Order().ToList();
        require(numbers.SequenceEqual(Enumerable.Range(1, numbers.Count).Select(n => (long)n)), $"{name}: its numbers are not 1 to {numbers.Count}");
    }

    /// <summary>What was confirmed does not wait any more, and can be confirmed again.</summary>
    private async Task NothingComesAgain(Team team, Reader reader)
    {
        var waiting = await reader.Fetch(waitSeconds: 0);
        require(waiting.Count == 0, $"{team.Id}/{reader.Name}: {waiting.Count} deliveries wait though all were confirmed");
        foreach (var ids in reader.Arrivals.Confirmed.Chunk(ConfirmedAtOnce))
        {
            await reader.Confirm(ids);
        }
    }

    /// <summary>A system that is registered now reads all from the beginning: the same deliveries.</summary>
    private async Task ReadAnew(Team team, Chance chance)
    {
        await team.Subscribe(Late);
        var late = new Reader(team, Late, polls: true, acknowledges: false, audience.Reading, TimeProvider.System, chance);
        await RefusesWhatItWasNotGiven(team);
        await ReadAll(late, audience.HeardBy(team).Values.Sum(h => h.Count));
        Compare(team, late);
        await NothingComesAgain(team, late);
        var all = late.Arrivals.InOrder.Select(d => d.DeliveryId).ToHashSet(StringComparer.Ordinal);
        foreach (var reader in team.Readers)
        {
            require(all.SetEquals(reader.Arrivals.InOrder.Select(d => d.DeliveryId)), $"{team.Id}: {reader.Name} and {Late} have deliveries under other ids");
        }
    }

    /// <summary>What was told of a plan that has ended since is judged once more first, and while that cannot be done it waits.</summary>
    private static async Task ReadAll(Reader late, int due)
    {
        for (var began = TimeProvider.System.GetTimestamp(); late.Arrivals.Count < due && TimeProvider.System.GetElapsedTime(began) < Patience;)
        {
            var some = await late.Fetch(waitSeconds: 1);
            if (some.Count > 0)
            {
                await late.Confirm([.. some.Select(d => d.DeliveryId)]);
            }
        }
    }

    private async Task RefusesWhatItWasNotGiven(Team team)
    {
        if (team.Readers[0].Arrivals.InOrder.FirstOrDefault() is { } known)
        {
            var request = new ConfirmDeliveriesRequest { TeamId = team.Id, Subscriber = Late, DeliveryIds = { known.DeliveryId } };
            var agency = team.Partner.Caller;
            var answer = await agency.Asking.UntilAnswered(new Ask("-", "ConfirmDeliveries", async o => await agency.Client.Inbox.ConfirmDeliveriesAsync(request, o)));
            require(answer.Reason == HubReasons.NotDelivered, $"{team.Id}: {Late} confirms what it was not given and hears {answer}");
        }
    }

    /// <summary>The sender's side: of each write the hub says of every team that its system has it, or that somebody has taken it.</summary>
    private async Task AskWhatBecame(LedCircles circles)
    {
        foreach (var circle in circles.All)
        {
            // Not of all: one answer takes as long as a commit.
            foreach (var (plan, revision) in circle.Told.TakeLast(10))
            {
                var request = new GetProgressRequest { Person = plan.Child, UpdateId = revision.Update };
                var got = await circles.Lead.Get<GetProgressResponse>("GetProgress", async o => await circles.Lead.Client.Alerts.GetProgressAsync(request, o));
                var must = circle.Teams.Where(t => Seen.Of(plan, revision, t.Partner) is not null).Select(t => t.Id).Order(StringComparer.Ordinal);
                require(
                    must.SequenceEqual(got.Teams.Select(t => t.TeamId).Order(StringComparer.Ordinal)),
                    $"{revision.Request} is known to be with {string.Join(", ", got.Teams.Select(t => t.TeamId))} and must be with {string.Join(", ", must)}");
                require(got.Teams.All(t => t.Progress.Stage >= ProgressStage.WithTeam), $"{revision.Request}: the hub does not know that every team has it");
            }
        }
    }
}
