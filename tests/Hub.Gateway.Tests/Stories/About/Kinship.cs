using Hub.Agreements.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Relationships.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.About;

/// <summary>Who else matters to the child of a story, and the school that is on its circle.</summary>
internal static class Kinship
{
    public const string AtSchool = "DSL-999003";

    /// <summary>Recorded by the council; its reference.</summary>
    public static async Task<string> Record(this Family family, RelationshipContent content, string relationship = "")
        => (await family.Council.Relationships.RecordRelationshipAsync(
            new RecordRelationshipRequest { RequestId = HubRequest.NewId(), Person = family.Child, RelationshipId = relationship, Relationship = content })).RelationshipId;

    public static RelationshipContent Father(string agency = "", string practitioner = "")
        => new() { Type = RelationshipType.Father, StaffAgencyId = agency, StaffPractitionerId = practitioner };

    /// <summary>The school is on the child's circle, under an agreement that covers what it needs and more.</summary>
    public static async Task<Family> WithSchool(RunningHub hub)
    {
        var family = await Family.At(hub);
        await family.Agree(family.School, new ProposeAgreementRequest
        {
            PartnerAgencyId = "school",
            Gives = { Category.PlanTypeAndDates, Category.Education },
            Takes = { Category.Education },
        });
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Family.SchoolTeam, Role.DesignatedSafeguardingLead));
        return family;
    }

    public static PlanElementContent Concerning(this PlanElementContent element, params string[] relationships)
    {
        element.About = new ElementAbout { AboutRelationshipIds = { relationships } };
        return element;
    }

    public static PlanElementContent NotOnward(this PlanElementContent element)
    {
        element.Handling = new ElementHandling { Onward = false };
        return element;
    }

    public static async Task<IReadOnlyList<Relationship>> Relationships(HubClient agency, string person)
        => [.. (await agency.Relationships.ListRelationshipsAsync(new ListRelationshipsRequest { Person = person })).Relationships];

    /// <summary>Somebody else in the school's team.</summary>
    public static async Task<HubClient> JoinTheSchool(RunningHub hub, Family family)
    {
        await Restricted.Register(hub, "school", "DSL-999009");
        await family.School.Teams.AssignRoleAsync(Facts.Assign(Family.SchoolTeam, Role.DesignatedSafeguardingLead, "DSL-999009"));
        return hub.Client("school", "school", "DSL-999009");
    }

    /// <summary>What somebody of the school's team reads at the person's door.</summary>
    public static async Task<IReadOnlyList<Delivery>> Opened(HubClient by)
        => [.. (await by.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = Family.SchoolTeam })).Deliveries];
}
