using System.Diagnostics.Metrics;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Refusals;
using Hub.Silo;
using Hub.Silo.Alerts;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Alerts;

/// <summary>No duty team is named: whoever manages a team of the authority hears, and where nobody does the operators do.</summary>
public abstract class APlaceWithoutADutyTeam(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Place place = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        place = await Place.At(hub);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Hears_in_every_team_with_a_manager_and_in_no_other()
    {
        await place.Open("council/west", Role.TeamManager);
        Assert.Equal("999 0100", (await place.School.Alerts.RaiseConcernAsync(place.Concern())).DutyNumber);
        Assert.Single(await place.Hear(Place.Desk));
        Assert.Single(await place.Hear("council/west"));
        Assert.Empty(await place.Hear(Place.Team));
    }

    [Fact]
    public async Task Has_the_concern_on_record_and_tells_the_operators_where_nobody_manages()
    {
        var unheard = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == ConcernTelemetry.Name)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref unheard, count));
        listener.Start();
        await place.Council.Teams.EndRoleAsync(Facts.End(Place.Desk, Role.DutyManager));
        var told = place.Concern();
        await place.School.Alerts.RaiseConcernAsync(told);
        await place.School.Alerts.RaiseConcernAsync(told);
        Assert.Equal((1, 1), (await hub.Events("q_"), Interlocked.Read(ref unheard)));
        Assert.Empty(await place.Hear(Place.Desk));
    }

    [Fact]
    public async Task Names_one_itself_or_has_it_named_by_the_registrar_and_by_nobody_else()
    {
        await hub.Registrar.Agencies.SetDutyTeamAsync(Place.Naming(Place.Team));
        await place.School.Alerts.RaiseConcernAsync(place.Concern());
        Assert.Single(await place.Hear(Place.Team));
        Assert.Empty(await place.Hear(Place.Desk));
        await place.NameDesk();
        await hub.StopProcess();
        await hub.StartProcess();
        await place.School.Alerts.RaiseConcernAsync(place.Concern());
        Assert.Single(await place.Hear(Place.Desk));
        Assert.Empty(await place.Hear(Place.Team));
        Assert.Equal("UNKNOWN_CALLER", (await Told.By(async () => await place.School.Agencies.SetDutyTeamAsync(Place.Naming(Place.Desk)))).Reason);
    }
}

/// <summary>On the embedded store.</summary>
public sealed class APlaceWithoutADutyTeamOnEmbedded() : APlaceWithoutADutyTeam(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class APlaceWithoutADutyTeamOnPostgres() : APlaceWithoutADutyTeam(StoreKind.Postgres);
