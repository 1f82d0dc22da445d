using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Directed;

/// <summary>Nobody asked: a named practitioner of the holder shares what she picks with whom she picks, or puts on record that she does not.</summary>
public abstract class ByAPersonsOwnWord(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Family.At(hub);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Elements_go_to_a_team_without_an_agreement_and_nothing_else_does()
    {
        await family.ReviseChild(People.Element("Fell asleep in class.", Category.Education));
        var element = await ElementOf("Fell asleep in class.");
        var share = Share(element);
        var sent = await family.Council.Decisions.ShareDirectedAsync(share);
        Assert.Equal(sent, await family.Council.Decisions.ShareDirectedAsync(share));
        var heard = Assert.Single(await Family.Hear(family.School, Family.SchoolTeam));
        Assert.Equal(("record.updated", Severity.Amber, "council"), (heard.Type, heard.Severity, heard.HolderAgencyId));
        Assert.Equal(["Fell asleep in class."], heard.Elements.Select(e => e.Content.Text));
        Assert.Equal((PlanType.Unspecified, false), (heard.PlanType, heard.MoreExists));
        var made = Assert.Single((await family.Council.Decisions.ListDecisionsAsync(new ListDecisionsRequest { Person = family.Child })).Decisions);
        Assert.Equal((Family.SchoolTeam, "SW999001", Unagreed.Why()), (made.RecipientTeamId, made.PractitionerId, made.Shared));
        Assert.Equal((element, "Fell asleep in class."), (Assert.Single(made.Elements).ElementId, made.Elements[0].Content.Text));
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task A_linked_team_hears_under_the_person_it_knows()
    {
        await family.Agree();
        await family.LinkUp();
        await family.EndAgreement();
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));
        var plan = (await family.Trust.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Mother, PlanId = family.MotherPlan })).Plan;
        await family.Trust.Decisions.ShareDirectedAsync(new ShareDirectedRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            PlanId = family.MotherPlan,
            ElementIds = { plan.Elements[^1].ElementId },
            RecipientTeamId = Family.ChildrensTeam,
            Severity = Severity.Red,
            Justification = Unagreed.Why(),
        });
        var heard = Assert.Single(await Unagreed.AtCouncil(family, wait: 10));
        Assert.Equal((family.Child, Severity.Red), (heard.Child, heard.Severity));
    }

    [Fact]
    public async Task What_has_no_category_or_stands_in_another_plan_is_not_shared()
    {
        await family.ReviseChild(People.Element("own eyes", Category.Unspecified));
        var share = Share(await ElementOf("own eyes"));
        Assert.Equal((HubReasons.InvalidElement, "element_ids[0]"), await Refused(family.Council, share));
        share.ElementIds.Clear();
        Assert.Equal((HubReasons.InvalidField, "element_ids"), await Refused(family.Council, share));
        var foreign = Share(await ElementOf("Medication reviews every month."));
        foreign.RecipientTeamId = "school/nobody";
        Assert.Equal((HubReasons.InvalidField, "recipient_team_id"), await Refused(family.Council, foreign));
        Assert.Empty(await Family.Hear(family.School, Family.SchoolTeam, wait: 0));
    }

    [Fact]
    public async Task A_decision_not_to_share_is_kept_tells_nobody_and_is_read_by_the_safeguarding_lead_and_the_team_alone()
    {
        var element = await ElementOf("Medication reviews every month.");
        var not = new RecordNotSharedRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Child,
            PlanId = family.ChildPlan,
            ElementIds = { element },
            RecipientTeamId = Family.SchoolTeam,
            Reason = Reason(),
        };
        await family.Council.Decisions.RecordNotSharedAsync(not);
        await family.Council.Decisions.RecordNotSharedAsync(not);
        await family.Council.Decisions.RecordNotSharedAsync(new RecordNotSharedRequest { RequestId = HubRequest.NewId(), Person = family.Child, Reason = Reason() });
        Assert.Empty(await Family.Hear(family.School, Family.SchoolTeam, wait: 0));
        var first = await family.Council.Decisions.ListDecisionsAsync(new ListDecisionsRequest { Person = family.Child, PageSize = 1 });
        Assert.Equal(("", Reason()), (Assert.Single(first.Decisions).RecipientTeamId, first.Decisions[0].NotShared));
        var second = await family.Council.Decisions.ListDecisionsAsync(new ListDecisionsRequest { Person = family.Child, PageSize = 1, PageToken = first.NextPageToken });
        Assert.Equal((Family.SchoolTeam, element), (Assert.Single(second.Decisions).RecipientTeamId, Assert.Single(second.Decisions[0].Elements).ElementId));
        Assert.Null(second.Decisions[0].Elements[0].Content);

        await family.Council.Agencies.RegisterPractitionerAsync(new Hub.Agencies.V1.RegisterPractitionerRequest { RequestId = "r", AgencyId = "council", PractitionerId = "SW999008" });
        using var colleague = hub.Client("council", "council", "SW999008");
        var list = new ListDecisionsRequest { Person = family.Child };
        Assert.Equal(HubReasons.NotKnown, (await Assert.ThrowsAsync<HubRefusedException>(async () => await colleague.Decisions.ListDecisionsAsync(list))).Reason);
        await family.Council.Teams.OpenTeamAsync(Facts.Team("council/safeguarding"));
        await family.Council.Teams.AssignRoleAsync(Facts.Assign("council/safeguarding", Role.DutyManager, "SW999008"));
        Assert.Equal(2, (await colleague.Decisions.ListDecisionsAsync(list)).Decisions.Count);

        var own = await family.School.Register(People.Sam(NhsNumbers.From(1)));
        Assert.Empty((await family.School.Decisions.ListDecisionsAsync(new ListDecisionsRequest { Person = own })).Decisions);
    }

    private static NotSharedReason Reason() => new() { Because = "She asked us to wait.", DetrimentTest = "She would stop coming.", Adviser = "Named nurse", ReviewOn = "2999-01-31" };

    private ShareDirectedRequest Share(string element) => new()
    {
        RequestId = HubRequest.NewId(),
        Person = family.Child,
        PlanId = family.ChildPlan,
        ElementIds = { element },
        RecipientTeamId = Family.SchoolTeam,
        Severity = Severity.Amber,
        Justification = Unagreed.Why(),
    };

    private async Task<string> ElementOf(string text)
        => (await family.Council.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan })).Plan.Elements.Single(e => e.Content.Text == text).ElementId;

    private static async Task<(string Reason, string Field)> Refused(HubClient agency, ShareDirectedRequest request)
    {
        var refused = await Assert.ThrowsAsync<HubRefusedException>(async () => await agency.Decisions.ShareDirectedAsync(request));
        return (refused.Reason, Assert.Single(refused.Violations).Field);
    }
}

/// <summary>On the embedded store.</summary>
public sealed class ByAPersonsOwnWordOnEmbedded() : ByAPersonsOwnWord(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class ByAPersonsOwnWordOnPostgres() : ByAPersonsOwnWord(StoreKind.Postgres);
