using System.Text.Json;
using Hub.Client.Calls;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Silo.Audit;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>What an auditor reads of linked plans: who was to hear of what, why, and who took it. No content, no person.</summary>
public abstract class DecisionsOnRecord(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_change_is_told_with_its_verdict_what_was_withheld_and_who_took_it_first()
    {
        await family.ReviseMother(
            People.Element("Slept two hours.", Category.HealthMental),
            People.Element("not agreed", Category.SexualHealth),
            People.Element("for own eyes", Category.Unspecified));
        var before = await Change();
        Assert.Null(Assert.Single(before.Recipients).Acknowledged);
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        foreach (var word in new[] { Acknowledgement.NotMine, Acknowledgement.Accepted, Acknowledgement.Actioned })
        {
            await Family.Say(family.Council, Family.ChildrensTeam, heard, word);
        }

        var change = await Change();
        Assert.Equal(("trust", "NMC-999002"), (change.Holder, change.Practitioner));
        var to = Assert.Single(change.Recipients);
        Assert.Equal((Family.ChildrensTeam, "lead-social-worker", "link"), (to.Team, to.Role, to.Route));
        Assert.Equal(("part", "agreement", 2), (to.Verdict, to.Because, to.Withheld));
        Assert.Equal(["plan-type-and-dates", "health-mental"], to.Shown);
        Assert.True(to is { IsDelivered: true, IsRecalled: false });
        Assert.Equal(("accepted", "SW999001"), (to.Acknowledged!.Word, to.Acknowledged.Practitioner));
        Assert.InRange(to.Acknowledged.At, change.At, DateTimeOffset.MaxValue);
    }

    [Fact]
    public async Task A_change_that_no_agreement_covers_any_more_needs_a_decision_and_is_not_delivered()
    {
        await family.Council.Agreements.EndAgreementAsync(Facts.EndOf(family.Agreement));
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));
        var to = Assert.Single((await Change()).Recipients);
        Assert.Equal(("needs-decision", "no-agreement-in-force", 2), (to.Verdict, to.Because, to.Withheld));
        Assert.Empty(to.Shown);
        Assert.False(to.IsDelivered);
        Assert.Null(to.Acknowledged);
    }

    [Fact]
    public async Task A_delivery_that_waited_when_the_link_ended_is_told_as_recalled()
    {
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));
        await family.Council.Links.EndLinkAsync(new Hub.Links.V1.EndLinkRequest { RequestId = HubRequest.NewId(), Person = family.Child, LinkId = await OwnLink() });
        Assert.Empty(await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 0));
        Assert.True(Assert.Single((await Change()).Recipients) is { IsDelivered: true, IsRecalled: true });
    }

    [Fact]
    public async Task Neither_content_nor_a_person_nor_a_reference_to_one_is_told()
    {
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));
        var told = JsonSerializer.Serialize(await hub.Decisions());
        Assert.Contains("plan.changed", told, StringComparison.Ordinal);
        foreach (var secret in new[] { "Slept", "Sam", "Kim", "Example", family.Child, family.Mother, family.MotherPlan, family.ChildPlan, family.Link, "k_", "g_" })
        {
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        }
    }

    private async Task<string> OwnLink()
        => Assert.Single((await family.Council.Links.ListLinksAsync(new Hub.Links.V1.ListLinksRequest { Person = family.Child })).Links).LinkId;

    private async Task<DecidedEvent> Change() => Assert.Single((await hub.Decisions()).Events, e => e.Event == "plan.changed");
}

/// <summary>On the embedded store.</summary>
public sealed class DecisionsOnRecordOnEmbedded() : DecisionsOnRecord(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class DecisionsOnRecordOnPostgres() : DecisionsOnRecord(StoreKind.Postgres);
