using Hub.Alerts.V1;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Refusals;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Alerts;

/// <summary>A school that nobody knows tells of a child that it knows too, of one that only others know, and of one never heard of.</summary>
public abstract class AStrangerTells(StoreKind kind) : IAsyncLifetime
{
    private const string Method = "hub.alerts.v1.AlertsService/RaiseConcern";
    private RunningHub hub = null!;
    private Place place = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        place = await Place.At(hub);
        await place.NameDesk();
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task And_is_answered_alike_and_heard_by_the_duty_team_each_time()
    {
        await place.Known(NhsNumbers.From(1));
        var atSchool = await place.School.Register(People.Sam(NhsNumbers.From(1)));
        await place.Known(NhsNumbers.From(2));
        using var school = WireCaller.For(hub, "school");
        var shapes = new List<string>();
        foreach (var told in new[]
        {
            place.Concern(NhsNumbers.From(1), atSchool), place.Concern(NhsNumbers.From(2), new string('A', 43)), place.Concern(NhsNumbers.From(3), new string('B', 43)),
        })
        {
            var written = await hub.Events();
            var answer = await school.Call(Method, told);
            Assert.Equal(Grpc.Core.StatusCode.OK, answer.Status);
            var response = RaiseConcernResponse.Parser.ParseFrom(answer.Body[5..]);
            Assert.Equal((43, Place.DeskNumber), (response.ConcernId.Length, response.DutyNumber));
            shapes.Add(answer.Shape);
            Assert.Equal(written + 1, await hub.Events());
            var heard = Assert.Single(await place.Hear(Place.Desk));
            Assert.Equal(("concern.raised", Severity.Red, "school", "999 0303"), (heard.Type, heard.Severity, heard.HolderAgencyId, heard.HolderDutyNumber));
            Assert.Equal(("", "", told.Description, told.Identity), (heard.Child, heard.Adult, heard.ConcernDescription, heard.ConcernIdentity));
            Assert.Equal(["A burn on the left hand.", "Says nothing."], heard.Elements.Select(e => e.Content.Text));
            Assert.NotEqual(response.ConcernId, heard.ConcernId);
            Assert.Equal(TimeSpan.FromMinutes(30), (heard.AcknowledgeBy - heard.RecordedAt).ToTimeSpan());
        }

        Assert.Single(shapes.Distinct());
        Assert.Equal(3, await hub.Events("q_"));
        Assert.Equal(3, await hub.People("q_"));
    }

    [Fact]
    public async Task And_the_team_that_leads_hears_under_its_own_child()
    {
        var (one, two) = (await place.Known(NhsNumbers.From(1)), await place.Known(NhsNumbers.From(2)));
        var atSchool = await place.School.Register(People.Sam(NhsNumbers.From(1)));
        await place.School.Alerts.RaiseConcernAsync(place.Concern(person: atSchool));
        await place.School.Alerts.RaiseConcernAsync(place.Concern(NhsNumbers.From(2)));
        await place.School.Alerts.RaiseConcernAsync(place.Concern(NhsNumbers.From(3)));
        var led = await place.Hear(Place.Team);
        Assert.Equal([one, two], led.Select(d => d.Child));
        var desk = await place.Hear(Place.Desk);
        Assert.Equal(3, desk.Count);
        Assert.All(desk, d => Assert.Equal("", d.Child));
        Assert.Equal(desk.Take(2).Select(d => d.ConcernId), led.Select(d => d.ConcernId));
        Assert.Equal("Example", desk[0].ConcernIdentity.FamilyName);
        var take = new AcknowledgeDeliveryRequest { RequestId = HubRequest.NewId(), TeamId = Place.Desk, DeliveryId = desk[2].DeliveryId, Acknowledgement = Acknowledgement.Actioned };
        Assert.True((await place.Council.Inbox.AcknowledgeDeliveryAsync(take)).IsFirst);
        (take.TeamId, take.DeliveryId, take.RequestId) = (Place.Team, led[0].DeliveryId, HubRequest.NewId());
        Assert.True((await place.Council.Inbox.AcknowledgeDeliveryAsync(take)).IsFirst);
    }

