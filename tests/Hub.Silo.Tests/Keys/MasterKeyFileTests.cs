using Hub.Silo.Keys;
using Xunit;

namespace Hub.Silo.Tests.Keys;

public sealed class MasterKeyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-keys-").FullName;

    private string KeyFile => Path.Combine(folder, "deeper", "master.key");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_made_file_is_for_its_owner_only_and_opens_what_it_wrapped_before()
    {
        byte[] wrapped;
        using (var keys = MasterKeys.LoadOrCreate(KeyFile))
        {
            wrapped = keys.Wrap(1, "k_stream", [1, 2, 3]);
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        using var again = MasterKeys.LoadOrCreate(KeyFile);
        Assert.Equal([1, 2, 3], again.Unwrap(1, "k_stream", "k1", wrapped));
    }

    [Fact]
    public void A_secret_opens_only_for_its_hub_its_owner_and_its_key()
    {
        using var keys = MasterKeys.LoadOrCreate(KeyFile);
        var wrapped = keys.Wrap(1, "k_stream", [1, 2, 3]);
        Assert.Throws<MasterKeyException>(() => keys.Unwrap(2, "k_stream", "k1", wrapped));
        Assert.Throws<MasterKeyException>(() => keys.Unwrap(1, "k_other", "k1", wrapped));
        Assert.Throws<MasterKeyException>(() => keys.Unwrap(1, "k_stream", "k2", wrapped));
    }

    [Fact]
    public void What_many_threads_wrap_at_once_opens()
    {
        using var keys = MasterKeys.LoadOrCreate(KeyFile);
        var broken = 0;
        using var start = new Barrier(4);

        // Threads of their own: a pool may let one do it all.
        var threads = Enumerable.Range(0, 4).Select(n => new Thread(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < 20_000; i++)
            {
                if (!Opens(keys, $"k_{n}"))
                {
                    Interlocked.Increment(ref broken);
                }
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Assert.Equal(0, broken);
    }

    [Fact]
    public void New_secrets_are_wrapped_with_the_last_key_and_old_ones_still_open()
    {
        byte[] old;
        using (var keys = MasterKeys.LoadOrCreate(KeyFile))
        {
            old = keys.Wrap(1, "k_stream", [1]);
        }

        File.AppendAllText(KeyFile, $"# the second key\nk2 {Convert.ToBase64String(new byte[32])}\n");
        using var both = MasterKeys.Load(KeyFile);
        Assert.Equal("k2", both.Current);
        Assert.Equal([1], both.Unwrap(1, "k_stream", "k1", old));
    }

    [Theory]
    [InlineData("")]
    [InlineData("k1\n")]
    [InlineData("k1 notbase64\n")]
    [InlineData("k1 AAAA\n")]
    [InlineData("K1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("k1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nk1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    public void A_malformed_file_is_refused_without_showing_a_key(string text)
    {
        var file = Path.Combine(folder, "bad.key");
        File.WriteAllText(file, text);
        var refused = Assert.Throws<MasterKeyException>(() => MasterKeys.Load(file));
        Assert.DoesNotContain("AAAA", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_refused() => Assert.Throws<MasterKeyException>(() => MasterKeys.Load(Path.Combine(folder, "none")));

    private static bool Opens(MasterKeys keys, string stream)
    {
        try
        {
            return keys.Unwrap(1, stream, "k1", keys.Wrap(1, stream, [1, 2, 3])) is [1, 2, 3];
        }
        catch (Exception e) when (e is MasterKeyException or System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}
