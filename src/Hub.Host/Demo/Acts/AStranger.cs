using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>Who has no part in it cannot even learn that there is something to have a part in, and is heard all the same.</summary>
internal static class AStranger
{
    public static async Task Play(DemoStory story)
    {
        var charity = story.Charity;
        story.Open("8  Somebody asks who has no part in this, and tells", "A housing charity asks about Sam, and about Robin, of whom nobody has told the hub anything.");
        var sam = await DemoPlan.Child(charity, "Sam", "Example", "2019-03-04", "9990000018");
        var nobody = await DemoPlan.Child(charity, "Robin", "Nowhere", "2018-01-02", "9990000700");
        var own = await DemoPlan.Open(charity, await DemoPlan.Child(charity, "Lee", "Elsewhere", "2017-05-06", "9990000905"), PlanType.EarlyHelp);
        var hidden = await Ask(story, "asks for a plan about Sam", sam, own.Plan);
        var absent = await Ask(story, "asks for a plan about Robin", nobody, own.Plan);
        var same = Bytes(hidden).AsSpan().SequenceEqual(Bytes(absent));
        story.Note($"“{hidden.Advice}” {string.Join(", ", hidden.DutyNumbers)}");
        story.Note(same, $"The two answers are the same {Bytes(hidden).Length} bytes.", "The two answers differ!");
        await Tell(story, sam);
    }

    /// <summary>Telling needs no part in anything: no circle, no agreement, no match.</summary>
    private static async Task Tell(DemoStory story, string sam)
    {
        await story.Council.Client.Agencies.SetDutyTeamAsync(new SetDutyTeamRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = story.Council.Card.Id,
            TeamId = story.Council.Card.Team,
        });
        var told = await story.Call(story.Charity, "tells the council's duty team of a concern about Sam, red", () => story.Charity.Client.Alerts.RaiseConcernAsync(new RaiseConcernRequest
        {
            RequestId = HubRequest.NewId(),
            Person = sam,
            PlaceAgencyId = story.Council.Card.Id,
            Severity = Severity.Red,
            Elements = { DemoPlan.Element(Category.FamilyRelationships, "Alone in the flat at eight in the evening.") },
        }).ResponseAsync);
        var heard = await story.Hear(story.Council);
        story.Note($"Whoever tells is heard, and learns no more: a reference, and {told.DutyNumber} to call.");
        await story.Take(story.Council, heard, Acknowledgement.Actioned, "acknowledges: somebody is on the way to Sam");
    }

    private static Task<HubRefusedException> Ask(DemoStory story, string did, string child, string plan)
        => story.Refused(story.Charity, did, () => story.Charity.Client.Plans.GetPlanAsync(new GetPlanRequest { Person = child, PlanId = plan }).ResponseAsync);

    private static byte[] Bytes(HubRefusedException no) => no.Trailers.Get("grpc-status-details-bin")?.ValueBytes ?? [];
}