    [Fact]
    public async Task Of_somebody_with_the_same_number_and_another_birth_date_and_the_lead_does_not_hear()
    {
        await place.Known(NhsNumbers.From(1));
        var other = place.Concern(NhsNumbers.From(1));
        other.Identity.BirthDate = "2019-03-05";
        await place.School.Alerts.RaiseConcernAsync(other);
        var contradicting = place.Concern(NhsNumbers.From(1));
        contradicting.Identity.FamilyName = "Otherly";
        await place.School.Alerts.RaiseConcernAsync(contradicting);
        Assert.Equal(2, (await place.Hear(Place.Desk)).Count);
        Assert.Empty(await place.Hear(Place.Team));
    }

    [Fact]
    public async Task Under_a_made_up_reference_and_is_heard()
    {
        var told = place.Concern(person: "no-such-child");
        told.Description = "";
        Assert.Equal(Place.DeskNumber, (await place.School.Alerts.RaiseConcernAsync(told)).DutyNumber);
        Assert.Equal(told.Elements.Select(e => e.Text), Assert.Single(await place.Hear(Place.Desk)).Elements.Select(e => e.Content.Text));
    }

    [Fact]
    public async Task Twice_under_one_request_id_and_is_heard_once()
    {
        await place.Known(NhsNumbers.From(1));
        var told = place.Concern(NhsNumbers.From(1));
        var first = await place.School.Alerts.RaiseConcernAsync(told);
        await place.Council.Teams.OpenTeamAsync(Facts.Team(Place.Desk));
        Assert.Equal(first, await place.School.Alerts.RaiseConcernAsync(told));
        Assert.Single(await place.Hear(Place.Desk));
        Assert.Single(await place.Hear(Place.Team));
        told.Description += ".";
        var reused = await Assert.ThrowsAsync<HubRefusedException>(async () => await place.School.Alerts.RaiseConcernAsync(told));
        Assert.Equal(HubReasons.RequestIdReused, reused.Reason);
    }

    [Fact]
    public async Task With_or_without_a_name_and_only_to_see_whether_it_would_be_heard()
    {
        var unnamed = hub.Client("school", "school");
        await unnamed.Alerts.RaiseConcernAsync(place.Concern());
        var only = place.Concern();
        only.ValidateOnly = true;
        var answer = await place.School.Alerts.RaiseConcernAsync(only);
        Assert.Equal(("", Place.DeskNumber), (answer.ConcernId, answer.DutyNumber));
        Assert.Single(await place.Hear(Place.Desk));
        Assert.Equal("UNKNOWN_CALLER", (await Told.By(async () => await hub.Registrar.Alerts.RaiseConcernAsync(place.Concern()))).Reason);
    }

    [Fact]
    public async Task And_what_the_lead_has_not_received_it_does_not_receive_once_it_leads_no_more()
    {
        var child = await place.Known(NhsNumbers.From(1));
        await place.School.Alerts.RaiseConcernAsync(place.Concern(NhsNumbers.From(1)));
        await place.Council.Circles.EndCircleMemberAsync(new() { RequestId = HubRequest.NewId(), Person = child, TeamId = Place.Team, Role = Role.LeadSocialWorker });
        Assert.Empty(await Family.Fetch(place.Council, Place.Team, wait: 2));
        Assert.Single(await place.Hear(Place.Desk));
        await place.Council.Circles.AddCircleMemberAsync(Family.Member(child, Place.Team, Role.LeadSocialWorker));
        await place.School.Alerts.RaiseConcernAsync(place.Concern(NhsNumbers.From(1)));
        var other = await place.Council.Plans.OpenPlanAsync(People.Protection(child));
        await place.Council.Plans.EndPlanAsync(new() { RequestId = HubRequest.NewId(), Person = child, PlanId = other.PlanId, Etag = other.Etag, State = Hub.Plans.V1.PlanState.Ended });
        Assert.Equal(["concern.raised"], (await Family.Hear(place.Council, Place.Team)).Select(d => d.Type));
    }

    [Fact]
    public async Task And_everything_told_stands_whole_in_the_journal()
    {
        await place.Known(NhsNumbers.From(1));
        await place.School.Alerts.RaiseConcernAsync(place.Concern(NhsNumbers.From(1)));
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Single(await place.Hear(Place.Desk));
        Assert.True((await hub.Audit()).IsWhole);
    }
}

/// <summary>On the embedded store.</summary>
public sealed class AStrangerTellsOnEmbedded() : AStrangerTells(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class AStrangerTellsOnPostgres() : AStrangerTells(StoreKind.Postgres);
