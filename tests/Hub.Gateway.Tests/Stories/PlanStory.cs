using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories;

/// <summary>An agency and its own plan, from opening to end, through a real port.</summary>
public abstract class PlanStory(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;

    public async Task InitializeAsync() => hub = await RunningHub.Start(kind);

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_plan_is_opened_revised_read_and_ended()
    {
        var council = await hub.Agency("council");
        var child = await council.Register(People.Sam());
        var opened = await council.Plans.OpenPlanAsync(People.Protection(child, People.Element("first"), People.Element("unsorted", Category.Unspecified)));
        Assert.Equal(2, opened.ElementIds.Count);
        Assert.Equal([opened.ElementIds[1]], opened.UncategorisedElementIds);

        var revised = await council.Plans.RevisePlanAsync(new RevisePlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = child,
            PlanId = opened.PlanId,
            Etag = opened.Etag,
            Operations =
            {
                new ElementOperation { ElementId = opened.ElementIds[0], Replace = new ReplaceElement { Element = People.Element("second") } },
                new ElementOperation { ElementId = opened.ElementIds[1], Remove = new RemoveElement() },
                new ElementOperation { Add = People.Element("third", Category.Education) },
            },
        });
        var ended = await council.Plans.EndPlanAsync(new EndPlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = child,
            PlanId = opened.PlanId,
            Etag = revised.Etag,
            State = PlanState.Ended,
            EndsOn = "2026-11-20",
        });

        var plan = (await council.Plans.GetPlanAsync(new GetPlanRequest { Person = child, PlanId = opened.PlanId })).Plan;
        Assert.Equal(["second", "third"], plan.Elements.Select(e => e.Content.Text));
        Assert.Equal((PlanState.Ended, "2026-11-20", ended.Etag), (plan.State, plan.EndsOn, plan.Etag));
        Assert.All(plan.Elements, e => Assert.Equal("SW999001", e.PractitionerId));

        var revisions = (await council.Plans.ListPlanRevisionsAsync(new ListPlanRevisionsRequest { Person = child, PlanId = opened.PlanId })).Revisions;
        Assert.Equal([ended.Etag, revised.Etag, opened.Etag], revisions.Select(r => r.Etag));
    }

    [Fact]
    public async Task Revisions_come_in_pages_whose_tokens_are_for_this_list_only()
    {
        var council = await hub.Agency("council");
        var child = await council.Register(People.Sam());
        var opened = await council.Plans.OpenPlanAsync(People.Protection(child, People.Element("a")));
        var other = await council.Plans.OpenPlanAsync(People.Protection(child, People.Element("b")));
        var etag = opened.Etag;
        for (var i = 0; i < 6; i++)
        {
            etag = (await council.Plans.RevisePlanAsync(Add(child, opened.PlanId, etag, $"n{i}"))).Etag;
        }

        var (seen, token) = (new List<string>(), "");
        do
        {
            var page = await council.Plans.ListPlanRevisionsAsync(
                new ListPlanRevisionsRequest { Person = child, PlanId = opened.PlanId, PageSize = 3, PageToken = token });
            seen.AddRange(page.Revisions.Select(r => r.Etag));
            token = page.NextPageToken;
            if (token.Length > 0)
            {
                var foreign = await Assert.ThrowsAsync<HubRefusedException>(async () => await council.Plans.ListPlanRevisionsAsync(
                    new ListPlanRevisionsRequest { Person = child, PlanId = other.PlanId, PageToken = token }));
                Assert.Equal(HubReasons.InvalidPageToken, foreign.Reason);
            }
        }
        while (token.Length > 0);
        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal(7, seen.Count);
    }

    [Fact]
    public async Task Of_many_revisions_of_one_state_exactly_one_stands()
    {
        var council = await hub.Agency("council");
        var child = await council.Register(People.Sam());
        var opened = await council.Plans.OpenPlanAsync(People.Protection(child));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                await council.Plans.RevisePlanAsync(Add(child, opened.PlanId, opened.Etag, $"n{i}"));
                return "";
            }
            catch (HubRefusedException e)
            {
                return e.Reason;
            }
        }));
        Assert.Single(outcomes, "");
        Assert.Equal(19, outcomes.Count(o => o == HubReasons.StaleVersion));
    }

    [Fact]
    public async Task A_repeated_request_has_one_outcome_also_after_a_restart()
    {
        var council = await hub.Agency("council");
        var child = await council.Register(People.Sam());
        var open = People.Protection(child, People.Element("once"));
        var opened = await council.Plans.OpenPlanAsync(open);
        var revise = Add(child, opened.PlanId, opened.Etag, "twice?");
        var revised = await council.Plans.RevisePlanAsync(revise);
        Assert.Equal(opened, await council.Plans.OpenPlanAsync(open));
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Equal(opened, await council.Plans.OpenPlanAsync(open));
        Assert.Equal(revised, await council.Plans.RevisePlanAsync(revise));
        var plan = (await council.Plans.GetPlanAsync(new GetPlanRequest { Person = child, PlanId = opened.PlanId })).Plan;
        Assert.Equal(["once", "twice?"], plan.Elements.Select(e => e.Content.Text));

        revise.Operations[0].Add.Text = "other words";
        var reused = await Assert.ThrowsAsync<HubRefusedException>(async () => await council.Plans.RevisePlanAsync(revise));
        Assert.Equal(HubReasons.RequestIdReused, reused.Reason);
    }

    [Fact]
    public async Task Validating_only_tells_what_would_be_refused_and_writes_nothing()
    {
        var council = await hub.Agency("council");
        var child = await council.Register(People.Sam());
        var open = People.Protection(child, People.Element("maybe"));
        open.ValidateOnly = true;
        Assert.Equal(new OpenPlanResponse(), await council.Plans.OpenPlanAsync(open));
        open.Plan.Type = PlanType.AdultMentalHealthCare;
        var refused = await Assert.ThrowsAsync<HubRefusedException>(async () => await council.Plans.OpenPlanAsync(open));
        Assert.Equal("plan.type", Assert.Single(refused.Violations).Field);
        open.ValidateOnly = false;
        open.Plan.Type = PlanType.ChildProtection;
        Assert.NotEqual("", (await council.Plans.OpenPlanAsync(open)).PlanId);
    }

    private static RevisePlanRequest Add(string child, string plan, string etag, string text) => new()
    {
        RequestId = HubRequest.NewId(),
        Person = child,
        PlanId = plan,
        Etag = etag,
        Operations = { new ElementOperation { Add = People.Element(text) } },
    };
}

/// <summary>On the embedded store.</summary>
public sealed class PlanStoryOnEmbedded() : PlanStory(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class PlanStoryOnPostgres() : PlanStory(StoreKind.Postgres);
