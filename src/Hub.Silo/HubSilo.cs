using Hub.Domain.Sharing;
using Hub.Silo.Agreements;
using Hub.Silo.Alerts;
using Hub.Silo.Audit;
using Hub.Silo.Cluster;
using Hub.Silo.Entrance;
using Hub.Silo.Handles;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Keys;
using Hub.Silo.Membership;
using Hub.Silo.People;
using Hub.Silo.Probing;
using Hub.Silo.Register;
using Hub.Silo.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Hub.Silo;

/// <summary>A silo's foundations, opened before Orleans starts: database at the right schema, keys, secret, registers. Whoever opened it
/// disposes of it after the host has stopped.</summary>
public sealed class HubSilo : IAsyncDisposable
{
    private const string Snapshots = "snapshots";
    private readonly SiloOptions options;
    private readonly MasterKeys master;
    private readonly OpenStore store;
    private readonly KeyRing keys;
    private readonly HubSecret secret;
    private readonly StreamFolder streams;
    private readonly AgencyRegister agencies;
    private readonly TeamRegister teams = new();
    private readonly AgreementRegister agreements = new();
    private readonly EditionRegister editions = new();
    private readonly Gateways gateways;
    private readonly Grounds grounds;
    private readonly Notices notices;
    private readonly RecentViews recent = new();
    private readonly TimeProvider time;
    private IReadOnlyList<LeaseRow> before = [];
    private bool isAlone;

    private HubSilo(SiloOptions options, MasterKeys master, OpenStore store, KeyRing keys, HubSecret secret, TimeProvider time)
    {
        (this.options, this.master, this.store, this.keys, this.secret, this.time) = (options, master, store, keys, secret, time);
        streams = new StreamFolder(store.Journal, keys);
        agencies = new AgencyRegister(options.Identity, time);
        gateways = new Gateways(time);
        grounds = new Grounds(gateways, time);
        notices = new Notices(store.Journal, new Registers(agencies, teams, agreements, editions, store.Journal, streams), grounds);
    }

    internal IJournalStore Store => store.Journal;

    /// <summary>Never ends in order: throws with one sentence when the database is not the one any more that this silo was started from.</summary>
    public async Task DatabaseStays(CancellationToken stop)
    {
        await store.Journal.Left.WaitAsync(stop);
        throw new DatabaseReplaced();
    }

    /// <summary>Never ends in order: throws with one sentence when this silo is alone and somebody who ran on the database before it goes on running.
    /// They would not find each other.</summary>
    public async Task NobodyElseRuns(CancellationToken stop)
    {
        // Whoever runs renews its lease every second.
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        for (var looks = 0; isAlone && looks < 5 && await ticks.WaitForNextTickAsync(stop); looks++)
        {
            try
            {
                if ((await store.Journal.ReadLeases(stop)).Any(now => before.Any(then => then.Silo == now.Silo && then.Until != now.Until)))
                {
                    throw new DatabaseInUse();
                }
            }
            catch (StoreFault)
            {
                // Nothing is shown while the database does not answer.
            }
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, time, stop);
    }

