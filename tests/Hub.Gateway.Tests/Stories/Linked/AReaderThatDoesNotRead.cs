using System.Text;
using Google.Protobuf;
using Hub.Agencies.V1;
using Hub.Client.Calls;
using Hub.Faults.Wire;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>A delivery that the hub has written, held by an HTTP/2 window that is closed. A small write counts as complete then; what was taken
/// away meanwhile must not come out when the window opens.</summary>
public abstract class AReaderThatDoesNotRead(StoreKind kind) : IAsyncLifetime
{
    private const string Words = "Slept two hours.";
    private const string Subscribe = "/hub.inbox.v1.InboxService/Subscribe";
    private const string Fetch = "/hub.inbox.v1.InboxService/FetchDeliveries";
    private static readonly SubscribeRequest Stream = new() { TeamId = Family.ChildrensTeam, Subscriber = Family.System };
    private static readonly FetchDeliveriesRequest Poll = new() { TeamId = Family.ChildrensTeam, Subscriber = Family.System, WaitSeconds = 20 };
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Receives_when_nothing_was_taken_away()
    {
        await using var raw = await Written(Subscribe, Stream);
        await raw.OpenWindows();
        await Look.Until(() => Came(raw));
    }

    [Fact]
    public async Task Of_a_stream_gets_nothing_after_an_agreement_has_ended()
    {
        await using var raw = await Written(Subscribe, Stream);
        var took = await Timed(family.EndAgreement);
        await raw.OpenWindows();
        Assert.False(Came(raw));
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task Of_a_stream_gets_nothing_after_its_key_was_revoked()
    {
        await using var raw = await Written(Subscribe, Stream);
        await Revoke();
        await raw.OpenWindows();
        Assert.False(Came(raw));
    }

    [Fact]
    public async Task Of_a_stream_gets_nothing_after_the_link_has_ended_though_the_stream_was_taken_over_by_another()
    {
        await using var raw = await Written(Subscribe, Stream);
        await using var other = await RawHttp2.Connect(hub.Address.Port, hub.Authority, "council");
        await other.Call(Subscribe, Stream);
        await Family.EndLink(family.Trust, family.Mother);
        await raw.OpenWindows();
        await other.OpenWindows();
        Assert.False(Came(raw) || Came(other));
    }

    [Fact]
    public async Task Of_a_poll_gets_nothing_after_an_agreement_has_ended()
    {
        await using var raw = await Written(Fetch, Poll);
        var took = await Timed(family.EndAgreement);
        await raw.OpenWindows();
        Assert.False(Came(raw));
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task Of_a_poll_gets_nothing_after_the_link_has_ended_though_it_has_asked_again_meanwhile()
    {
        await using var raw = await Written(Fetch, Poll);
        Assert.Single(await Family.Fetch(family.Council, Family.ChildrensTeam));
        await using var third = await RawHttp2.Connect(hub.Address.Port, hub.Authority, "council");
        var before = await hub.HandOvers();
        await third.Call(Fetch, Poll);
        await Look.Until(async () => await hub.HandOvers() > before);
        await Family.EndLink(family.Trust, family.Mother);
        await raw.OpenWindows();
        await third.OpenWindows();
        Assert.False(Came(raw) || Came(third));
    }

    [Fact]
    public async Task Of_a_poll_gets_nothing_after_its_key_was_revoked()
    {
        await using var raw = await Written(Fetch, Poll);
        await Revoke();
        await raw.OpenWindows();
        Assert.False(Came(raw));
    }

    [Fact]
    public async Task Of_a_stream_gets_nothing_after_a_call_that_found_its_key_revoked_already()
    {
        await using var raw = await Written(Subscribe, Stream);
        var first = Revoke();
        await Revoke();
        await raw.OpenWindows();
        Assert.False(Came(raw));
        await first;
    }

    private static bool Came(RawHttp2 raw) => raw.Content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Words)) >= 0;

    private static async Task<TimeSpan> Timed(Func<Task> what)
    {
        var began = TimeProvider.System.GetTimestamp();
        await what();
        return TimeProvider.System.GetElapsedTime(began);
    }

    private async Task<RawHttp2> Written(string path, IMessage request)
    {
        var before = await hub.HandOvers();
        var raw = await RawHttp2.Connect(hub.Address.Port, hub.Authority, "council");
        await raw.Call(path, request);
        await family.ReviseMother(People.Element(Words, Category.HealthMental));
        await Look.Until(async () => await hub.HandOvers() > before);
        return raw;
    }

    private async Task Revoke()
        => await hub.Registrar.Agencies.RevokeConnectionAsync(new RevokeConnectionRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = "council",
            KeyFingerprint = hub.Authority.Fingerprint("council"),
        });
}

/// <summary>On the embedded store.</summary>
public sealed class AReaderThatDoesNotReadOnEmbedded() : AReaderThatDoesNotRead(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class AReaderThatDoesNotReadOnPostgres() : AReaderThatDoesNotRead(StoreKind.Postgres);
