using Hub.Client.Errors;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Directed;

/// <summary>The holder's team answers a question: by sending, or by not sending.</summary>
public abstract class TheTwoAnswers(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Unagreed.At(hub);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task What_is_sent_reaches_the_recipient_once_and_a_repeat_has_the_same_outcome()
    {
        var item = await Unagreed.Ask(family, People.Element("Slept two hours.", Category.HealthMental), People.Element("own eyes", Category.Unspecified));
        var send = Unagreed.Send(item);
        var sent = await family.Trust.Decisions.SendDirectedAsync(send);
        Assert.Equal(sent, await family.Trust.Decisions.SendDirectedAsync(send));
        var heard = Assert.Single(await Unagreed.AtCouncil(family, wait: 10));
        Assert.Equal(("plan.changed", family.Child, "trust"), (heard.Type, heard.Child, heard.HolderAgencyId));
        Assert.Equal(["Slept two hours."], heard.Elements.Select(e => e.Content.Text));
        Assert.False(heard.MoreExists);
        Assert.Null(heard.DecisionNeeded);
        Assert.Equal(family.Mother, sent.Adult);
        var told = Assert.Single((await hub.Decisions()).Events, e => e.Event == "decision.shared-directed");
        var to = Assert.Single(told.Recipients);
        Assert.Equal(("directed", "NMC-999002", "directed", "permit", "directed"), (told.Lane, told.Practitioner, to.Route, to.Verdict, to.Because));
        Assert.Equal(["plan-type-and-dates", "health-mental"], to.Shown);
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task There_is_one_answer()
    {
        var (first, second) = (await Unagreed.Ask(family), await Unagreed.Ask(family));
        await family.Trust.Decisions.DoNotSendAsync(Unagreed.Not(first));
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(second));
        Assert.Equal((HubReasons.StateConflict, "delivery_id"), await Refused(Unagreed.Send(first)));
        Assert.Equal((HubReasons.StateConflict, "delivery_id"), await Refused(Unagreed.Not(second)));
        Assert.Single(await Unagreed.AtCouncil(family, wait: 10));
    }

    [Fact]
    public async Task Of_many_answers_at_once_one_stands()
    {
        var item = await Unagreed.Ask(family);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i => i % 2 == 0 ? await Outcome(Unagreed.Send(item)) : await Outcome(Unagreed.Not(item))));
        Assert.Single(outcomes, "");
        Assert.All(outcomes, o => Assert.Contains(o, new[] { "", HubReasons.StateConflict, HubReasons.TryAgain }));
    }

    [Fact]
    public async Task What_is_not_sent_reaches_nobody_and_is_on_record()
    {
        var item = await Unagreed.Ask(family);
        var not = Unagreed.Not(item);
        await family.Trust.Decisions.DoNotSendAsync(not);
        await family.Trust.Decisions.DoNotSendAsync(not);
        Assert.Empty(await Unagreed.AtCouncil(family));
        var told = Assert.Single((await hub.Decisions()).Events, e => e.Event == "decision.not-shared");
        var to = Assert.Single(told.Recipients);
        Assert.Equal(("directed", "deny", "not-shared", false), (told.Lane, to.Verdict, to.Because, to.IsDelivered));
    }

    [Fact]
    public async Task Some_of_it_can_be_sent()
    {
        var item = await Unagreed.Ask(family, People.Element("Slept two hours.", Category.HealthMental), People.Element("Drinks again.", Category.SubstanceUse));
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(item, item.Elements[1].ElementId));
        Assert.Equal(["Drinks again."], Assert.Single(await Unagreed.AtCouncil(family, wait: 10)).Elements.Select(e => e.Content.Text));
    }

    [Fact]
    public async Task What_stands_no_more_is_left_out_and_refused_where_it_was_named()
    {
        var item = await Unagreed.Ask(
            family,
            People.Element("stays", Category.HealthMental),
            People.Element("goes", Category.HealthMental),
            People.Element("is retagged", Category.HealthMental));
        await family.Change("goes", e => new ElementOperation { ElementId = e, Remove = new RemoveElement() });
        await family.Change("is retagged", e => new ElementOperation { ElementId = e, Replace = new ReplaceElement { Element = People.Element("is retagged", Category.SexualHealth) } });
        await family.Change("stays", e => new ElementOperation { ElementId = e, Replace = new ReplaceElement { Element = People.Element("stays, in better words", Category.HealthMental) } });
        Assert.Equal((HubReasons.StateConflict, "element_ids[1]"), await Refused(Unagreed.Send(item, item.Elements[0].ElementId, item.Elements[1].ElementId)));
        Assert.Equal((HubReasons.StateConflict, "element_ids[0]"), await Refused(Unagreed.Send(item, item.Elements[2].ElementId)));
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(item));
        Assert.Equal(["stays, in better words"], Assert.Single(await Unagreed.AtCouncil(family, wait: 10)).Elements.Select(e => e.Content.Text));
    }

    [Fact]
    public async Task Nothing_is_sent_when_nothing_is_left_of_it()
    {
        var item = await Unagreed.Ask(family, People.Element("goes", Category.HealthMental));
        await family.Change("goes", e => new ElementOperation { ElementId = e, Remove = new RemoveElement() });
        Assert.Equal((HubReasons.StateConflict, "delivery_id"), await Refused(Unagreed.Send(item)));
    }

    [Fact]
    public async Task Only_who_holds_a_role_in_the_team_that_was_asked_may_answer_and_hears_so_before_anything_is_read()
    {
        var item = await Unagreed.Ask(family);
        var empty = new SendDirectedRequest { RequestId = "", TeamId = Family.AdultTeam, DeliveryId = "made up" };
        await family.Trust.Agencies.RegisterPractitionerAsync(new Hub.Agencies.V1.RegisterPractitionerRequest { RequestId = "r", AgencyId = "trust", PractitionerId = "NMC-999009" });
        using var colleague = hub.Client("trust", "trust", "NMC-999009");
        empty.RequestId = "e";
        Assert.Equal(HubReasons.NotKnown, (await Assert.ThrowsAsync<HubRefusedException>(async () => await colleague.Decisions.SendDirectedAsync(empty))).Reason);
        Assert.Equal(HubReasons.NotKnown, (await Assert.ThrowsAsync<HubRefusedException>(async () => await family.Council.Decisions.SendDirectedAsync(empty))).Reason);
        await family.Trust.Teams.OpenTeamAsync(Facts.Team("trust/other"));
        await family.Trust.Teams.AssignRoleAsync(Facts.Assign("trust/other", Role.CareCoordinator, "NMC-999002"));
        var elsewhere = Unagreed.Send(item);
        elsewhere.TeamId = "trust/other";
        Assert.Equal((HubReasons.NotDelivered, "delivery_id"), await Refused(elsewhere));
    }

    [Fact]
    public async Task Ground_need_and_test_must_be_said_and_a_delivery_that_asks_nothing_has_no_answer()
    {
        var item = await Unagreed.Ask(family);
        var bare = Unagreed.Send(item);
        bare.Justification = new Justification();
        var refused = await Assert.ThrowsAsync<HubRefusedException>(async () => await family.Trust.Decisions.SendDirectedAsync(bare));
        Assert.Equal(["ground", "need", "detriment_test"], refused.Violations.Select(v => v.Field));
        var past = Unagreed.Not(item);
        past.Reason.ReviewOn = "2001-01-01";
        Assert.Equal((HubReasons.InvalidField, "review_on"), await Refused(past));
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(item));
        var heard = Assert.Single(await Unagreed.AtCouncil(family, wait: 10));
        var none = new DoNotSendRequest { RequestId = "none", TeamId = Family.ChildrensTeam, DeliveryId = heard.DeliveryId, Reason = past.Reason };
        var asksNothing = await Assert.ThrowsAsync<HubRefusedException>(async () => await family.Council.Decisions.DoNotSendAsync(none));
        Assert.Equal((HubReasons.InvalidField, "delivery_id"), (asksNothing.Reason, Assert.Single(asksNothing.Violations).Field));
    }

    private async Task<(string Reason, string Field)> Refused(SendDirectedRequest request)
        => Of(await Assert.ThrowsAsync<HubRefusedException>(async () => await family.Trust.Decisions.SendDirectedAsync(request)));

    private async Task<(string Reason, string Field)> Refused(DoNotSendRequest request)
        => Of(await Assert.ThrowsAsync<HubRefusedException>(async () => await family.Trust.Decisions.DoNotSendAsync(request)));

    private static (string, string) Of(HubRefusedException refused) => (refused.Reason, Assert.Single(refused.Violations).Field);

    private async Task<string> Outcome(SendDirectedRequest request)
    {
        try
        {
            await family.Trust.Decisions.SendDirectedAsync(request);
            return "";
        }
        catch (HubRefusedException e)
        {
            return e.Reason;
        }
    }

    private async Task<string> Outcome(DoNotSendRequest request)
    {
        try
        {
            await family.Trust.Decisions.DoNotSendAsync(request);
            return "";
        }
        catch (HubRefusedException e)
        {
            return e.Reason;
        }
    }
}

/// <summary>On the embedded store.</summary>
public sealed class TheTwoAnswersOnEmbedded() : TheTwoAnswers(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class TheTwoAnswersOnPostgres() : TheTwoAnswers(StoreKind.Postgres);
