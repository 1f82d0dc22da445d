using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hub.Contracts.Cluster;
using Microsoft.Extensions.Hosting;

namespace Hub.Gateway.Inbox;

/// <summary>The silos that this gateway takes deliveries from.</summary>
internal sealed class Contacts(IGrainFactory grains, TimeProvider time) : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Contact?>>> known = new(StringComparer.Ordinal);
    private const int Tries = 6;
    private readonly ConcurrentDictionary<Contact, bool> all = new();
    private readonly CancellationTokenSource ended = new();

    /// <summary>The name under which silos hear this process; another one after every start.</summary>
    public string Self { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The silo has heard this gateway, and goes on hearing it. Null when it does not answer, or has nothing to give.</summary>
    public async Task<Contact?> With(string silo)
        => known.TryGetValue(silo, out var meeting) && await Open(silo, meeting) is { } contact
            ? contact
            : await Open(silo, known.GetOrAdd(silo, s => new Lazy<Task<Contact?>>(() => Meet(s))));

    // One that is over is forgotten: whoever comes next begins anew.
    private async Task<Contact?> Open(string silo, Lazy<Task<Contact?>> meeting)
    {
        if (await meeting.Value is { IsOpen: true } met)
        {
            return met;
        }

        known.TryRemove(new KeyValuePair<string, Lazy<Task<Contact?>>>(silo, meeting));
        return null;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After the port that agencies call, which still had to hear silos, and before a silo of the same process, which would answer no more.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => ended.CancelAsync();

    public void Dispose()
    {
        ended.Dispose();
        foreach (var contact in all.Keys)
        {
            contact.Dispose();
        }
    }

    private async Task<Contact?> Meet(string silo)
    {
        // One that has lost its lease for a moment has something to give again soon.
        for (var tried = 0; tried < Tries; tried++)
        {
            var contact = new Contact(grains.GetGrain<IDoor>(silo), Self, time);
            if (await contact.Beat() && contact.IsOpen)
            {
                all[contact] = true;
                _ = contact.KeepUp(() => all.TryRemove(contact, out _), ended.Token);
                return contact;
            }

            contact.Dispose();
            await Task.Delay(Contact.Every, time);
        }

        return null;
    }
}
