using System.Collections.Concurrent;
using System.Text.Json;
using Google.Protobuf;
using Hub.Children.V1;
using Hub.Client.Errors;
using Hub.Faults.Load;
using Hub.Faults.Processes;
using Hub.Plans.V1;

namespace Hub.Faults.Checks;

/// <summary>What was answered against what stands, when all is over.</summary>
internal sealed class Checker(HubSite site, Crowd crowd)
{
    // Small, so that lists come in several pages.
    private const int Page = 4;
    private readonly ConcurrentQueue<string> broken = new();
    private int answersGivenAgain;

    /// <summary>Writes that stood before the attempt began that brought their answer: their first answer got lost.</summary>
    public int AnswersGivenAgain => answersGivenAgain;

    /// <summary>Everything that is not as it was answered; empty when the hub kept its promises. Ends the process to audit the journal.</summary>
    public async Task<IReadOnlyCollection<string>> Run()
    {
        await Task.WhenAll(crowd.Workers.Select(RepeatRequests));
        await Task.WhenAll(crowd.Workers.Select(ReadEverything));
        await site.KillHost();
        await Audit();
        return broken;
    }

    /// <summary>One outcome per request id, however often it is made.</summary>
    private async Task RepeatRequests(Worker worker)
    {
        foreach (var (ask, first) in worker.Asked)
        {
            var again = await worker.Asking.UntilAnswered(ask);

            // What was refused stays refused, if only because the plan went on meanwhile.
            var isOne = again.SameAs(first) || (first.IsRefused && (again.Reason is HubReasons.StaleVersion or HubReasons.StateConflict));
            Require(isOne, $"{ask.Request} ({ask.What}) was answered {first} and then {again}");
        }
    }

    private async Task ReadEverything(Worker worker)
    {
        foreach (var (number, handle) in worker.Children)
        {
            var request = new GetChildRequest { Child = handle };
            var got = await Read<GetChildResponse>(worker, "GetChild", async o => await worker.Client.Children.GetChildAsync(request, o));
            Require(Texts.Child(number).Equals(got?.Identity), $"{worker.Agency}: child {number} is not as registered");
        }

        foreach (var plan in worker.Plans)
        {
            var request = new GetPlanRequest { Person = plan.Child, PlanId = plan.Id };
            var got = await Read<GetPlanResponse>(worker, "GetPlan", async o => await worker.Client.Plans.GetPlanAsync(request, o));
            var difference = got is null ? "it is gone" : plan.Differs(got.Plan);
            Require(difference is null, $"{worker.Agency}: plan of {plan.Revisions[0].Request}: {difference}");
            Compare(worker, plan, await Revisions(worker, plan));
        }
    }

    private void Compare(Worker worker, KnownPlan plan, List<PlanRevision> stored)
    {
        var name = $"{worker.Agency}: plan of {plan.Revisions[0].Request}";
        stored.Reverse();
        Require(stored.Count == plan.Revisions.Count, $"{name} has {stored.Count} revisions, {plan.Revisions.Count} were answered");
        foreach (var (known, found) in plan.Revisions.Zip(stored))
        {
            Require(known.Etag == found.Etag && known.State == found.State, $"{name}: revision of {known.Request} has another etag or state");
            var changes = found.Changes.Select(c => new KnownChange(c.Act, c.ElementId, c.Content?.Text ?? ""));
            Require(changes.SequenceEqual(known.Changes), $"{name}: revision of {known.Request} has other changes than were answered");
            if (known.Tries > 1 && found.RecordedAt.ToDateTimeOffset() < known.AskedAt)
            {
                Interlocked.Increment(ref answersGivenAgain);
            }
        }
    }

    private async Task<List<PlanRevision>> Revisions(Worker worker, KnownPlan plan)
    {
        var (all, request) = (new List<PlanRevision>(), new ListPlanRevisionsRequest { Person = plan.Child, PlanId = plan.Id, PageSize = Page });
        do
        {
            var page = await Read<ListPlanRevisionsResponse>(
                worker, "ListPlanRevisions", async o => await worker.Client.Plans.ListPlanRevisionsAsync(request, o));
            all.AddRange(page?.Revisions ?? []);
            request.PageToken = page?.NextPageToken ?? "";
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    /// <summary>The journal is whole, and holds the events that were answered and not one more.</summary>
    private async Task Audit()
    {
        var (code, output, errors) = await site.Run("audit", "verify", "--json");
        Require(code == 0, $"audit verify ends with {code}: {output} {errors}");
        if (code is not 0 and not 2)
        {
            return;
        }

        using var report = JsonDocument.Parse(output);
        Require(report.RootElement.GetProperty("isWhole").GetBoolean(), $"the audit does not say whole: {output}");
        var streams = crowd.Workers.Count + crowd.Workers.SelectMany(w => w.Children.Keys).Distinct().Count();
        var events = crowd.SetUpEvents + crowd.Workers.Sum(w => w.Children.Count + w.Plans.Sum(p => p.Revisions.Count));
        var (foundStreams, foundEvents) = (report.RootElement.GetProperty("streams").GetInt64(), report.RootElement.GetProperty("events").GetInt64());
        Require(foundStreams == streams, $"the journal has {foundStreams} streams, {streams} were answered");
        Require(foundEvents == events, $"the journal has {foundEvents} events, {events} were answered");
    }

    private async Task<T?> Read<T>(Worker worker, string what, Func<Grpc.Core.CallOptions, Task<IMessage>> make)
        where T : class, IMessage
    {
        var answer = await worker.Asking.UntilAnswered(new Ask("-", what, make));
        Require(!answer.IsRefused, $"{worker.Agency}: {what} was refused with {answer.Reason}");
        return answer.Message as T;
    }

    private void Require(bool holds, string sentence)
    {
        if (!holds)
        {
            broken.Enqueue(sentence);
        }
    }
}
