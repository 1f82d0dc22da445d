using Hub.Alerts.V1;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Alerts;

/// <summary>A school asks what became of concerns about a child whose circle is led, and about one never heard of.</summary>
public abstract class WhatBecameOfAConcern(StoreKind kind) : IAsyncLifetime
{
    private const string Method = "hub.alerts.v1.AlertsService/GetProgress";
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
    public async Task Is_what_became_of_it_at_the_place_and_reads_alike_at_every_step()
    {
        await place.Known(NhsNumbers.From(1));
        var concerns = new List<string>();
        foreach (var number in new[] { 1, 3 })
        {
            concerns.Add((await place.School.Alerts.RaiseConcernAsync(place.Concern(NhsNumbers.From(number)))).ConcernId);
        }

        await Expect(ProgressStage.Accepted);

        // The lead's own acknowledgement would tell that there is a lead.
        await Family.Say(place.Council, Place.Team, Assert.Single(await place.Hear(Place.Team)), Acknowledgement.Actioned);
        await Expect(ProgressStage.Accepted);
        var desk = await place.Hear(Place.Desk);
        await Expect(ProgressStage.WithTeam);
        foreach (var word in new[] { Acknowledgement.Accepted, Acknowledgement.Actioned })
        {
            foreach (var heard in desk)
            {
                await Family.Say(place.Council, Place.Desk, heard, word);
            }

            await Expect(word == Acknowledgement.Accepted ? ProgressStage.Taken : ProgressStage.Actioned);
        }

        async Task Expect(ProgressStage stage)
        {
            using var school = WireCaller.For(hub, "school");
            var shapes = new List<string>();
            foreach (var concern in concerns)
            {
                var answer = await school.Call(Method, new GetProgressRequest { ConcernId = concern });
                var told = GetProgressResponse.Parser.ParseFrom(answer.Body[5..]);
                Assert.Equal((stage, stage < ProgressStage.Taken ? Role.Unspecified : Role.DutyManager, 0), (told.Progress.Stage, told.Progress.Role, told.Teams.Count));
                shapes.Add(answer.Shape);
            }

            Assert.Equal(shapes[0], shapes[1]);
        }
    }

    [Fact]
    public async Task Is_nobody_elses()
    {
        var concern = (await place.School.Alerts.RaiseConcernAsync(place.Concern())).ConcernId;
        var heard = Assert.Single(await place.Hear(Place.Desk));
        foreach (var reference in new[] { concern, heard.ConcernId, new string('A', 43) })
        {
            var refused = await Assert.ThrowsAsync<HubRefusedException>(
                async () => await place.Council.Alerts.GetProgressAsync(new GetProgressRequest { ConcernId = reference }));
            Assert.Contains(refused.Reason, new[] { HubReasons.InvalidReference, HubReasons.NotKnown });
        }
    }
}

/// <summary>On the embedded store.</summary>
public sealed class WhatBecameOfAConcernOnEmbedded() : WhatBecameOfAConcern(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class WhatBecameOfAConcernOnPostgres() : WhatBecameOfAConcern(StoreKind.Postgres);
