using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Inbox.V1;
using Hub.Teams.V1;

namespace Hub.Host.Demo;

/// <summary>An agency's system: its own connection over mutual TLS and, when it has a team, an open stream of that team's inbox.</summary>
internal sealed class DemoAgency(DemoCard card, HubClient client, DemoListener? listener) : IAsyncDisposable
{
    private DemoListener? ears = listener;

    public DemoCard Card => card;

    public HubClient Client => client;

    public DemoListener Ears => ears ?? throw new InvalidOperationException($"{card.Short} has no team that listens");

    /// <summary>The registrar admits it and registers its key; then it opens its team and begins to listen by itself.</summary>
    public static async Task<DemoAgency> Enter(DemoStage stage, DemoCard card, CancellationToken stop)
    {
        var registrar = stage.Registrar.Agencies;
        await registrar.AdmitAgencyAsync(new AdmitAgencyRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = card.Id,
            Name = card.Name,
            Sector = card.Sector,
            DutyNumber = card.Duty,
        }, cancellationToken: stop);
        await registrar.RegisterConnectionAsync(
            new RegisterConnectionRequest { RequestId = HubRequest.NewId(), AgencyId = card.Id, KeyFingerprint = stage.NewKey(card.Id) }, cancellationToken: stop);
        await registrar.RegisterPractitionerAsync(
            new RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = card.Id, PractitionerId = card.Practitioner }, cancellationToken: stop);
        var client = stage.Connect(card.Id, card.Id, card.Practitioner);
        return new DemoAgency(card, client, card.Team.Length == 0 ? null : await Listen(client, card, stop));
    }

    /// <summary>What somebody of the team reads at the person's door.</summary>
    public async Task<IReadOnlyList<Delivery>> Open(HubClient by)
        => [.. (await by.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = card.Team })).Deliveries];

    /// <summary>A new stream, once the one before was closed.</summary>
    public async Task ListenAgain()
    {
        await Ears.DisposeAsync();
        ears = new DemoListener(client, card.Team, TimeProvider.System);
    }

    public ValueTask DisposeAsync() => ears?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<DemoListener> Listen(HubClient client, DemoCard card, CancellationToken stop)
    {
        await client.Teams.OpenTeamAsync(
            new OpenTeamRequest { RequestId = HubRequest.NewId(), TeamId = card.Team, Name = $"{card.Name} (fictional)", DutyNumber = card.Duty }, cancellationToken: stop);
        await client.Teams.AssignRoleAsync(
            new AssignRoleRequest { RequestId = HubRequest.NewId(), TeamId = card.Team, PractitionerId = card.Practitioner, Role = card.Role }, cancellationToken: stop);
        await client.Inbox.RegisterSubscriberAsync(
            new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = card.Team, Subscriber = DemoListener.Subscriber }, cancellationToken: stop);
        return new DemoListener(client, card.Team, TimeProvider.System);
    }
}
