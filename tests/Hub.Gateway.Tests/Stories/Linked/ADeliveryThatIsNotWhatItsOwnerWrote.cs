using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>Somebody wrote into the database past the hub. What waits there is shown to nobody, holds up nobody, and the team hears whom to
/// ask.</summary>
public abstract class ADeliveryThatIsNotWhatItsOwnerWrote(StoreKind kind) : IAsyncLifetime
{
    // A view belongs to one event; the newest that has one is the last that was told.
    private const string Last =
        "stream = (select stream from event where stream like 'g_%' and name = 'plan.changed') and version = (select max(version) from view where stream like 'g_%')";

    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        await family.ReviseMother(Mental("tampered with"));
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [InlineData("update view set content = substr(content, 1, 20)")]
    [InlineData("delete from view")]
    public async Task Is_kept_back_and_the_team_is_told_whom_to_ask(string tampering)
    {
        await Tamper($"{tampering} where {Last}");
        await family.ReviseMother(Mental("as written"));
        var heard = await Hear(2);
        Assert.Equal("as written", Assert.Single(heard, d => d.Elements.Count > 0).Elements[0].Content.Text);
        var notice = Assert.Single(heard, d => d.Elements.Count == 0);
        Assert.Equal(
            ("record.updated", Severity.Red, family.Child, "trust", "999 0202", true),
            (notice.Type, notice.Severity, notice.Child, notice.HolderAgencyId, notice.HolderDutyNumber, notice.MoreExists));
        Assert.Equal(TimeSpan.FromMinutes(30), (notice.AcknowledgeBy - notice.RecordedAt).ToTimeSpan());

        // Once, also for a process that comes later, and the audit finds it.
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Empty(await Family.Hear(family.Council, Family.ChildrensTeam, wait: 0));
        Assert.Single((await hub.Decisions()).Events.SelectMany(e => e.Recipients), r => r.IsQuarantined);
        Assert.NotEmpty((await hub.Audit()).Broken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_not_told_of_once_the_team_may_not_see_it_any_more(bool byLink)
    {
        await Tamper($"delete from view where {Last}");
        await (byLink ? Family.EndLink(family.Trust, family.Mother) : family.EndAgreement());
        Assert.DoesNotContain(await Family.Hear(family.Council, Family.ChildrensTeam, byLink ? 10 : 2), d => d.Type != "plan.link-ended");
        Assert.Empty(await Family.Hear(family.Council, Family.ChildrensTeam, wait: 0));
    }

    [Theory]
    [InlineData("'{'")]
    [InlineData("'null'")]
    public async Task Is_decided_again_when_what_it_rests_on_cannot_be_read(string basis)
    {
        await Tamper($"update delivery set basis = {(kind == StoreKind.Embedded ? $"cast({basis} as blob)" : $"{basis}::bytea")} where {Last}");
        Assert.Equal("tampered with", Assert.Single(await Hear(1)).Elements[0].Content.Text);
    }

    // A process that has the right one in memory still would hand that over.
    private async Task Tamper(string sql)
    {
        await hub.StopProcess();
        await hub.Tamper(sql);
        await hub.StartProcess();
    }

    private async Task<IReadOnlyList<Delivery>> Hear(int count)
    {
        var heard = new List<Delivery>();
        while (heard.Count < count)
        {
            heard.AddRange(await Family.Hear(family.Council, Family.ChildrensTeam));
        }

        Assert.Equal(count, heard.Count);
        return heard;
    }

    private static PlanElementContent Mental(string text) => People.Element(text, Category.HealthMental);
}

/// <summary>On the embedded store.</summary>
public sealed class ADeliveryThatIsNotWhatItsOwnerWroteOnEmbedded() : ADeliveryThatIsNotWhatItsOwnerWrote(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class ADeliveryThatIsNotWhatItsOwnerWroteOnPostgres() : ADeliveryThatIsNotWhatItsOwnerWrote(StoreKind.Postgres);
