using System.Collections.Concurrent;
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

    /// <summary>Deliveries that came to systems, and how many of them came again.</summary>
    public (long Deliveries, long Repeats) Delivered { get; private set; }

    /// <summary>Everything that is not as it was answered; empty when the hub kept its promises. Ends the process to audit the journal.</summary>
    public async Task<IReadOnlyCollection<string>> Run(Chance chance)
    {
        await Task.WhenAll(crowd.Callers.Select(RepeatRequests));
        await Task.WhenAll(crowd.Workers.Select(ReadEverything));
        if (crowd.Audience is { } audience)
        {
            Delivered = await new DeliveryChecker(audience, Require).Run(chance);
        }

        await site.KillHost();
        await new AuditChecker(site, crowd, Require).Run();
        return broken;
    }

    /// <summary>One outcome per request id, however often it is made.</summary>
    private async Task RepeatRequests(Caller caller)
    {
        foreach (var (ask, first) in caller.Asked)
        {
            var again = await caller.Asking.UntilAnswered(ask);

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
            var got = await Read<GetChildResponse>(worker, "GetChild", async o => await worker.Caller.Client.Children.GetChildAsync(request, o));
            Require(Texts.Child(number).Equals(got?.Identity), $"{worker.Caller.Name}: child {number} is not as registered");
        }

        foreach (var plan in worker.Plans)
        {
            var request = new GetPlanRequest { Person = plan.Child, PlanId = plan.Id };
            var got = await Read<GetPlanResponse>(worker, "GetPlan", async o => await worker.Caller.Client.Plans.GetPlanAsync(request, o));
            var difference = got is null ? "it is gone" : plan.Differs(got.Plan);
            Require(difference is null, $"{worker.Caller.Name}: plan of {plan.Revisions[0].Request}: {difference}");
            Compare(worker, plan, await Revisions(worker, plan));
        }
    }

    private void Compare(Worker worker, KnownPlan plan, List<PlanRevision> stored)
    {
        var name = $"{worker.Caller.Name}: plan of {plan.Revisions[0].Request}";
        stored.Reverse();
        Require(stored.Count == plan.Revisions.Count, $"{name} has {stored.Count} revisions, {plan.Revisions.Count} were answered");
        foreach (var (known, found) in plan.Revisions.Zip(stored))
        {
            Require(known.Etag == found.Etag && known.State == found.State, $"{name}: revision of {known.Request} has another etag or state");
            var changes = found.Changes.Select(c => new KnownChange(c.Act, c.ElementId, c.Content?.Category ?? Category.Unspecified, c.Content?.Text ?? ""));
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
                worker, "ListPlanRevisions", async o => await worker.Caller.Client.Plans.ListPlanRevisionsAsync(request, o));
            all.AddRange(page?.Revisions ?? []);
            request.PageToken = page?.NextPageToken ?? "";
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private async Task<T?> Read<T>(Worker worker, string what, Func<Grpc.Core.CallOptions, Task<IMessage>> make)
        where T : class, IMessage
    {
        var answer = await worker.Caller.Asking.UntilAnswered(new Ask("-", what, make));
        Require(!answer.IsRefused, $"{worker.Caller.Name}: {what} was refused with {answer.Reason}");
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
