using System.Security.Cryptography;
using System.Text;

namespace Hub.Silo.Keys;

/// <summary>The keys that wrap all others. They live outside the database, in a file that is mounted, or made on the embedded default.</summary>
public sealed class MasterKeys : IDisposable
{
    private readonly Dictionary<string, AesGcm> keys = [];

    // All owners share these ciphers, and one is not for two threads at once: what it wrapped for both would never open again.
    private readonly Lock turn = new();

    private MasterKeys(IReadOnlyList<(string Id, byte[] Key)> lines)
    {
        foreach (var (id, key) in lines)
        {
            keys.Add(id, new AesGcm(key, 16));
        }

        Current = lines[^1].Id;
    }

    /// <summary>Id of the key that new secrets are wrapped with.</summary>
    public string Current { get; }

    /// <summary>Reads a key file. Throws <see cref="MasterKeyException"/> when it is missing or malformed; the message names file and
    /// line, never a key.</summary>
    public static MasterKeys Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new MasterKeyException($"no master key file at {path}");
        }

        var lines = new List<(string, byte[])>();
        var number = 0;
        foreach (var line in File.ReadLines(path, Encoding.ASCII))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var key = new byte[32];
            if (line.Split(' ') is not [var id, var text] || !IsId(id) || lines.Exists(l => l.Item1 == id)
                || !Convert.TryFromBase64String(text, key, out var length) || length != 32)
            {
                throw new MasterKeyException($"{path}, line {number}: expected an id of its own and 32 bytes in base64");
            }

            lines.Add((id, key));
        }

        return lines.Count > 0 ? new MasterKeys(lines) : throw new MasterKeyException($"{path} holds no key");
    }

    /// <summary>Reads the key file, making one with a fresh key first when there is none. For the embedded default only.</summary>
    public static MasterKeys LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes($"k1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n"));
            file.Flush(flushToDisk: true);
        }

        return Load(path);
    }

    internal byte[] Wrap(int hub, string owner, byte[] secret)
    {
        lock (turn)
        {
            return SealedBlob.Seal(keys[Current], Associated(hub, owner, Current), secret);
        }
    }

    /// <summary>The secret; throws when its master key is not in the file or the bytes are not what that key wrapped for this owner.</summary>
    internal byte[] Unwrap(int hub, string owner, string masterKey, byte[] wrapped)
        => !keys.TryGetValue(masterKey, out var key) ? throw new MasterKeyException($"the key file lacks master key {masterKey}")
            : Open(key, Associated(hub, owner, masterKey), wrapped)
                ?? throw new MasterKeyException($"a secret wrapped by master key {masterKey} does not open with the key of that name");

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var key in keys.Values)
        {
            key.Dispose();
        }
    }

    private byte[]? Open(AesGcm key, ReadOnlySpan<byte> associated, byte[] wrapped)
    {
        lock (turn)
        {
            return SealedBlob.Open(key, associated, wrapped);
        }
    }

    private static bool IsId(string id) => id.Length is >= 1 and <= 16 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static ReadOnlySpan<byte> Associated(int hub, string owner, string masterKey)
        => new CanonicalBytes(128).Str("wrap").U16(hub).Str(owner).Str(masterKey).Written;
}

/// <summary>The master key file cannot be used.</summary>
public sealed class MasterKeyException(string message) : Exception(message);
