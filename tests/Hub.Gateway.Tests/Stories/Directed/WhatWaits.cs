using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Directed;

/// <summary>What was on its way when its ground moved: the standing lane ends in a question, what a person sent stays while it stands.</summary>
public abstract class WhatWaits(StoreKind kind) : IAsyncLifetime
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
    public async Task Under_an_agreement_that_ended_comes_back_to_its_holder_as_one_question_without_content()
    {
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));
        await family.EndAgreement();
        Assert.Empty(await Unagreed.AtCouncil(family));
        Assert.Empty(await Unagreed.AtCouncil(family));
        var item = Assert.Single(await Unagreed.AtTrust(family, wait: 10));
        Assert.Equal(("needs-decision", family.Mother, Severity.Amber), (item.Type, item.Adult, item.Severity));
        Assert.Empty(item.Elements);
        Assert.Equal((Family.ChildrensTeam, "999 0100", "plan.changed"), (item.DecisionNeeded.RecipientTeamId, item.DecisionNeeded.RecipientDutyNumber, item.DecisionNeeded.NewsType));
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Empty(await Unagreed.AtCouncil(family));
        Assert.Empty(await Unagreed.AtTrust(family));
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(item));
        Assert.Equal(["Slept two hours."], Assert.Single(await Unagreed.AtCouncil(family, wait: 10)).Elements.Select(e => e.Content.Text));
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task Asks_nobody_when_the_team_had_it_before()
    {
        const string Other = "other-system";
        await family.Council.Inbox.RegisterSubscriberAsync(new RegisterSubscriberRequest { RequestId = "other", TeamId = Family.ChildrensTeam, Subscriber = Other });
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));
        Assert.Single(await Unagreed.AtCouncil(family, wait: 10));
        await family.EndAgreement();
        var late = await family.Council.Inbox.FetchDeliveriesAsync(new FetchDeliveriesRequest { TeamId = Family.ChildrensTeam, Subscriber = Other });
        Assert.DoesNotContain(late.Deliveries, d => d.Type == "plan.changed");
        Assert.Empty(await Unagreed.AtTrust(family));
    }

    [Fact]
    public async Task By_a_persons_word_outlives_link_and_agreement()
    {
        await Sent("Slept two hours.");
        await Family.EndLink(family.Council, family.Child);
        Assert.Contains(await Unagreed.AtCouncil(family, wait: 10), d => d.Elements.Any(e => e.Content?.Text == "Slept two hours."));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task By_a_persons_word_is_recalled_once_the_element_is_gone_or_tells_something_else(bool isRemoved)
    {
        await Sent("Slept two hours.");
        await family.Change("Slept two hours.", e => isRemoved
            ? new ElementOperation { ElementId = e, Remove = new RemoveElement() }
            : new ElementOperation { ElementId = e, Replace = new ReplaceElement { Element = People.Element("Slept two hours.", Category.SubstanceUse) } });
        Assert.Empty(await Unagreed.AtCouncil(family));
        Assert.True(Assert.Single(Assert.Single((await hub.Decisions()).Events, e => e.Event == "decision.shared-directed").Recipients).IsRecalled);
    }

    [Fact]
    public async Task By_a_persons_word_is_cut_to_what_still_stands()
    {
        await family.EndAgreement();
        var item = await Unagreed.Ask(family, People.Element("stays", Category.HealthMental), People.Element("goes", Category.SubstanceUse));
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(item));
        await family.Change("goes", e => new ElementOperation { ElementId = e, Remove = new RemoveElement() });
        Assert.Equal(["stays"], Assert.Single(await Unagreed.AtCouncil(family, wait: 10)).Elements.Select(e => e.Content.Text));
    }

    [Fact]
    public async Task As_a_question_stays_when_the_own_teams_roles_change_and_loses_what_is_gone()
    {
        await family.EndAgreement();
        await family.ReviseMother(People.Element("stays", Category.HealthMental), People.Element("goes", Category.HealthMental));
        await family.Trust.Agencies.RegisterPractitionerAsync(new Hub.Agencies.V1.RegisterPractitionerRequest { RequestId = "r", AgencyId = "trust", PractitionerId = "NMC-999009" });
        await family.Trust.Teams.AssignRoleAsync(Facts.Assign(Family.AdultTeam, Role.TeamManager, "NMC-999009"));
        await family.Change("goes", e => new ElementOperation { ElementId = e, Remove = new RemoveElement() });
        var item = Assert.Single(await Unagreed.AtTrust(family, wait: 10));
        Assert.Equal(["stays"], item.Elements.Select(e => e.Content.Text));
        Assert.Equal(family.Mother, item.Adult);
    }

    private async Task Sent(string text)
    {
        await family.EndAgreement();
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(await Unagreed.Ask(family, People.Element(text, Category.HealthMental))));
    }
}

/// <summary>On the embedded store.</summary>
public sealed class WhatWaitsOnEmbedded() : WhatWaits(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class WhatWaitsOnPostgres() : WhatWaits(StoreKind.Postgres);
