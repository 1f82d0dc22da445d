using Hub.Contracts.Agencies;
using Hub.Contracts.Inbox;
using Hub.Contracts.People;
using Hub.Contracts.Teams;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Inbox;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Owners;

/// <summary>A team's inbox in which something waits for a system that is not connected, and what it rests on is taken away.</summary>
public abstract class AnInboxNobodyReads(HubPlace place) : IAsyncLifetime
{
    private const string System = "case-system";
    private static readonly KeyFingerprint Connection = KeyFingerprint.TryParse(new string('9', 64))!;
    private static readonly Caller By = Example.By(Example.Council);
    private RunningSilo silo = null!;
    private string child = "";
    private PlanId plan;

    private static string Stream => InboxFold.Key($"{LedChild.Desk}");

    private IInbox Inbox => silo.Grains.GetGrain<IInbox>(Stream);

    public async Task InitializeAsync()
    {
        await place.InitializeAsync();
        silo = await RunningSilo.Start(place);
        child = await LedChild.In(silo);
        plan = Example.NewPlan();
        await Example.Value(silo.Grains.GetGrain<ITeam>($"t_{LedChild.Team}").AssignRole(Example.By(Example.Council), new AssignRole("SW999001", (int)Role.LeadSocialWorker)));
        await Example.Value(silo.Person(child).AddMember(Example.By(Example.Council), new AddMember($"{LedChild.Desk}", (int)Role.IndependentReviewingOfficer)));
        await Example.Value(Inbox.RegisterSubscriber(Example.By(Example.Council), new RegisterSubscriber(System)));
        await Example.Value(silo.Person(child).OpenPlan(Example.By(Example.Council), Example.Open(plan, "made up")));
        await Example.Value(silo.Person(child).RevisePlan(Example.By(Example.Council), Example.Add(plan, 1, "made up too")));
    }

    public async Task DisposeAsync()
    {
        await silo.DisposeAsync();
        await place.DisposeAsync();
    }

    [Fact]
    public async Task Has_on_record_that_nothing_of_it_may_go_any_more()
    {
        await Example.Value(silo.Person(child).EndMember(Example.By(Example.Council), new EndMember($"{LedChild.Desk}", (int)Role.IndependentReviewingOfficer, "")));
        Assert.Equal(2, (await Decided()).Count(d => !d.Again.IsRecipient));
    }

    [Fact]
    public async Task Has_on_record_that_it_may_still_go()
    {
        await Example.Value(silo.Person(child).EndMember(Example.By(Example.Council), new EndMember($"{LedChild.Team}", (int)Role.LeadSocialWorker, "")));
        Assert.Equal(2, (await Decided()).Count(d => d.Again.IsRecipient));
        await using var heart = await Heart.Of(silo);
        Assert.Equal(2, (await Take(System)).Deliveries.Length);
    }

    [Fact]
    public async Task Gives_none_of_it_to_a_system_that_is_registered_after_the_hub_was_started_anew()
    {
        await Example.Value(silo.Person(child).EndMember(Example.By(Example.Council), new EndMember($"{LedChild.Desk}", (int)Role.IndependentReviewingOfficer, "")));
        await Decided();
        await silo.DisposeAsync();
        silo = await RunningSilo.Start(place);
        await Example.Value(Inbox.RegisterSubscriber(Example.By(Example.Council), new RegisterSubscriber("new-system")));
        await using var heart = await Heart.Of(silo);
        Assert.Empty((await Take("new-system")).Deliveries);
    }

    private async Task<DeliveryBatch> Take(string system)
    {
        await Example.Value(silo.Agency(Example.Council.Value).RegisterConnection(Example.By(Example.Council), new RegisterConnection(Connection.Value)));
        var line = await Example.Value(Inbox.Subscribe(By, system, polls: false, Heart.Gateway));
        return await Example.Value(Inbox.Take(By, Connection, line, 64, TimeSpan.Zero));
    }

    /// <summary>What is on record once all that was narrowed has been decided again.</summary>
    private async Task<IReadOnlyList<Redecided>> Decided()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await silo.Store.ReadAgainMark(default) < await silo.Store.ReadLastNarrowing(default))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return (await silo.Service<StreamFolder>().Read(Stream, InboxFold.Instance, null, default)).Folded.State.Redecided;
    }
}

public sealed class AnInboxNobodyReadsOnPostgres() : AnInboxNobodyReads(new PostgresHubPlace());

public sealed class AnInboxNobodyReadsOnSqlite() : AnInboxNobodyReads(new SqliteHubPlace());
