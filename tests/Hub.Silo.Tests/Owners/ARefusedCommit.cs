using System.Text.Json;
using Hub.Domain;
using Hub.Domain.People;
using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Owners;

/// <summary>What was certainly not written leaves its owner as it was; what somebody else wrote is seen before the next answer.</summary>
public abstract class ARefusedCommit(HubPlace place) : IAsyncLifetime
{
    private RunningSilo silo = null!;

    public async Task InitializeAsync() => silo = await RunningSilo.Start(place);

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Fact]
    public async Task Over_a_moved_head_is_decided_again()
    {
        var stream = await silo.Child(Example.Council);
        var (ours, theirs) = (Example.NewPlan(), Example.NewPlan());
        await Behind(stream, Example.Started(theirs, "behind"));

        Assert.Equal(1, (await Example.Value(silo.Person(stream).OpenPlan(Example.By(Example.Council), Example.Open(ours, "ours")))).Revision);
        Assert.Equal("behind", (await Example.Value(silo.Person(stream).OwnPlan(Example.By(Example.Council), theirs))).Elements[0].Content.Text);
        Assert.Equal(3, (await new BehindTheOwner(silo).Read(stream)).Folded.Version);
    }

    [Fact]
    public async Task Over_a_moved_head_tells_the_new_state()
    {
        var stream = await silo.Child(Example.Council);
        var (plan, person) = (Example.NewPlan(), silo.Person(stream));
        await Example.Value(person.OpenPlan(Example.By(Example.Council), Example.Open(plan, "ours")));
        await Behind(stream, Example.Changed(plan, 2, "behind"));

        Assert.Equal(RefusalReason.StaleVersion, await Example.Reason(person.RevisePlan(Example.By(Example.Council), Example.Add(plan, 1, "late"))));
        Assert.Equal(2, (await Example.Value(person.OwnPlan(Example.By(Example.Council), plan))).Revision);
    }

    [Fact]
    public async Task Over_a_head_moved_by_the_same_request_gets_its_answer()
    {
        var stream = await silo.Child(Example.Council);
        var (plan, caller, direct) = (Example.NewPlan(), Example.By(Example.Council), new BehindTheOwner(silo));
        var command = Example.Open(plan, "ours");
        var canonical = JsonSerializer.SerializeToUtf8Bytes(command, PersonJson.Default.OpenPlan);
        var rows = await direct.Make(stream, caller, Example.Started(plan, "ours"), canonical);
        Assert.Equal(OutcomeKind.Committed, (await direct.Commit(rows)).Kind);

        Assert.Equal((plan, 1), Told(await Example.Value(silo.Person(stream).OpenPlan(caller, command))));
        Assert.Equal(RefusalReason.RequestIdReused, await Example.Reason(silo.Person(stream).OpenPlan(caller, Example.Open(plan, "other"))));
        Assert.Equal(2, (await direct.Read(stream)).Folded.Version);
    }

    [Fact]
    public async Task For_a_claim_that_another_holds_leaves_memory_as_it_was()
    {
        var (first, second) = (Example.NewStream(), Example.NewStream());
        var reference = Example.NewRequest();
        await Example.Value(silo.Person(first).Register(Example.By(Example.Council), Example.Register("One", reference: reference)));

        Assert.Equal(RefusalReason.TryAgain, await Example.Reason(silo.Person(second).Register(Example.By(Example.Council), Example.Register("Two", reference: reference))));
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(silo.Person(second).GetRecord(Example.By(Example.Council))));

        Assert.True((await Example.Value(silo.Person(second).Register(Example.By(Example.Council), Example.Register("Two")))).IsThisPerson);
        await silo.Forget();
        Assert.Equal("Two", (await Example.Value(silo.Person(second).GetRecord(Example.By(Example.Council)))).FamilyName);
    }

    [Fact]
    public async Task Before_it_was_queued_does_not_leave_a_key_that_nobody_keeps()
    {
        var (stream, caller, command) = (Example.NewStream(), Example.By(Example.Council), Example.Register("Two", Example.Number(4)));
        await place.Run("alter table claim rename to claim_away");
        Assert.Equal(RefusalReason.TryAgain, await Example.Reason(silo.Person(stream).Register(caller, command)));
        await place.Run("alter table claim_away rename to claim");

        Assert.True((await Example.Value(silo.Person(stream).Register(caller, command))).IsThisPerson);
        await silo.Forget();
        Assert.Equal("Two", (await Example.Value(silo.Person(stream).GetRecord(caller))).FamilyName);
    }

    [Fact]
    public async Task That_cannot_be_written_now_leaves_memory_as_it_was()
    {
        var stream = await silo.Child(Example.Council);
        var (plan, caller) = (Example.NewPlan(), Example.By(Example.Council));
        await place.Run("alter table batch rename to batch_away");
        Assert.Equal(RefusalReason.TryAgain, await Example.Reason(silo.Person(stream).OpenPlan(caller, Example.Open(plan, "words"))));
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(silo.Person(stream).OwnPlan(caller, plan)));
        await place.Run("alter table batch_away rename to batch");

        Assert.Equal((plan, 1), Told(await Example.Value(silo.Person(stream).OpenPlan(caller, Example.Open(plan, "words")))));
    }

    [Theory]
    [InlineData("update stream_key set wrapped = hub_secret.wrapped from hub_secret where stream like 'k!_%' escape '!'")]
    [InlineData("update event set practitioner = 'SW999009' where stream like 'k!_%' escape '!'")]
    [InlineData("update event set at = at + 1 where stream like 'k!_%' escape '!'")]
    [InlineData("update event set content = hub_secret.wrapped from hub_secret where stream like 'k!_%' escape '!'")]
    [InlineData("update event set previous_hash = hash where stream like 'k!_%' escape '!'")]
    [InlineData("update event set version = version + 1 where stream like 'k!_%' escape '!'")]
    public async Task Of_a_broken_stream_is_answered_by_nothing_but_try_again(string sql)
    {
        await using var copy = new Audit.IntactCopy(await Stopped());
        await copy.Place.AllowRewriting();
        await copy.Place.RunOnSnapshots("delete from snapshot");
        var stream = await copy.Place.Ask<string>(
            "select max(s.stream) from (select stream from event where stream like 'k!_%' escape '!' group by stream having count(*) = 1) s");
        Assert.True(await copy.Place.Run($"{sql} and stream = '{stream}'") > 0);
        await using var broken = await RunningSilo.Start(copy.Place);

        Assert.Equal(RefusalReason.TryAgain, await Example.Reason(broken.Person(stream).GetRecord(Example.By(Example.Council))));
        Assert.Equal(RefusalReason.TryAgain, await Example.Reason(broken.Person(stream).OpenPlan(Example.By(Example.Council), Example.Open(Example.NewPlan(), "x"))));
    }

    private static (Domain.PlanId Plan, int Revision) Told(Contracts.People.PlanWritten written) => (written.Plan, written.Revision);

    private async Task Behind(string stream, IEvent change)
    {
        var direct = new BehindTheOwner(silo);
        Assert.Equal(OutcomeKind.Committed, (await direct.Commit(await direct.Make(stream, Example.By(Example.Council), change))).Kind);
    }

    private async Task<HubPlace> Stopped()
    {
        await silo.Child(Example.Council);
        await silo.DisposeAsync();
        var copy = await place.Copy();
        silo = await RunningSilo.Start(place);
        return copy;
    }
}

public sealed class ARefusedPostgresCommit(PostgresHubPlace place) : ARefusedCommit(place), IClassFixture<PostgresHubPlace>;

public sealed class ARefusedSqliteCommit(SqliteHubPlace place) : ARefusedCommit(place), IClassFixture<SqliteHubPlace>;
