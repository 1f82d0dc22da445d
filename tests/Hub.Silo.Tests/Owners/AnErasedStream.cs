using System.Text;
using Hub.Contracts.People;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Silo.Audit;
using Hub.Silo.Journal;
using Hub.Silo.Keys;

namespace Hub.Silo.Tests.Owners;

/// <summary>A person whose key was destroyed is as unknown as one that never was.</summary>
public abstract class AnErasedStream(HubPlace place) : IAsyncLifetime
{
    private const string Words = "MARKER-WORDS";
    private readonly Domain.PlanId plan = Example.NewPlan();
    private readonly Caller opener = Example.By(Example.Council);
    private RunningSilo silo = null!;
    private string erased = "";
    private string kept = "";

    public async Task InitializeAsync()
    {
        place.Options.Identity.AllowUnsignedPractitioners = true;
        silo = await RunningSilo.Start(place);
        erased = await Planned(plan, opener);
        kept = await Planned(Example.NewPlan(), Example.By(Example.Council));
        await silo.Forget();
    }

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Fact]
    public async Task Is_not_known_while_its_owner_is_active()
    {
        await Example.Value(silo.Person(erased).OwnPlan(opener, plan));
        await silo.Hub.Erase(erased, "order-1", default);

        await IsNotKnown();
        await silo.Forget();
        await IsNotKnown();
    }

    [Fact]
    public async Task Is_not_known_when_its_owner_wakes()
    {
        await silo.Store.DestroyKey(erased, "order-1", default);
        await IsNotKnown();
    }

    [Fact]
    public async Task Is_named_by_the_audit_with_its_order_and_its_chain_is_whole()
    {
        await silo.Hub.Erase(erased, "order-1", default);
        var report = await silo.Hub.Audit(null, default);

        Assert.Empty(report.Broken);
        Assert.Contains(new ErasedStream(erased, "order-1"), report.Erased);
        Assert.DoesNotContain(report.Erased, e => e.Stream == kept);
    }

    [Fact]
    public async Task Needs_an_order()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => silo.Hub.Erase(erased, "", default));
        await Example.Value(silo.Person(erased).OwnPlan(opener, plan));
    }

    [Fact]
    public async Task Keeps_its_first_order()
    {
        await silo.Hub.Erase(erased, "order-1", default);
        await silo.Hub.Erase(erased, "order-2", default);
        Assert.Equal("order-1", (await silo.Store.ReadKey(erased, default))!.ErasureOrder);
    }

    [Fact]
    public async Task Leaves_nothing_that_can_be_opened()
    {
        var (gone, stays) = ((await silo.Store.ReadKey(erased, default))!, (await silo.Store.ReadKey(kept, default))!);
        await silo.Hub.Erase(erased, "order-1", default);
        var everything = await place.Everything();

        Assert.True(Contains(everything, stays.Wrapped));
        Assert.False(Contains(everything, gone.Wrapped));
        Assert.Null(silo.Service<KeyRing>().Open((await silo.Store.ReadKey(erased, default))!));
        using var other = silo.Service<KeyRing>().Open(stays)!;
        Assert.Empty(await Opened(erased, other));
        Assert.Equal(["1", "2", "3", "4", "view 0", "view 1", "snapshot"], await Opened(kept, other));
    }

    [Fact]
    public async Task Like_any_other_stands_nowhere_in_clear()
    {
        var everything = await place.Everything();
        foreach (var words in new[] { Words, "Robin", Example.Number(3), "2020-02-29" })
        {
            Assert.False(Contains(everything, Encoding.UTF8.GetBytes(words)), words);
            Assert.False(Contains(everything, Encoding.Unicode.GetBytes(words)), words);
            Assert.False(Contains(everything, Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(words)).ToLowerInvariant())), words);
        }
    }

    [Fact]
    public async Task Does_not_keep_the_number_from_being_registered_again()
    {
        var key = KeyFingerprint.TryParse(new string('9', 64))!;
        var agency = silo.Agency(Example.Council.Value);
        await Example.Value(agency.Admit(Example.By(Example.Council), new AdmitAgency("Fictional council", 1, "999 0100")));
        await Example.Value(agency.RegisterConnection(Example.By(Example.Council), new RegisterConnection(key.Value)));
        await Example.Value(agency.RegisterPractitioner(Example.By(Example.Council), new RegisterPractitioner("SW999001")));
        var draft = new IdentityDraft("Again", [], "2021-01-01", "", [new Identifier(NhsNumber.System, Example.Number(8))]);
        await Example.Value(Register("r-first"));
        var holder = await place.Ask<string>("select stream from event where request_id = 'r-first'");
        Assert.Equal(await Example.Value(Register("r-second")), await Example.Value(Register("r-third")));
        await silo.Hub.Erase(holder, "order-1", default);

        var again = await Example.Value(Register("r-fourth"));
        Assert.Equal(again, await Example.Value(Register("r-fifth")));
        Assert.NotEqual(holder, await place.Ask<string>("select stream from event where request_id = 'r-fourth'"));

        Task<Answer<Handle>> Register(string request) => silo.Grains.GetGrain<IPeopleEntrance>(0)
            .Register(new Call(key, "", "SW999001", request, false), PersonKind.Child, draft);
    }

    private async Task IsNotKnown()
    {
        var person = silo.Person(erased);
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(person.OwnPlan(opener, plan)));
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(person.GetRecord(opener)));
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(person.ListRevisions(opener, plan, 0, 10)));
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(person.OpenPlan(opener, Example.Open(plan, Words))));
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(person.RevisePlan(Example.By(Example.Council), Example.Add(plan, 1, Words))));
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(person.Register(Example.By(Example.Council), Example.Register(Words))));
        Assert.Equal(4L, await place.Ask<long>($"select count(*) from event where stream = '{erased}'"));
    }

    /// <summary>Four events, the last two of them shared.</summary>
    private async Task<string> Planned(Domain.PlanId id, Caller caller)
    {
        var stream = Example.NewStream();
        var (by, command) = (Example.By(Example.Council), Example.Register(Words, Example.Number(3)));
        var carriers = await silo.Service<People.PersonClaims>().Candidates(by, command.Record);
        await Example.Value(silo.Person(stream).Register(by, command, [.. carriers]));
        await Example.Value(silo.Person(stream).OpenPlan(caller, Example.Open(id, Words)));
        await silo.Forget();
        var direct = new BehindTheOwner(silo);
        foreach (var revision in new[] { 2, 3 })
        {
            var rows = await direct.MakeShared(stream, Example.By(Example.Council), Example.Changed(id, revision, Words), Words);
            Assert.Equal(OutcomeKind.Committed, (await direct.Commit(rows)).Kind);
        }

        return stream;
    }

    private async Task<IReadOnlyList<string>> Opened(string stream, StreamSecret secret)
    {
        var opened = new List<string>();
        foreach (var e in await silo.Store.ReadEvents(stream, 0, 100, default))
        {
            opened.AddRange(secret.Open(RowKind.Content, e.Version, 0, e.Content) is null ? [] : [$"{e.Version}"]);
        }

        foreach (var view in await silo.Store.ReadViews(stream, 4, default))
        {
            opened.AddRange(secret.Open(RowKind.View, 4, view.Ordinal, view.Content) is null ? [] : [$"view {view.Ordinal}"]);
        }

        var payload = (byte[])(await place.SnapshotRows($"select payload from snapshot where ext like '%{stream}%'"))[0][0];
        var snapshot = System.Text.Json.JsonSerializer.Deserialize(payload, SnapshotJson.Default.Snapshot)!;
        opened.AddRange(secret.Open(RowKind.Snapshot, snapshot.Version, 0, snapshot.Sealed) is null ? [] : ["snapshot"]);
        return opened;
    }

    private static bool Contains(byte[] all, byte[] part) => all.AsSpan().IndexOf(part) >= 0;
}

public sealed class AnErasedPostgresStream(PostgresHubPlace place) : AnErasedStream(place), IClassFixture<PostgresHubPlace>;

public sealed class AnErasedSqliteStream(SqliteHubPlace place) : AnErasedStream(place), IClassFixture<SqliteHubPlace>;
