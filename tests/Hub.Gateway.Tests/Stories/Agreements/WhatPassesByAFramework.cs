using Hub.Agreements.V1;
using Hub.Client;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Agreements;

/// <summary>A council and a trust with two linked plans and no agreement between the two; both may join a framework.</summary>
public abstract class WhatPassesByAFramework(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Family family = null!;
    private string atCouncil = "";
    private string atTrust = "";

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Family.At(hub);

        // A link is asked for under an agreement, which is over before the story begins.
        await family.Agree();
        await family.LinkUp();
        await family.EndAgreement();
        atCouncil = (await family.Council.Agreements.ProposeFrameworkAsync(Facts.Framework())).AgreementId;
        atTrust = (await family.Trust.Agreements.ListFrameworksAsync(new ListFrameworksRequest())).Frameworks.Single().AgreementId;
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Is_nothing_before_both_have_joined_and_exactly_its_categories_after()
    {
        await family.ReviseMother(Mental("nobody has joined"));
        await family.Council.Agreements.AccedeToFrameworkAsync(Facts.Accede(atCouncil));
        await family.ReviseMother(Mental("one has joined"));
        await family.Trust.Agreements.AccedeToFrameworkAsync(Facts.Accede(atTrust));
        await family.ReviseMother(Mental("both have joined"), People.Element("not covered", Category.SexualHealth));
        var heard = Assert.Single(await Drain(family.Council, Family.ChildrensTeam));
        Assert.Equal(("plan.changed", PlanType.AdultMentalHealthCare), (heard.Type, heard.PlanType));
        Assert.Equal(["both have joined"], Texts([heard]));
        await family.ReviseChild(Mental("the other way"));
        Assert.Equal(["the other way"], Texts(await Drain(family.Trust, Family.AdultTeam)));
    }

    [Theory]
    [InlineData("the giver withdraws")]
    [InlineData("the recipient withdraws")]
    [InlineData("the giver suspends")]
    [InlineData("the recipient suspends")]
    [InlineData("its owner ends it")]
    public async Task Is_nothing_once_the_call_has_returned_by_which(string somebody)
    {
        await Join();
        await family.ReviseMother(Mental("waits"));
        await (somebody switch
        {
            "the giver withdraws" => family.Trust.Agreements.WithdrawFromFrameworkAsync(Facts.Withdraw(atTrust)).ResponseAsync,
            "the recipient withdraws" => family.Council.Agreements.WithdrawFromFrameworkAsync(Facts.Withdraw(atCouncil)).ResponseAsync,
            "the giver suspends" => family.Trust.Agreements.SuspendAgreementAsync(Facts.Suspend(atTrust)).ResponseAsync,
            "the recipient suspends" => family.Council.Agreements.SuspendAgreementAsync(Facts.Suspend(atCouncil)).ResponseAsync,
            _ => (Task)family.Council.Agreements.EndAgreementAsync(Facts.EndOf(atCouncil)).ResponseAsync,
        });
        await family.ReviseMother(Mental("came later"));
        Assert.Empty(await Drain(family.Council, Family.ChildrensTeam));
    }

    [Fact]
    public async Task Goes_on_for_the_others_when_a_third_member_leaves()
    {
        await Join();
        var atSchool = (await family.School.Agreements.ListFrameworksAsync(new ListFrameworksRequest())).Frameworks.Single().AgreementId;
        await family.School.Agreements.AccedeToFrameworkAsync(Facts.Accede(atSchool));
        await family.ReviseMother(Mental("waits"));
        await family.School.Agreements.WithdrawFromFrameworkAsync(Facts.Withdraw(atSchool));
        await family.ReviseMother(Mental("came later"));
        Assert.Equal(["waits", "came later"], Texts(await Drain(family.Council, Family.ChildrensTeam)));
    }

    [Fact]
    public async Task Passes_again_once_who_suspended_has_resumed_and_who_left_has_joined()
    {
        await Join();
        await family.Trust.Agreements.SuspendAgreementAsync(Facts.Suspend(atTrust));
        await family.ReviseMother(Mental("suspended"));
        await family.Trust.Agreements.ResumeAgreementAsync(Facts.Resume(atTrust));
        await family.ReviseMother(Mental("resumed"));
        await family.Council.Agreements.WithdrawFromFrameworkAsync(Facts.Withdraw(atCouncil));
        await family.ReviseMother(Mental("left"));
        await family.Council.Agreements.AccedeToFrameworkAsync(Facts.Accede(atCouncil));
        await family.ReviseMother(Mental("joined again"));
        Assert.Equal(["resumed", "joined again"], Texts(await Drain(family.Council, Family.ChildrensTeam)));
    }

    [Fact]
    public async Task Is_nothing_of_an_agreement_between_two_that_one_of_them_suspends()
    {
        await family.Agree();
        var theirs = (await family.Trust.Agreements.ListAgreementsAsync(new ListAgreementsRequest())).Agreements.Single(a => a.State == AgreementState.InForce).AgreementId;
        await family.ReviseMother(Mental("waits"));
        await family.Trust.Agreements.SuspendAgreementAsync(Facts.Suspend(theirs));
        await family.ReviseMother(Mental("suspended"));
        Assert.Empty(await Drain(family.Council, Family.ChildrensTeam));
        await family.Trust.Agreements.ResumeAgreementAsync(Facts.Resume(theirs));
        await family.ReviseMother(Mental("resumed"));
        Assert.Equal(["resumed"], Texts(await Drain(family.Council, Family.ChildrensTeam)));
    }

    private static PlanElementContent Mental(string text) => People.Element(text, Category.HealthMental);

    private static List<string> Texts(IEnumerable<Delivery> heard)
        => [.. heard.Where(d => d.DecisionNeeded is null).SelectMany(d => d.Elements).Where(e => e.Content is not null).Select(e => e.Content.Text)];

    private static async Task<IReadOnlyList<Delivery>> Drain(HubClient agency, string team)
    {
        var all = new List<Delivery>();
        for (var heard = await Family.Hear(agency, team, wait: 2); heard.Count > 0; heard = await Family.Hear(agency, team, wait: 2))
        {
            all.AddRange(heard);
        }

        return all;
    }

    private async Task Join()
    {
        await family.Council.Agreements.AccedeToFrameworkAsync(Facts.Accede(atCouncil));
        await family.Trust.Agreements.AccedeToFrameworkAsync(Facts.Accede(atTrust));
    }
}

/// <summary>On the embedded store.</summary>
public sealed class WhatPassesByAFrameworkOnEmbedded() : WhatPassesByAFramework(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class WhatPassesByAFrameworkOnPostgres() : WhatPassesByAFramework(StoreKind.Postgres);
