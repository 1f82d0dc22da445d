using System.Security.Cryptography;
using Hub.Silo.Keys;

namespace Hub.Silo.Tests.Owners;

/// <summary>All owners of a silo share its master keys.</summary>
public sealed class ManyOwnersAtOnce : IDisposable
{
    private readonly string file = Path.GetTempFileName();
    private readonly MasterKeys keys;

    public ManyOwnersAtOnce()
    {
        File.WriteAllText(file, $"m1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
        keys = MasterKeys.Load(file);
    }

    public void Dispose()
    {
        keys.Dispose();
        File.Delete(file);
    }

    [Fact]
    public async Task Wrap_and_open_their_keys_without_mixing_them()
    {
        using var together = new Barrier(4);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Factory.StartNew(
            () => Run(thread, together), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }

    private void Run(int thread, Barrier together)
    {
        try
        {
            for (var round = 0; round < 200; round++)
            {
                together.SignalAndWait();
                for (var i = 0; i < 200; i++)
                {
                    var (stream, secret) = ($"k_{thread}{round}{i}", RandomNumberGenerator.GetBytes(32));
                    Assert.Equal(secret, keys.Unwrap(1, stream, "m1", keys.Wrap(1, stream, secret)));
                }
            }
        }
        finally
        {
            together.RemoveParticipant();
        }
    }
}
