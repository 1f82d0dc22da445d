using Grpc.Core;
using Hub.Alerts.V1;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Refusals;
using Hub.Gateway.Tests.Wire;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Alerts;

/// <summary>The hub cannot say that anybody heard: whoever tells gets the number to call meanwhile, and the same telling is taken once it can be.</summary>
public sealed class ATellingThatIsNotConfirmed
{
    private const string Number = "9990000018";

    [Fact]
    public async Task Carries_the_number_of_the_place_whoever_it_is_about()
    {
        await using var hub = await RunningHub.Start(StoreKind.Postgres);
        var place = await Place.At(hub);
        await place.NameDesk();
        await place.Known(Number);
        var (known, stranger) = (place.Concern(Number), place.Concern());
        await using (await hub.HoldLease())
        {
            await Look.Until(async () => await IsRefused(place, place.Concern()));
            var (one, other) = (await Told.By(() => Tell(place, known)), await Told.By(() => Tell(place, stranger)));
            Assert.Equal(("TRY_AGAIN", Place.DeskNumber), (one.Reason, Assert.Single(one.NotHeard!.DutyNumbers)));
            Assert.Equal(one.Details, other.Details);
            var refused = await Assert.ThrowsAsync<HubRefusedException>(() => Tell(place, known));
            Assert.Equal(one.NotHeard!.Text, refused.Advice);
            Assert.Equal([Place.DeskNumber], refused.DutyNumbers);
        }

        await Look.Until(async () => !await IsRefused(place, known));
        await Tell(place, known);
        Assert.Single(await place.Hear(Place.Team));
    }

    [Fact]
    public async Task Carries_it_also_where_there_is_no_room_for_more()
    {
        await using var hub = await RunningHub.Start(StoreKind.Postgres, h =>
        {
            h.Options.Silo.Journal.QueueCommits = 1;
            h.Options.Silo.Journal.CommandTimeout = TimeSpan.FromSeconds(1);
        });
        var place = await Place.At(hub);
        var told = place.Concern();
        await using (await hub.HoldCommits())
        {
            var waits = await Told.By(() => Tell(place, told));
            Assert.Equal(("TRY_AGAIN", "999 0100"), (waits.Reason, Assert.Single(waits.NotHeard!.DutyNumbers)));
            var limited = await Told.By(() => Tell(place, place.Concern()));
            Assert.Equal(("RATE_LIMITED", "999 0100"), (limited.Reason, Assert.Single(limited.NotHeard!.DutyNumbers)));
        }

        await Look.Until(async () => !await IsRefused(place, told));
        Assert.Equal(1, await hub.Events("q_"));
    }

    private static async Task Tell(Place place, RaiseConcernRequest concern) => await place.School.Alerts.RaiseConcernAsync(concern);

    private static async Task<bool> IsRefused(Place place, RaiseConcernRequest concern)
    {
        try
        {
            await Tell(place, concern);
            return false;
        }
        catch (RpcException)
        {
            return true;
        }
    }
}
