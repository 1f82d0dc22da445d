using Hub.Agencies.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.About;

/// <summary>Something is about somebody of the school for whom a member of its team acts.</summary>
public sealed class WhatIsAboutAColleague
{
    private const string Father = "DSL-999021";
    private const string Head = "DSL-999022";

    [Fact]
    public async Task Is_not_handed_over_to_a_team_in_which_somebody_acts_for_her()
    {
        await using var hub = await RunningHub.Start(Silo.StoreKind.Embedded);
        var family = await Kinship.WithSchool(hub);
        await Restricted.Register(hub, "school", Father);
        await Restricted.Register(hub, "school", Head);
        await family.School.Teams.OpenTeamAsync(Facts.Team("school/heads"));
        await family.School.Teams.AssignRoleAsync(Facts.Assign("school/heads", Role.DutyManager, Head));
        var head = hub.Client("school", "school", Head);
        var father = await family.Record(Kinship.Father("school", Father));
        await Family.Hear(family.School, Family.SchoolTeam, wait: 0);
        await family.ReviseChild(People.Element("for all", Category.Education), People.Element("about him", Category.Education).Concerning(father));
        await head.Agencies.RecordDelegationAsync(new RecordDelegationRequest
        {
            RequestId = HubRequest.NewId(),
            OfPractitionerId = Father,
            ToPractitionerId = Kinship.AtSchool,
            EndsOn = Restricted.In(7),
            Because = "On leave.",
        });
        Assert.Equal(["for all"], Assert.Single(await Family.Hear(family.School, Family.SchoolTeam)).Elements.Select(e => e.Content.Text));
        await family.ReviseChild(People.Element("next", Category.Education), People.Element("about him too", Category.Education).Concerning(father));
        Assert.Equal(["next"], Assert.Single(await Family.Hear(family.School, Family.SchoolTeam)).Elements.Select(e => e.Content.Text));
        await Cover.End(head, Father, Kinship.AtSchool);
        await family.ReviseChild(People.Element("after", Category.Education).Concerning(father));
        Assert.Equal(["after"], Assert.Single(await Family.Hear(family.School, Family.SchoolTeam)).Elements.Select(e => e.Content.Text));
    }
}
