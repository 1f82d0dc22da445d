namespace Hub.Silo.Journal.Sqlite;

/// <summary>A lock of the operating system on a file of its own; it ends with the process, however that ends.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream held;

    private FileLock(FileStream held) => this.held = held;

    /// <summary>Throws <see cref="StoreInUse"/>.</summary>
    public static FileLock Take(string path)
    {
        try
        {
            return new FileLock(Open(path));
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new StoreInUse(path, e);
        }
    }

    /// <summary>Waits for its turn. Throws <see cref="StoreInUse"/> when that does not come.</summary>
    public static async Task<FileLock> Wait(string path, TimeProvider time, TimeSpan patience, CancellationToken stop)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return Take(path);
            }
            catch (StoreInUse) when (time.GetElapsedTime(start) < patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), time, stop);
            }
        }
    }

    public void Dispose() => held.Dispose();

    // The file stays: deleting it would let a third process lock another file of the same name.
    private static FileStream Open(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    // Sharing violation on Windows; EWOULDBLOCK on Linux and macOS.
    private static bool IsHeld(IOException e) => e.HResult is unchecked((int)0x80070020) or 11 or 35;
}
