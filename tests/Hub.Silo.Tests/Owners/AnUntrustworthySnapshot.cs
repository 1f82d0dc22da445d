using System.Text;
using System.Text.Json;
using Hub.Domain;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Silo.Journal;
using Hub.Silo.Keys;
using Hub.Silo.People;
using Orleans.Runtime;

namespace Hub.Silo.Tests.Owners;

/// <summary>Whatever happens to snapshots, an owner begins with what its journal says.</summary>
public abstract class AnUntrustworthySnapshot(HubPlace place) : IAsyncLifetime
{
    private const string Words = "MARKER-WORDS";
    private const string False = "words that were never written";
    private static readonly string[] Types = ["child", "adult", "agency"];
    private static readonly string[] Keys = ["k_ff", "k_00ff", "k_FF", "K_ff", "k_ff ", "g_ff"];
    private readonly PlanId plan = Example.NewPlan();
    private RunningSilo silo = null!;
    private string stream = "";
    private byte[] early = [];

    public async Task InitializeAsync()
    {
        silo = await RunningSilo.Start(place);
        stream = await silo.Child(Example.Council, Words);
        await Example.Value(silo.Person(stream).OpenPlan(Example.By(Example.Council), Example.Open(plan, Words)));
        await silo.Forget();
        early = await Payload();
        await Revise(1);
        await Revise(2);
        await silo.Forget();
    }

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Fact]
    public async Task Is_believed_only_when_it_agrees_with_the_journal_in_everything()
    {
        await Forge(_ => { });
        Assert.Equal(False, (await Plan()).Elements[0].Content.Text);
    }

    [Fact]
    public async Task Of_another_timeline_is_not_believed() => await IsNotBelieved(() => Forge(s => s.Timeline += "0"));

    [Fact]
    public async Task Of_another_fold_is_not_believed() => await IsNotBelieved(() => Forge(s => s.Fold++));

    [Fact]
    public async Task Of_another_history_is_not_believed() => await IsNotBelieved(() => Forge(s => s.Hash = new byte[32]));

    [Fact]
    public async Task That_was_advanced_is_not_believed() => await IsNotBelieved(() => Forge(s => s.Version++));

    [Fact]
    public async Task That_was_set_back_is_not_believed() => await IsNotBelieved(async () =>
    {
        var before = (await silo.Store.ReadEvents(stream, 2, 1, default))[0];
        await Forge(s => (s.Version, s.Hash) = (before.Version, before.Hash));
    });

    [Fact]
    public async Task That_is_older_is_only_a_shorter_way() => await IsNotBelieved(() => Put(early));

    [Fact]
    public async Task That_is_gone_is_not_missed() => await IsNotBelieved(() => place.RunOnSnapshots($"delete from snapshot where ext = '{stream}'"));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"version\":\"x\"}")]
    [InlineData("{\"version\":4,\"hash\":null,\"sealed\":null,\"timeline\":null}")]
    [InlineData("{\"version\":-9223372036854775808,\"fold\":1}")]
    [InlineData("no json at all")]
    public async Task That_is_corrupt_is_not_believed(string payload) => await IsNotBelieved(() => Put(Encoding.UTF8.GetBytes(payload)));

    [Fact]
    public async Task That_is_cut_is_not_believed()
    {
        var payload = await Payload();
        await IsNotBelieved(() => Put(payload[..^40]));
    }

    [Fact]
    public async Task That_is_flipped_is_not_believed() => await IsNotBelieved(() => Forge(s => s.Sealed[^1] ^= 1));

    [Fact]
    public async Task Of_another_owner_is_not_believed()
    {
        var other = await silo.Child(Example.Trust, "Otherchild");
        await silo.Forget();
        var payload = await Payload(other);
        await Put(await Payload(), other);

        await IsNotBelieved(() => Put(payload));
        Assert.Equal("Otherchild", (await Example.Value(silo.Person(other).GetRecord(Example.By(Example.Trust)))).FamilyName);
    }

    [Fact]
    public async Task That_claims_too_much_gives_way_to_a_true_one()
    {
        await Forge(s => s.Version = 1_000_000);
        await Plan();
        await silo.Forget();

        Assert.Equal(4, JsonSerializer.Deserialize(await Payload(), SnapshotJson.Default.Snapshot)!.Version);
    }

    [Fact]
    public async Task Tells_nothing_to_who_reads_it()
    {
        var text = Encoding.Latin1.GetString(await Payload());
        var snapshot = JsonSerializer.Deserialize(await Payload(), SnapshotJson.Default.Snapshot)!;

        using var names = JsonDocument.Parse(text);
        Assert.Equal(["version", "hash", "fold", "timeline", "sealed"], names.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.All([Words, "$type", "Hub.", "System.", "PublicKeyToken"], w => Assert.DoesNotContain(w, text, StringComparison.Ordinal));
        Assert.DoesNotContain(Words, Encoding.Latin1.GetString(snapshot.Sealed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_never_shared_by_keys_that_look_alike()
    {
        using var secret = new StreamSecret(1, "k_ff", new byte[32]);
        var ids = Types.SelectMany(type => Keys.Select(key => GrainId.Create(type, key))).ToList();
        foreach (var (i, id) in ids.Index())
        {
            var cell = new SnapshotCell(silo.Service<OwnerServices>(), id);
            Assert.Null(await cell.Load());
            await cell.Save(new StreamState<Person>(Person.Empty, i + 1, new byte[32], default), PersonFold.Instance, secret, 1, default);
        }

        foreach (var (i, id) in ids.Index())
        {
            Assert.Equal(i + 1, (await new SnapshotCell(silo.Service<OwnerServices>(), id).Load())!.Version);
        }

        await place.RunOnSnapshots("delete from snapshot where lower(ext) like '%ff%'");
    }

    private async Task Revise(int revision)
        => await Example.Value(silo.Person(stream).RevisePlan(Example.By(Example.Council), Example.Add(plan, revision, $"{Words} {revision}")));

    private Task<Plan> Plan() => Example.Value(silo.Person(stream).OwnPlan(Example.By(Example.Council), plan));

    private async Task IsNotBelieved(Func<Task> tamper)
    {
        await silo.Forget();
        await tamper();
        var scratch = await new BehindTheOwner(silo).Read(stream);
        Assert.Equal(4, scratch.Folded.Version);

        Assert.Equivalent(scratch.Folded.State.Plans.Single(), await Plan(), strict: true);
        await Revise(3);
        Assert.Equal([Words, $"{Words} 1", $"{Words} 2", $"{Words} 3"], (await Plan()).Elements.Select(e => e.Content.Text));
        Assert.Equal(5, (await new BehindTheOwner(silo).Read(stream)).Folded.Version);
    }

    /// <summary>A false state under the stream's own key, right in everything, then changed.</summary>
    private async Task Forge(Action<Snapshot> change)
    {
        var open = await new BehindTheOwner(silo).Read(stream);
        using var secret = open.Secret!;
        var forged = open.Folded with { State = Falsified(open.Folded.State) };
        var snapshot = Snapshot.Of(forged, PersonFold.Instance, secret);
        snapshot.Timeline = await silo.Store.ReadTimeline(default);
        change(snapshot);
        await Put(JsonSerializer.SerializeToUtf8Bytes(snapshot, SnapshotJson.Default.Snapshot));
    }

    private static Person Falsified(Person state) => state with
    {
        Plans = [.. state.Plans.Select(p => p with
        {
            Elements = [.. p.Elements.Select(e => e with { Content = e.Content with { Text = False } })],
        })],
    };

    private async Task<byte[]> Payload(string? of = null) => (byte[])(await place.SnapshotRows($"select payload from snapshot where ext like '%{of ?? stream}%'"))[0][0];

    private Task Put(byte[] payload, string? of = null)
        => place.RunOnSnapshots($"update snapshot set payload = {place.Bytes(payload)} where ext like '%{of ?? stream}%'");
}

public sealed class AnUntrustworthyPostgresSnapshot(PostgresHubPlace place) : AnUntrustworthySnapshot(place), IClassFixture<PostgresHubPlace>;

public sealed class AnUntrustworthySqliteSnapshot(SqliteHubPlace place) : AnUntrustworthySnapshot(place), IClassFixture<SqliteHubPlace>;
