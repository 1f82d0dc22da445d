using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Relationships.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.About;

/// <summary>A foster carer is reached through the fostering team, which is on the child's circle: what has an unknown cause waits for words of the lead.</summary>
public sealed class WordsForACarer
{
    private const string Fostering = "fostering/carers";
    private const string Officers = "council/lado";

    [Fact]
    public async Task Are_all_that_the_carrying_team_hears_of_an_injury_of_unknown_cause()
    {
        await using var hub = await RunningHub.Start(StoreKind.Embedded);
        var (family, fostering) = await WithFostering(hub);
        var carer = await family.Record(Carer());
        await Family.Hear(fostering, Fostering, wait: 0);
        await family.ReviseChild(Unknown("Bruise on the arm."));
        await family.Council.Relationships.ReleaseWordsAsync(Words(family, carer, "He was seen by a doctor and is well."));
        var told = Assert.Single(await Family.Hear(fostering, Fostering));
        Assert.Equal(("informee-message", "999 0404", "", false), (told.Type, told.HolderDutyNumber, told.PlanId, told.MoreExists));
        var said = Assert.Single(told.Elements).Content;
        Assert.Equal(("He was seen by a doctor and is well.", Category.InformeeMessage), (said.Text, said.Category));
        Assert.Single(said.About.AboutRelationshipIds);
        Assert.True(await Family.Say(fostering, Fostering, told, Acknowledgement.NotReached));

        await family.ReviseChild(People.Element("Fell in the playground."));
        Assert.Equal(["Fell in the playground."], Assert.Single(await Family.Hear(fostering, Fostering)).Elements.Select(e => e.Content.Text));
    }

    [Fact]
    public async Task Tell_no_protected_address_and_are_taken_back_while_they_wait_when_the_team_carries_nobody_any_more()
    {
        await using var hub = await RunningHub.Start(StoreKind.Embedded);
        var (family, fostering) = await WithFostering(hub);
        var carer = await family.Record(Carer());
        await family.ReviseChild(People.Element("12 Mill Lane, ZZ99 3VZ", Category.AddressAndLocation));
        await Family.Hear(fostering, Fostering, wait: 0);
        var refused = await Assert.ThrowsAsync<HubRefusedException>(async ()
            => await family.Council.Relationships.ReleaseWordsAsync(Words(family, carer, "Fetch him from 12 mill lane.")));
        Assert.Equal((HubReasons.InvalidField, "words"), (refused.Reason, refused.Violations.Single().Field));

        await family.Council.Relationships.ReleaseWordsAsync(Words(family, carer, "He asks for you."));
        await family.Council.Relationships.EndRelationshipAsync(new EndRelationshipRequest { RequestId = HubRequest.NewId(), Person = family.Child, RelationshipId = carer });
        Assert.Empty(await Family.Hear(fostering, Fostering, wait: 0));
        refused = await Assert.ThrowsAsync<HubRefusedException>(async () => await family.Council.Relationships.ReleaseWordsAsync(Words(family, carer, "Too late.")));
        Assert.Equal(HubReasons.StateConflict, refused.Reason);
    }

    [Fact]
    public async Task Are_not_what_the_designated_officer_hears_who_gets_an_allegation_itself()
    {
        await using var hub = await RunningHub.Start(StoreKind.Embedded);
        var (family, fostering) = await WithFostering(hub);
        await Family.Open(family.Council, Officers, Role.DesignatedOfficer, "SW999001");
        var carer = await family.Record(Carer());
        await Family.Hear(fostering, Fostering, wait: 0);
        var alleged = People.Element("Says that she was hit.");
        (alleged.Kind, alleged.About) = (ElementKind.Allegation, new ElementAbout { CauseRelationshipIds = { carer } });
        await family.ReviseChild(alleged, People.Element("for all"));
        Assert.Equal(["for all"], Assert.Single(await Family.Hear(fostering, Fostering)).Elements.Select(e => e.Content.Text));
        var heard = Assert.Single(await Family.Hear(family.Council, Officers));
        Assert.Equal(("allegation.against-carer", Severity.Amber, family.Child), (heard.Type, heard.Severity, heard.Child));
        Assert.Equal([alleged.About], heard.Elements.Select(e => e.Content.About));
    }

    private static RelationshipContent Carer() => new() { Type = RelationshipType.FosterCarer, LivesWithPerson = true, CarryingTeamId = Fostering };

    private static PlanElementContent Unknown(string text)
    {
        var element = People.Element(text);
        (element.Kind, element.About) = (ElementKind.Observation, new ElementAbout { CauseIsUnknown = true });
        return element;
    }

    private static ReleaseWordsRequest Words(Family family, string relationship, string words)
        => new() { RequestId = HubRequest.NewId(), Person = family.Child, RelationshipId = relationship, Words = words, TelephoneNumber = "999 0404" };

    private static async Task<(Family Family, HubClient Fostering)> WithFostering(RunningHub hub)
    {
        var family = await Family.At(hub);
        var fostering = await hub.Agency("fostering", Sector.ChildrensSocialCare, "SW999404", "999 0400");
        await Family.Open(fostering, Fostering, Role.TeamManager, "SW999404");
        await family.Agree(fostering, new ProposeAgreementRequest
        {
            PartnerAgencyId = "fostering",
            Gives = { Category.PlanTypeAndDates, Category.PlanContent },
            Takes = { Category.PlanContent },
        });
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Fostering, Role.TeamManager));
        return (family, fostering);
    }
}
