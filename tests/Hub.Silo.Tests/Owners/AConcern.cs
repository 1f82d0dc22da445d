using System.Security.Cryptography;
using System.Text.Json;
using Hub.Contracts.Alerts;
using Hub.Contracts.People;
using Hub.Contracts.Teams;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Inbox;
using Hub.Domain.Teams;
using Hub.Silo.Alerts;
using Hub.Silo.People;

namespace Hub.Silo.Tests.Owners;

/// <summary>A concern at its owner: it leaves in one commit with its deliveries, or not at all.</summary>
public abstract class AConcern(HubPlace place) : IAsyncLifetime
{
    private static readonly TeamId Desk = LedChild.Desk;
    private static readonly TeamId Team = LedChild.Team;

    public Task InitializeAsync() => place.InitializeAsync();

    public Task DisposeAsync() => place.DisposeAsync();

    [Fact]
    public async Task Is_not_heard_from_what_is_no_longer_so_about_the_child()
    {
        await using var silo = await RunningSilo.Start(place);
        var child = await LedChild.In(silo);
        var found = await Example.Value(silo.Person(child).WhoLeads(new LeadQuestion(Example.Trust, null)));
        Assert.Equal((Team, null), (found.Lead, found.OwnRecord));
        var (stream, caller) = (NewStream(), Example.By(Example.Trust));
        var stale = found with { FactsVersion = found.FactsVersion - 1 };
        Assert.Equal(RefusalReason.TryAgain, await Example.Reason(Owner(silo, stream).Raise(caller, Told, stale)));
        Assert.Empty(await silo.Store.ReadEvents(stream, 0, 8, default));
        Assert.Equal("999 0190", (await Example.Value(Owner(silo, stream).Raise(caller, Told, found))).DutyNumber);

        // However the second attempt finds things, the first outcome stands.
        Assert.Equal("999 0190", (await Example.Value(Owner(silo, stream).Raise(caller, Told, null))).DutyNumber);
        Assert.Single(await silo.Store.ReadEvents(stream, 0, 8, default));
        var deliveries = (await silo.Store.ReadDeliveries(stream, 1, default)).Select(d => d.Delivery).ToList();
        Assert.Equal([(Desk.Inbox, stream[2..]), (Team.Inbox, child[2..])], deliveries.Select(d => (d.Inbox, Convert.ToHexStringLower(d.Subject))));
        var bases = deliveries.Select(d => JsonSerializer.Deserialize(d.Basis, OutwardJson.Default.Basis)!.Grounds.Select(g => (g.Name, g.Version)));
        Assert.Equal([[(child, found.FactsVersion), ($"t_{Desk}", 1)], [(child, found.FactsVersion), ($"t_{Team}", 1)]], bases);
        Assert.True((await silo.Hub.Audit(null, default)).IsWhole);
    }

    [Fact]
    public async Task Goes_once_to_a_team_that_is_both_the_places_and_the_lead()
    {
        await using var silo = await RunningSilo.Start(place);
        var child = await LedChild.In(silo);
        await Example.Value(silo.Agency("example-council").SetDutyTeam(Example.By(Example.Council), new SetDutyTeam($"{Team}")));
        var found = await Example.Value(silo.Person(child).WhoLeads(new LeadQuestion(Example.Trust, null)));
        var stream = NewStream();
        await Example.Value(Owner(silo, stream).Raise(Example.By(Example.Trust), Told, found));
        var delivery = Assert.Single(await silo.Store.ReadDeliveries(stream, 1, default)).Delivery;
        Assert.Equal((Team.Inbox, child[2..], (int)Severity.Red), (delivery.Inbox, Convert.ToHexStringLower(delivery.Subject), delivery.Severity));
        Assert.Equal([child, $"t_{Team}"], JsonSerializer.Deserialize(delivery.Basis, OutwardJson.Default.Basis)!.Grounds.Select(g => g.Name));
    }

    [Fact]
    public async Task Finds_nobody_in_a_person_who_is_not_there_or_is_somebody_else()
    {
        await using var silo = await RunningSilo.Start(place);
        var child = await LedChild.In(silo);
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(silo.Person(Example.NewStream()).WhoLeads(new LeadQuestion(Example.Trust, null))));
        Assert.Equal(
            RefusalReason.NotKnown,
            await Example.Reason(silo.Person(child).WhoLeads(new LeadQuestion(Example.Trust, Example.Register("Otherchild", Example.Number(1)).Record))));
        Assert.Equal(
            PersonFold.Read(child)!.Value.Id,
            (await Example.Value(silo.Person(child).WhoLeads(new LeadQuestion(Example.Trust, Example.Register("Examplechild", Example.Number(1)).Record)))).Person);
    }

    private static RaiseConcern Told { get; } = new("", null, "at the bus station", Severity.Red, [], Example.Council);

    private static string NewStream() => $"{ConcernFold.Prefix}{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

    private static IConcern Owner(RunningSilo silo, string stream) => silo.Grains.GetGrain<IConcern>(stream);
}

public sealed class AConcernOnPostgres() : AConcern(new PostgresHubPlace());

public sealed class AConcernOnSqlite() : AConcern(new SqliteHubPlace());
