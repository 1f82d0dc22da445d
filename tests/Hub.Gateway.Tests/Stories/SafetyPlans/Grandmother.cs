using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Consents.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Relationships.V1;
using Hub.Safetyplans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.SafetyPlans;

/// <summary>The mother's own mother, an informee of the trust's safety plan with her: told in agreed words, through a team that reaches her.</summary>
internal sealed class Grandmother(Family family, string plan, string relationship)
{
    public const string Words = "Please take the children this week, as we agreed.";
    public const string Number = "999 0707";

    /// <summary>A team of an agency that works with relatives and with nobody's plan.</summary>
    public const string KinTeam = "kinship/relatives";

    public string Plan => plan;

    public string Relationship => relationship;

    /// <summary>The trust leads the mother's circle and its plan is linked with the child's; the carrying team is as said. She is not told of anything yet.</summary>
    public static async Task<Grandmother> Of(Family family, string carrying)
    {
        await family.Trust.Circles.AddCircleMemberAsync(Family.Member(family.Mother, Family.AdultTeam, Role.CareCoordinator));
        var plan = await family.Trust.Plans.OpenPlanAsync(new OpenPlanRequest { RequestId = HubRequest.NewId(), Person = family.Mother, Plan = new PlanContent { Type = PlanType.Safety } });
        return new Grandmother(family, plan.PlanId, await Record(family, carrying));
    }

    public static async Task<HubClient> Kinship(RunningHub hub)
    {
        var kinship = await hub.Agency("kinship", Sector.Voluntary, "VOL-999009", "999 0909");
        await Family.Open(kinship, KinTeam, Role.VoluntarySectorWorker, "VOL-999009");
        return kinship;
    }

    public AgreeInformeeRequest Agreement(string words = Words) => new()
    {
        RequestId = HubRequest.NewId(),
        Person = family.Mother,
        PlanId = plan,
        RelationshipId = relationship,
        Triggers = { AlertType.RelapseEarlySign, AlertType.SafetyPlanTriggered },
        Words = words,
        TelephoneNumber = Number,
        ConsentGivenBy = ConsentGiver.Adult,
        ConsentExplained = "What her mother is told, and when.",
    };

    public async Task Agree(string words = Words) => await family.Trust.SafetyPlans.AgreeInformeeAsync(Agreement(words));

    public async Task Consent(ConsentState state) => await family.Trust.SafetyPlans.RecordInformeeConsentAsync(new RecordInformeeConsentRequest
    {
        RequestId = HubRequest.NewId(),
        Person = family.Mother,
        RelationshipId = relationship,
        State = state,
        GivenBy = ConsentGiver.Adult,
        Explained = "What follows from it.",
        Because = "Not that she knows.",
    });

    public async Task End() => await family.Trust.SafetyPlans.EndInformeeAsync(
        new EndInformeeRequest { RequestId = HubRequest.NewId(), Person = family.Mother, RelationshipId = relationship, Because = "She moved." });

    /// <summary>Another team carries to her from now on.</summary>
    public Task Carry(string carrying) => Record(family, carrying, relationship);

    /// <summary>An early sign; its update.</summary>
    public async Task<string> Sign(AlertType type = AlertType.RelapseEarlySign, Severity severity = Severity.Green)
        => (await family.Trust.Alerts.RaiseAlertAsync(new RaiseAlertRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            Type = type,
            Severity = severity,
            Elements = { People.Element("Schizophrenia, slept two hours.", Category.HealthMental) },
        })).UpdateId;

    private static async Task<string> Record(Family family, string carrying, string relationship = "")
        => (await family.Trust.Relationships.RecordRelationshipAsync(new RecordRelationshipRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            RelationshipId = relationship,
            Relationship = new RelationshipContent { Type = RelationshipType.Grandparent, CarryingTeamId = carrying },
        })).RelationshipId;
}
