using System.Net;
using Microsoft.Extensions.Configuration;

namespace Hub.Host.Configuration;

/// <summary>Reads the tree and refuses what is not in it.</summary>
internal static class HubSettings
{
    public const string Section = "Hub";

    /// <summary>Throws <see cref="SettingsException"/> with one sentence that names the key, never its value.</summary>
    public static HubOptions Read(IConfiguration configuration)
    {
        var known = SettingsReference.Keys().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in configuration.GetSection(Section).AsEnumerable())
        {
            // The entries of a list stand under its key, by number.
            if (value is not null && !known.Contains(key) && !known.Contains(key[..key.LastIndexOf(':')]))
            {
                throw new SettingsException($"{key} is not a setting");
            }
        }

        HubOptions options;
        try
        {
            options = configuration.GetSection(Section).Get<HubOptions>(b => b.ErrorOnUnknownConfiguration = true) ?? new HubOptions();
        }
        catch (InvalidOperationException)
        {
            // The binder's own sentence holds the value, which may be a password.
            throw new SettingsException($"{known.First(k => Misfits(configuration, k))} cannot take its value");
        }

        var journal = options.Silo.Journal;
        Within("Silo:Number", options.Silo.Number, 1, ushort.MaxValue);
        Within("Silo:Journal:Lanes", journal.Lanes, 1, 16);
        Within("Silo:Journal:BatchSize", journal.BatchSize, 1, 1024);
        Within("Silo:Journal:QueueCommits", journal.QueueCommits, 1, 1_000_000);
        Within("Silo:Journal:QueueBytes", journal.QueueBytes, 1L << 20, 1L << 40);
        Within("Silo:Journal:CommandTimeout, in milliseconds,", (long)journal.CommandTimeout.TotalMilliseconds, 1, 60_000);
        var probing = options.Silo.Probing;
        Within("Silo:Probing:RefuseRegistrationsAt", probing.RefuseRegistrationsAt, 1, 1_000_000);
        Within("Silo:Probing:RefuseAt", probing.RefuseAt, 1, 1_000_000);
        Within("Silo:Probing:AlarmAt", probing.AlarmAt, 1, Math.Min(probing.RefuseAt, probing.RefuseRegistrationsAt));
        Reachable("Silo:Cluster:Address", options.Silo.Cluster.Address);
        Endpoint("Gateway:Listen", options.Gateway.Listen);
        if (options.Telemetry.Listen.Length > 0)
        {
            Endpoint("Telemetry:Listen", options.Telemetry.Listen);
        }

        return options;
    }

    private static void Within(string key, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw new SettingsException($"{Section}:{key} must be {least} to {most}");
        }
    }

    // Others are told it: "any address" leads them nowhere.
    private static void Reachable(string key, string text)
    {
        if (!IPAddress.TryParse(text, out var address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            throw new SettingsException($"{Section}:{key} must be an address by which others reach this silo, such as 127.0.0.1");
        }
    }

    private static bool Misfits(IConfiguration configuration, string key)
    {
        var (node, type) = (configuration.GetSection(key), SettingsReference.TypeOf(key));
        try
        {
            return node.Exists() && node.Get(type) is null;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    public static IPEndPoint Endpoint(string key, string text)
        => IPEndPoint.TryParse(text, out var endpoint) && endpoint.Port > 0
            ? endpoint
            : throw new SettingsException($"{Section}:{key} must be an address and a port, such as 127.0.0.1:7443");
}

/// <summary>A setting is unknown or cannot be taken.</summary>
internal sealed class SettingsException(string message) : Exception(message);