    /// <summary>Opens everything, or throws with a message that says what the operator must do.</summary>
    public static async Task<HubSilo> Open(SiloOptions options, TimeProvider time, CancellationToken stop)
    {
        var silo = await OpenToAudit(options, time, stop);
        try
        {
            silo.before = await silo.store.Journal.ReadLeases(stop);
            await silo.notices.Load(stop);
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens without believing any stream: an agency's broken one keeps a silo from starting, but not the audit from naming it.</summary>
    public static async Task<HubSilo> OpenToAudit(SiloOptions options, TimeProvider time, CancellationToken stop)
    {
        var opened = await OpenStore.Open(options, time, stop);
        MasterKeys? wrapping = null;
        try
        {
            // A fresh key beside an old database would only hide that the right one is missing.
            var mayMake = options.Store.Kind == StoreKind.Embedded && (await opened.Journal.ReadSecrets(stop)).Count == 0;
            wrapping = mayMake ? MasterKeys.LoadOrCreate(options.MasterKeyPath) : MasterKeys.Load(options.MasterKeyPath);
            var ring = new KeyRing(wrapping, options.Number, opened.Journal);
            return new HubSilo(options, wrapping, opened, ring, await ring.LoadHubSecret(stop), time);
        }
        catch
        {
            wrapping?.Dispose();
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings the schema up to date, and nothing else.</summary>
    public static Task Migrate(SiloOptions options, TimeProvider time, CancellationToken stop) => OpenStore.Migrate(options, time, stop);

    /// <summary>Gives roles that exist what a silo and a gateway need on PostgreSQL, and takes from them what else they had there.</summary>
    public static Task Grant(SiloOptions options, string? siloRole, string? gatewayRole, CancellationToken stop)
        => OpenStore.Grant(options, siloRole, gatewayRole, stop);

    /// <summary>Puts grains, journal and snapshots into an Orleans silo. Whoever wants it in a cluster says how its ports are guarded; without
    /// that it is alone, and its ports are closed.</summary>
    public void Configure(ISiloBuilder silo, Action<ISiloBuilder>? guardPorts = null)
    {
        isAlone = guardPorts is null;
        if (guardPorts is null)
        {
            silo.StayAlone(options);
        }
        else
        {
            silo.JoinOthers(options);
            guardPorts(silo);
        }

        silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(45));
        silo.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(60));
        silo.AddAdoNetGrainStorage(Snapshots, (AdoNetGrainStorageOptions o) =>
        {
            (o.Invariant, o.ConnectionString) = (store.SnapshotInvariant, store.SnapshotConnection);
            o.GrainStorageSerializer = new SnapshotSerializer();
        });
        silo.Services
            .AddSingleton(time)
            .AddSingleton(store.Journal).AddSingleton(keys).AddSingleton(secret).AddSingleton(streams)
            .AddSingleton(agencies).AddSingleton(teams).AddSingleton(agreements).AddSingleton(editions)
            .AddSingleton(options.Journal)
            .AddSingleton<JournalTelemetry>().AddSingleton<LaneLog>().AddSingleton<OwnerLog>()
            .AddSingleton<GroupCommit>()
            .AddSingleton<ReceiptLaneLog>().AddSingleton(services => new ReceiptLane(
                store.Journal.OpenReceiptLane(), options.Journal, services.GetRequiredService<JournalTelemetry>(), services.GetRequiredService<ReceiptLaneLog>()))
            .AddSingleton<SiloLeaseLog>().AddSingleton(Lease).AddHostedService(services => services.GetRequiredService<SiloLease>())
            .AddSingleton<HandleCodec>().AddSingleton<PageTokens>().AddSingleton<PersonClaims>().AddSingleton<Arrival>()
            .AddSingleton(options.Probing).AddSingleton<ProbingTelemetry>().AddSingleton<ProbingLog>().AddSingleton<AskedFor>()
            .AddSingleton(services => services.GetRequiredKeyedService<IGrainStorage>(Snapshots))
            .AddSingleton(grounds).AddSingleton(gateways).AddSingleton(notices).AddSingleton<Silence>().AddSingleton<InboxFeed>().AddSingleton(recent)
            .AddSingleton(services => new CommitNews(grounds, recent, services.GetRequiredService<InboxFeed>(), services.GetRequiredService<Nudges>().Committed))
            .AddSingleton<InboxTelemetry>().AddSingleton<InboxLog>().AddSingleton<DeliveryViews>().AddSingleton<InboxServices>().AddSingleton<Hearers>()
            .AddSingleton<Audience>().AddSingleton<Askers>().AddSingleton<Dispatch>().AddSingleton<PersonServices>()
            .AddSingleton<SweeperLog>().AddHostedService<Sweeper>().AddSingleton<RedeciderLog>().AddHostedService<Redecider>()
            .AddSingleton<DutyTeams>().AddSingleton<AgreementDispatch>().AddSingleton<AgreementTelemetry>().AddSingleton<AgreementLog>().AddHostedService<Announcer>()
            .AddSingleton<RulesLog>().AddHostedService<Beginner>()
            .AddSingleton<ConcernDispatch>().AddSingleton<ConcernTelemetry>().AddSingleton<ConcernLog>()
            .AddSingleton(services => new Sightings(store.Journal, Self(services), time)).AddSingleton<ClusterBarrier>().AddSingleton<ClusterLog>().AddSingleton<ClusterTelemetry>()
            .AddSingleton(services => new Upheaval(
                services.GetRequiredService<ISiloStatusOracle>(), time, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping))
            .AddSingleton<Nudges>().AddHostedService(services => services.GetRequiredService<Nudges>()).AddHostedService<BatchTail>()
            .AddSingleton<OwnerServices>();
        silo.Services.TryAddSingleton<ISharingFacts, SharingFacts>();
        silo.Services.AddPlacementDirector<DoorPlacement, DoorPlacementDirector>();
    }

    // By the address of this very run: a silo that was started again answers for itself, not for the one before.
    private static string Self(IServiceProvider services) => services.GetRequiredService<ILocalSiloDetails>().SiloAddress.ToParsableString();

    private SiloLease Lease(IServiceProvider services)
    {
        var (self, sightings) = (Self(services), services.GetRequiredService<Sightings>());
        return new SiloLease(Renew, grounds.Settled, time, services.GetRequiredService<SiloLeaseLog>());

        async ValueTask<LeaseGrant> Renew(TimeSpan length, CancellationToken stop)
        {
            var grant = await store.Journal.RenewLease(self, length, stop);
            try
            {
                await notices.CatchUp(grant.Sequence, stop);
            }
            catch (BrokenStream)
            {
                // Nothing is shown before it is mended: it may be what takes something away.
                services.GetRequiredService<ClusterLog>().Stuck(notices.Through + 1);
                throw;
            }

            await sightings.Look(stop);
            await sightings.Forget(stop);
            return grant;
        }
    }

    /// <summary>Reads the whole journal and names what is not as the hub wrote it. Reports streams read.</summary>
    public Task<AuditReport> Audit(IProgress<long>? progress, CancellationToken stop)
        => new JournalAudit(store.Journal, new StreamAudit(store.Journal, keys, new PersonClaims(store.Journal, secret))).Run(progress, stop);

    /// <summary>Every decision about sharing that the journal holds: who was to hear of what, and why. Never content, and never a person.</summary>
    public Task<DecisionReport> Decisions(CancellationToken stop) => new DecisionAudit(store.Journal, keys).Run(stop);

    /// <summary>Erases all that was ever written about a stream's owner, by whose order. Envelopes stay, and the chain stays whole.</summary>
    internal async Task Erase(string stream, string order, CancellationToken stop)
    {
        try
        {
            await keys.Destroy(stream, order, stop);
        }
        finally
        {
            // Also when nobody knows whether the key is gone: what is stored says so.
            recent.Forget(stream);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        notices.Dispose();
        secret.Dispose();
        master.Dispose();
        await store.DisposeAsync();
    }
}
