using Hub.Silo.Audit;
using Hub.Silo.Keys;
using Hub.Silo.Tests.Owners;

namespace Hub.Silo.Tests.Audit;

/// <summary>A copy of a filled journal that somebody with the database's own password changes.</summary>
internal sealed class TamperedCopy(FilledJournal journal, HubPlace place) : IAsyncDisposable
{
    public FilledJournal Journal => journal;

    public HubPlace Place => place;

    public static async Task<TamperedCopy> Of(FilledJournal journal)
    {
        var copy = new TamperedCopy(journal, await journal.Place.Copy());
        await copy.Place.AllowRewriting();
        return copy;
    }

    public async Task Run(string sql) => Assert.True(await place.Run(sql) > 0, "nothing was changed");

    public Task Set(string column, string value, string stream, long version)
        => Run($"update event set {column} = {value} where stream = '{stream}' and version = {version}");

    public async Task<byte[]> Get(string column, string stream, long version)
        => await place.Ask<byte[]>($"select {column} from event where stream = '{stream}' and version = {version}");

    /// <summary>Gives two rows of a table each other's value.</summary>
    public async Task Swap(string table, string column, string one, string other)
    {
        var (a, b) = (await place.Ask<byte[]>($"select {column} from {table} where {one}"), await place.Ask<byte[]>($"select {column} from {table} where {other}"));
        await Run($"update {table} set {column} = {place.Bytes(b)} where {one}");
        await Run($"update {table} set {column} = {place.Bytes(a)} where {other}");
    }

    /// <summary>The stream's own secret, which an intruder has not: for rows of another history of the same database.</summary>
    public async Task<StreamSecret> Secret(string stream)
    {
        using var master = MasterKeys.Load(place.Options.MasterKeyPath);
        var key = (await place.Rows($"select master_key, wrapped from stream_key where stream = '{stream}'"))[0];
        return new StreamSecret(1, stream, master.Unwrap(1, stream, (string)key[0], (byte[])key[1]));
    }

    public Task<AuditReport> Audit() => FilledJournal.Audit(place);

    public async ValueTask DisposeAsync() => await place.DisposeAsync();
}
