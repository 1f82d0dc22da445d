using Grpc.Core;
using Hub.Adults.V1;
using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Calls;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Gateway.Tests.Stories.Neutral;

/// <summary>What must not be told apart leaves when a step is over; the clinic asks while none ends.</summary>
public sealed class OnTheStep : IAsyncLifetime
{
    private const string Team = "clinic/team";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly StepClock clock = new();
    private RunningHub hub = null!;
    private HubClient clinic = null!;
    private string child = "";
    private string other = "";
    private string plan = "";
    private string otherPlan = "";

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded, h => h.Clock = clock);
        clinic = await hub.Agency("clinic");
        await clinic.Teams.OpenTeamAsync(Facts.Team(Team));
        await clinic.Teams.AssignRoleAsync(Facts.Assign(Team, Role.TeamManager));
        await clinic.Inbox.RegisterSubscriberAsync(new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = Team, Subscriber = "desk" });
        await (await hub.Agency("council")).Teams.OpenTeamAsync(Facts.Team("council/team"));
        (child, plan) = await Known(10);
        (other, otherPlan) = await Known(20);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Waits_for_it_as_long_as_the_call_lasts_and_is_answered_when_it_is_over()
    {
        foreach (var (name, call) in Hidden())
        {
            Assert.Equal((name, Answer(name)), (name, await Ended(call, null)));
        }

        clock.IsHeld = true;
        var asked = Hidden().Select(h => (h.Name, Ends: Ended(h.Call, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1)))).ToList();
        await Task.WhenAll(Shown().Select(call => call())).WaitAsync(Patience);
        var answered = new List<string>();
        foreach (var (name, ends) in asked)
        {
            answered.AddRange(await ends == StatusCode.DeadlineExceeded ? [] : [name]);
        }

        Assert.Empty(answered);
        asked = [.. Hidden().Select(h => (h.Name, Ended(h.Call, null)))];
        clock.LetGo();
        foreach (var (name, ends) in asked)
        {
            Assert.Equal((name, Answer(name)), (name, await ends));
        }
    }

    [Fact]
    public async Task Leaves_at_the_end_of_the_step_in_which_it_was_ready()
    {
        var time = new FakeTimeProvider();
        var step = NeutralStep.Begin(time);
        time.Advance(TimeSpan.FromMilliseconds(3));
        var early = step.End(CancellationToken.None);
        time.Advance(TimeSpan.FromMilliseconds(21));
        Assert.False(early.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await early;

        time.Advance(TimeSpan.FromMilliseconds(26));
        var late = step.End(CancellationToken.None);
        time.Advance(TimeSpan.FromMilliseconds(23));
        Assert.False(late.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await late;
    }

    [Fact]
    public async Task Waits_for_nobody_who_has_gone()
    {
        using var call = new CancellationTokenSource();
        var step = NeutralStep.Begin(new FakeTimeProvider()).End(call.Token);
        Assert.False(step.IsCompleted);
        await call.CancelAsync();
        await step.WaitAsync(Patience);
    }

    private async Task<(string Person, string Plan)> Known(int number)
    {
        var person = await clinic.Register(People.Sam(NhsNumbers.From(number)));
        return (person, (await clinic.Plans.OpenPlanAsync(People.Protection(person, People.Element("made up")))).PlanId);
    }

    private static StatusCode Answer(string name) => name.StartsWith("not known", StringComparison.Ordinal) ? StatusCode.NotFound : StatusCode.OK;

    private static async Task<StatusCode> Ended(Func<DateTime?, Task> call, DateTime? deadline)
    {
        try
        {
            await call(deadline);
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }

    // What is answered alike, though somebody may be there and hidden.
    private IEnumerable<(string Name, Func<DateTime?, Task> Call)> Hidden()
    {
        yield return ("not known: plan", by => clinic.Plans.GetPlanAsync(new GetPlanRequest { Person = child, PlanId = otherPlan }, deadline: by).ResponseAsync);
        yield return ("not known: agency", by => clinic.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = "nowhere" }, deadline: by).ResponseAsync);
        yield return ("not known: stream", Open);
        yield return ("child", by => clinic.Children.RegisterChildAsync(new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = People.Sam() }, deadline: by).ResponseAsync);
        yield return ("adult", by => clinic.Adults.RegisterAdultAsync(new RegisterAdultRequest { RequestId = HubRequest.NewId(), Identity = People.Sam() }, deadline: by).ResponseAsync);
        yield return ("circle", by => clinic.Circles.AddCircleMemberAsync(
            new AddCircleMemberRequest { RequestId = HubRequest.NewId(), Person = child, TeamId = Team, Role = Role.LeadSocialWorker, ValidateOnly = true }, deadline: by).ResponseAsync);
        yield return ("concern", by => clinic.Alerts.RaiseConcernAsync(
            new RaiseConcernRequest { RequestId = HubRequest.NewId(), Identity = People.Sam(), Severity = Severity.Red, PlaceAgencyId = "clinic" }, deadline: by).ResponseAsync);
        yield return ("restricted inbox", by => clinic.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = Team }, deadline: by).ResponseAsync);
        yield return ("link", by => clinic.Links.ProposeLinkAsync(
            new ProposeLinkRequest { RequestId = HubRequest.NewId(), Person = child, PlanId = plan, TeamId = Team, OtherPerson = other, OtherTeamId = "council/team" }, deadline: by).ResponseAsync);
    }

    private async Task Open(DateTime? by)
    {
        using var opened = clinic.Inbox.Subscribe(new SubscribeRequest { TeamId = "nowhere/team", Subscriber = "nobody" }, deadline: by);
        await opened.ResponseStream.MoveNext(CancellationToken.None);
    }

    // Who may see, or writes about her own, waits for no step.
    private IEnumerable<Func<Task>> Shown()
    {
        yield return () => clinic.Children.GetChildAsync(new GetChildRequest { Child = child }).ResponseAsync;
        yield return () => clinic.Plans.GetPlanAsync(new GetPlanRequest { Person = child, PlanId = plan }).ResponseAsync;
        yield return () => clinic.Plans.OpenPlanAsync(People.Protection(child, People.Element("made up"))).ResponseAsync;
        yield return () => clinic.Links.ListLinksAsync(new ListLinksRequest { Person = child }).ResponseAsync;
        yield return () => clinic.Inbox.FetchDeliveriesAsync(new FetchDeliveriesRequest { TeamId = Team, Subscriber = "desk" }).ResponseAsync;
    }
}
