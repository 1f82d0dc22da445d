using Hub.Agencies.V1;
using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Refusals;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Callers;

/// <summary>A key whose right to call was taken away.</summary>
public abstract class ARevokedConnection(StoreKind kind)
{
    [Fact]
    public async Task Is_refused_on_the_very_next_call_and_stays_so_while_the_agencys_other_keys_go_on()
    {
        await using var hub = await RunningHub.Start(kind);
        var council = await hub.Agency("council");
        var next = hub.Client("council-next", "council", "SW999001");
        await hub.Registrar.Agencies.RegisterConnectionAsync(new RegisterConnectionRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = "council",
            KeyFingerprint = hub.Authority.Fingerprint("council-next"),
        });
        var child = await council.Register(People.Sam());
        await Reads(council, child);
        await Reads(next, child);

        await next.Agencies.RevokeConnectionAsync(Revocation(hub));
        await IsRefused(council, child);
        await Reads(next, child);
        await IsRefused(hub.Client("council", "council", "SW999001"), child);

        var registered = await Told.By(async () => await hub.Registrar.Agencies.RegisterConnectionAsync(new RegisterConnectionRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = "council",
            KeyFingerprint = hub.Authority.Fingerprint("council"),
        }));
        Assert.Equal(("STATE_CONFLICT", "key_fingerprint"), (registered.Reason, Assert.Single(registered.Fields)));
        await hub.StopProcess();
        await hub.StartProcess();
        await IsRefused(hub.Client("council", "council", "SW999001"), child);
        await Reads(hub.Client("council-next", "council", "SW999001"), child);
    }

    [Fact]
    public async Task Is_refused_among_many_calls_of_one_connection()
    {
        await using var hub = await RunningHub.Start(kind);
        var council = await hub.Agency("council");
        var child = await council.Register(People.Sam());
        var revoked = hub.Registrar.Agencies.RevokeConnectionAsync(Revocation(hub)).ResponseAsync;
        while (!revoked.IsCompleted)
        {
            // Either answer is right until the hub has said that the key is gone.
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Record.ExceptionAsync(() => Reads(council, child))));
        }

        await revoked;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => IsRefused(council, child)));
    }

    private static RevokeConnectionRequest Revocation(RunningHub hub)
        => new() { RequestId = HubRequest.NewId(), AgencyId = "council", KeyFingerprint = hub.Authority.Fingerprint("council") };

    private static async Task Reads(HubClient agency, string child) => await agency.Children.GetChildAsync(new GetChildRequest { Child = child });

    private static async Task IsRefused(HubClient agency, string child)
        => Assert.Equal("UNKNOWN_CALLER", (await Told.By(() => Reads(agency, child))).Reason);
}

/// <summary>On the embedded store.</summary>
public sealed class ARevokedConnectionOnEmbedded() : ARevokedConnection(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class ARevokedConnectionOnPostgres() : ARevokedConnection(StoreKind.Postgres);
