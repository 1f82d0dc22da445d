using System.Security.Cryptography;
using Hub.Contracts.Agencies;
using Hub.Contracts.Alerts;
using Hub.Contracts.Inbox;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Silo.Alerts;
using Hub.Silo.Handles;
using Hub.Silo.Inbox;

namespace Hub.Silo.Tests.Owners;

/// <summary>The inbox of a team that leads, while concerns about its child are told on the same silo.</summary>
public abstract class AnInbox(HubPlace place) : IAsyncLifetime
{
    private const string System = "case-system";
    private static readonly KeyFingerprint Connection = KeyFingerprint.TryParse(new string('9', 64))!;
    private static readonly Caller By = Example.By(Example.Council);
    private RunningSilo silo = null!;
    private string child = "";
    private Subscription line = null!;
    private Heart heart = null!;

    private IInbox Inbox => silo.Grains.GetGrain<IInbox>($"i_{LedChild.Team}");

    public async Task InitializeAsync()
    {
        await place.InitializeAsync();
        silo = await RunningSilo.Start(place);
        heart = await Heart.Of(silo);
        child = await LedChild.In(silo);
        await Example.Value(silo.Agency(Example.Council.Value).RegisterConnection(Example.By(Example.Council), new RegisterConnection(Connection.Value)));
        await Example.Value(Inbox.RegisterSubscriber(Example.By(Example.Council), new RegisterSubscriber(System)));
        line = await Example.Value(Inbox.Subscribe(By, System, polls: false, Heart.Gateway));
    }

    public async Task DisposeAsync()
    {
        await heart.DisposeAsync();
        await silo.DisposeAsync();
        await place.DisposeAsync();
    }

    [Fact]
    public async Task Hands_over_what_is_told_meanwhile_after_what_waits_in_the_table()
    {
        var told = 300;
        await Tell(told);
        var heard = new List<DeliveryPlace>();
        while (heard.Count < told)
        {
            var batch = await Take(64);
            heard.AddRange(batch);
            await Example.Value(Inbox.Receive(By, System, [.. batch]));
            if (told < 320)
            {
                await Tell(5);
                told += 5;
            }
        }

        Assert.Equal(heard.OrderBy(p => p.Commit).ThenBy(p => p.Ordinal), heard);
        Assert.Equal(told, heard.Distinct().Count());
    }

    [Fact]
    public async Task Hands_nothing_over_of_what_was_erased_since_it_was_told()
    {
        // The first brings the line to where it waits for no table.
        await Tell(1);
        Assert.Single(await Take(64));
        var erased = await Raise();
        await silo.Hub.Erase(erased, "order-1", default);
        await Tell(1);
        var next = Assert.Single(await Take(64));
        Assert.Equal(
            2L, await place.Ask<long>($"select count(*) from delivery where inbox = {LedChild.Team.Inbox} and (commit_number, ordinal) < ({next.Commit}, {next.Ordinal})"));
    }

    [Fact]
    public async Task Is_in_order_after_its_table_could_not_be_read()
    {
        await Tell(5);
        await place.Run("alter table delivery rename to delivery_away");
        Assert.Equal(RefusalReason.TryAgain, await Example.Reason(Inbox.Take(By, Connection, line, 64, TimeSpan.Zero)));
        await place.Run("alter table delivery_away rename to delivery");
        await Tell(1);
        var heard = new List<DeliveryPlace>();
        while (heard.Count < 6)
        {
            heard.AddRange(await Take(64));
        }

        Assert.Equal(heard.OrderBy(p => p.Commit).ThenBy(p => p.Ordinal), heard);
    }

    [Fact]
    public async Task Gives_a_red_one_next_however_many_wait()
    {
        await Tell(1);
        await Take(64);
        for (var waiting = 0; waiting < 1000; waiting += 250)
        {
            await Tell(250);
            await Take(1);
        }

        // Of another person, so that it pulls none of these along.
        child = await LedChild.Another(silo, 2);
        await Raise(Severity.Red);
        var next = await Example.Value(Inbox.Take(By, Connection, line, 8, TimeSpan.FromSeconds(20)));
        Assert.Equal(Severity.Red, next.Deliveries[0].Severity);
    }

    [Fact]
    public async Task Ends_a_line_that_would_be_silent_and_brings_what_was_passed_over_with_the_next()
    {
        await Tell(Reading.Window + 1);
        var first = (await Take(1))[0];
        var later = new List<DeliveryPlace>();
        while (later.Count < Reading.Window - 1)
        {
            later.AddRange(await Take(256));
        }

        // As much as may be is on its way and nothing was passed over: whoever confirms late is left alone.
        await Nothing();
        Assert.Equal(LineState.Open, await Inbox.Watch(line, TimeSpan.Zero));
        foreach (var batch in later.Chunk(256))
        {
            await Example.Value(Inbox.Receive(By, System, [.. batch]));
        }

        await Nothing();
        Assert.Equal(LineState.MustAbort, await Inbox.Watch(line, TimeSpan.Zero));
        await Inbox.Ended(line);
        line = await Example.Value(Inbox.Subscribe(By, System, polls: false, Heart.Gateway));
        var again = await Take(64);
        Assert.Equal((first, 2), (again[0], again.Count));
    }

    private async Task<List<DeliveryPlace>> Take(int most)
    {
        var batch = await Example.Value(Inbox.Take(By, Connection, line, most, TimeSpan.FromSeconds(20)));
        var handles = silo.Service<HandleCodec>();
        return [.. batch.Deliveries.Select(d => handles.ReadDelivery(Example.Council, d.Delivery)!.Value)];
    }

    protected async Task<int> TakeIn()
    {
        var batch = await Take(256);
        await Example.Value(Inbox.Receive(By, System, [.. batch]));
        return batch.Count;
    }

    protected async Task Nothing() => Assert.Empty((await Example.Value(Inbox.Take(By, Connection, line, 64, TimeSpan.Zero))).Deliveries);

    // A few at a time: more would keep the silo from renewing its lease.
    protected async Task Tell(int times)
    {
        foreach (var some in Enumerable.Range(0, times).Chunk(4))
        {
            await Task.WhenAll(some.Select(_ => Raise()));
        }
    }

    private Task<string> Raise(Severity severity = Severity.Amber) => LedChild.Concern(silo, child, severity);
}

public sealed class AnInboxOnPostgres : AnInbox
{
    private readonly PostgresHubPlace place;

    public AnInboxOnPostgres()
        : this(new PostgresHubPlace())
    {
    }

    private AnInboxOnPostgres(PostgresHubPlace place)
        : base(place)
        => this.place = place;

    [Fact]
    public async Task Goes_on_once_the_horizon_does_however_much_was_received_above_it_and_waits()
    {
        await Tell(1);
        var (told, heard) = (1, 0);
        while (heard < told)
        {
            heard += await TakeIn();
        }

        await using (await place.HoldHorizon())
        {
            for (; heard < Reading.Window; heard += await TakeIn())
            {
                await Tell(128);
                told += 128;
            }

            // More than a page waits in memory, and there is no room for any of it: for one at most, if the first is found to be under the horizon by now.
            for (var i = 0; i < 3; i++)
            {
                await Tell(200);
                told += 200;
                heard += await TakeIn();
                Assert.InRange(heard, Reading.Window, Reading.Window + 1);
            }
        }

        for (int more; heard < told; heard += more)
        {
            more = await TakeIn();
            Assert.NotEqual(0, more);
        }
    }
}

public sealed class AnInboxOnSqlite() : AnInbox(new SqliteHubPlace());
