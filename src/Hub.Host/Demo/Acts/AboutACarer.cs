using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Client.Calls;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Relationships.V1;
using Hub.Teams.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>A carer of the child works in the team that hears of the mother's linked plan. What is told about the carer reaches who must hear, and not the carer.</summary>
internal static class AboutACarer
{
    private const string Uncle = "NMC999005";
    private const string Officer = "SW999006";

    public static async Task Play(DemoStory story)
    {
        var (council, trust, school) = (story.Council, story.Trust, story.School);
        story.Open("9  A concern about a carer does not reach the carer", "Sam's uncle has Sam at weekends. At the trust he is a coordinator too, in the very team that has Kim's plan.");
        await Present(story);
        var said = Allegation(Category.FamilyRelationships, "A bruise. Sam says that it was the uncle.");
        await story.Call(school, $"tells the council's duty team, red\n{DemoWords.Lines([said])}", async () =>
            await school.Client.Alerts.RaiseConcernAsync(new RaiseConcernRequest
            {
                RequestId = HubRequest.NewId(),
                Person = await DemoPlan.Child(school, "Sam", "Example", "2019-03-04", "9990000018"),
                PlaceAgencyId = council.Card.Id,
                Severity = Severity.Red,
                Elements = { said },
            }));
        var concern = await story.Hear(council);
        var carer = await Carer(story);
        var written = Allegation(Category.HealthMental, "Afraid of the uncle, and of the weekend.");
        written.About = new ElementAbout { CauseRelationshipIds = { carer } };
        await AnEarlySign.Note(story, story.Child, "records in Sam's plan, with the uncle as possible cause", written);
        var alleged = await story.Hear(council);
        story.Note(
            alleged.Delivery.Type == "allegation.against-worker" && trust.Ears.Unasked + school.Ears.Unasked == 0,
            "The council's designated officer hears. The link would let this pass to the trust, but its machine hears nothing: the uncle would see it there.",
            "The designated officer did not hear, or the trust's machine did, and with it the uncle!");
        var read = await story.HearAtThePersonsDoor(trust);
        var opened = await story.Call(trust, "looks behind that door as the uncle", () => trust.Open(story.As(trust, Uncle)));
        story.Note(
            read.Delivery.Elements.Count == 1 && opened.Count == 0,
            "Kim's coordinator reads it there, by name. The uncle finds nothing, and no sign of anything.", "The coordinator read something else, or the uncle did!");
        await story.Take(trust, read, Acknowledgement.Accepted, "acknowledges: Kim's coordinator has taken it");
        await story.Take(council, concern, Acknowledgement.Actioned, "acknowledges: Sam stays with a friend this weekend");
    }

    /// <summary>The uncle joins the team, and the council has somebody who answers for allegations.</summary>
    private static async Task Present(DemoStory story)
    {
        await story.Call(story.Trust, "takes the uncle into its team, as a second care coordinator", () => Join(story.Trust, Uncle, Role.CareCoordinator));
        await story.Call(story.Council, "names its designated officer, for allegations against carers", () => Join(story.Council, Officer, Role.DesignatedOfficer));
    }

    private static async Task<AssignRoleResponse> Join(DemoAgency agency, string practitioner, Role role)
    {
        await agency.Client.Agencies.RegisterPractitionerAsync(
            new RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = agency.Card.Id, PractitionerId = practitioner });
        return await agency.Client.Teams.AssignRoleAsync(
            new AssignRoleRequest { RequestId = HubRequest.NewId(), TeamId = agency.Card.Team, PractitionerId = practitioner, Role = role });
    }

    private static async Task<string> Carer(DemoStory story)
        => (await story.Call(story.Council, "records who the uncle is to Sam, and where he works", () =>
            story.Council.Client.Relationships.RecordRelationshipAsync(new RecordRelationshipRequest
            {
                RequestId = HubRequest.NewId(),
                Person = story.Child.Person,
                Relationship = new RelationshipContent
                {
                    Type = RelationshipType.KinshipCarer,
                    StaffAgencyId = story.Trust.Card.Id,
                    StaffPractitionerId = Uncle,
                },
            }).ResponseAsync)).RelationshipId;

    private static PlanElementContent Allegation(Category category, string text) => new() { Category = category, Kind = ElementKind.Allegation, Text = text };
}
