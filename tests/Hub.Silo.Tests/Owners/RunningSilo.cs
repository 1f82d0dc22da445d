using Hub.Contracts.Agencies;
using Hub.Contracts.People;
using Hub.Silo.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Hub.Silo.Tests.Owners;

/// <summary>A real silo on loopback over a place.</summary>
internal sealed class RunningSilo : IAsyncDisposable
{
    private readonly IHost host;

    private RunningSilo(IHost host, HubSilo hub) => (this.host, Hub) = (host, hub);

    public HubSilo Hub { get; }

    public IJournalStore Store => Hub.Store;

    public IGrainFactory Grains => Service<IGrainFactory>();

    public static async Task<RunningSilo> Start(HubPlace place)
    {
        var hub = await HubSilo.Open(place.Options, TimeProvider.System, CancellationToken.None);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.UseOrleans(orleans => hub.Configure(orleans));
        var silo = new RunningSilo(builder.Build(), hub);
        try
        {
            await silo.host.StartAsync();
            return silo;
        }
        catch
        {
            // Stopping a host that has not started would hide why.
            await ((IAsyncDisposable)silo.host).DisposeAsync();
            await hub.DisposeAsync();
            throw;
        }
    }

    public T Service<T>()
        where T : notnull
        => host.Services.GetRequiredService<T>();

    public IPerson Person(string stream) => stream[0] == 'k' ? Grains.GetGrain<IChild>(stream) : Grains.GetGrain<IAdult>(stream);

    public IAgency Agency(string id) => Grains.GetGrain<IAgency>($"o_{id}");

    /// <summary>Every idle owner leaves memory, its snapshot written.</summary>
    public Task Forget() => Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        await Hub.DisposeAsync();
    }
}
