using Hub.Client.Connections;
using Hub.Host.Configuration;
using Hub.Silo;
using Hub.Silo.Audit;

namespace Hub.Host.Demo.Cluster;

/// <summary>Two silos and two gateways as processes of their own, over a PostgreSQL of their own.</summary>
internal sealed class DemoCluster : IDemoHub
{
    public const string About = "A hub of two silos and two gateways on this machine, over a PostgreSQL of its own: mutual TLS everywhere. Everybody here is fictional.";
    private static readonly TimeProvider Time = TimeProvider.System;
    private readonly List<ClusterMember> members = [];
    private readonly PrivatePostgres postgres;
    private readonly ClusterSettings settings;
    private readonly KilledSilo killed;

    private DemoCluster(string folder, CertificateAuthority agencies, PrivatePostgres postgres)
    {
        (this.postgres, settings) = (postgres, new ClusterSettings(folder, agencies, postgres));
        killed = new KilledSilo(this, Time);
    }

    public IReadOnlyList<string> Gateways => [.. members.Where(m => m.Role == HubRole.Gateway).Select(m => m.Options.Gateway.Listen)];

    public IReadOnlyList<string> Operators => [.. members.Select(m => m.Options.Telemetry.Listen)];

    public IReadOnlyList<Func<DemoStory, Task>> Mishaps => [killed.Play];

    public IReadOnlyList<ClusterMember> Silos => [.. members.Where(m => m.Role == HubRole.Silo)];

    /// <summary>Starts everything, and tells what is up; when something does not start, ends what has.</summary>
    public static async Task<IDemoHub> Start(string folder, CertificateAuthority agencies, Action<string> tell, CancellationToken stop)
    {
        var began = Time.GetTimestamp();
        var cluster = new DemoCluster(folder, agencies, PrivatePostgres.Begin(folder));
        try
        {
            await cluster.Start(stop);
            tell($"PostgreSQL, {string.Join(", ", cluster.members.Select(m => m.Name))}: each a process of its own, up after {Time.GetElapsedTime(began).TotalSeconds:0} s.");
            return cluster;
        }
        catch
        {
            await cluster.End();
            throw;
        }
    }

    /// <summary>Ends a silo by SIGKILL.</summary>
    public async Task Kill(ClusterMember silo)
    {
        members.Remove(silo);
        await silo.Process.Kill();
        silo.Process.Dispose();
    }

    public async Task<AuditReport> Audit(CancellationToken stop)
    {
        await using var journal = await HubSilo.OpenToAudit(settings.Visit(PrivatePostgres.Silo), Time, stop);
        return await journal.Audit(null, stop);
    }

    public async Task<DecisionReport> Decisions(CancellationToken stop)
    {
        await using var journal = await HubSilo.OpenToAudit(settings.Visit(PrivatePostgres.Silo), Time, stop);
        return await journal.Decisions(stop);
    }

    public IEnumerable<DemoNote> Promises(AuditReport audit) => killed.Promises(audit);

    public async Task WaitForShutdown(CancellationToken stop)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var telling = stop.UnsafeRegister(t => ((TaskCompletionSource)t!).TrySetResult(), told);
        var ended = await Task.WhenAny([.. members.Select(m => m.Process.Ended), told.Task]);
        if (!stop.IsCancellationRequested)
        {
            throw new DemoStagingException($"{members.First(m => m.Process.Ended == ended).Name} has ended by itself");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!await End())
        {
            throw new DemoStagingException("not all processes of the cluster ended in order");
        }
    }

    // First whom agencies call, last what everything is kept in.
    private async Task<bool> End()
    {
        var isInOrder = true;
        foreach (var role in members.GroupBy(m => m.Role).OrderByDescending(r => r.Key == HubRole.Gateway).ToList())
        {
            var ended = await Task.WhenAll(role.Select(m => m.Process.End()));
            isInOrder &= Array.TrueForAll(ended, e => e);
        }

        isInOrder &= await postgres.End();
        members.ForEach(m => m.Process.Dispose());
        postgres.Dispose();
        return isInOrder;
    }

    private async Task Start(CancellationToken stop)
    {
        await postgres.IsUp(stop);
        var owner = settings.Visit(PrivatePostgres.Owner);
        await HubSilo.Migrate(owner, Time, stop);
        await HubSilo.Grant(owner, PrivatePostgres.Silo, PrivatePostgres.Gateway, stop);
        foreach (var role in new[] { HubRole.Silo, HubRole.Gateway })
        {
            members.Add(ClusterMember.Start(settings, role, 1));
            members.Add(ClusterMember.Start(settings, role, 2));
        }

        await Task.WhenAll(members.Select(m => m.Process.IsUp(stop)));
    }
}
