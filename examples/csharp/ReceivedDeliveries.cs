using Google.Protobuf;
using Hub.Inbox.V1;
using Microsoft.Data.Sqlite;

namespace Hub.Examples;

/// <summary>Deliveries in an SQLite file for its owner's eyes, each once, in the order of receiving.</summary>
internal sealed class ReceivedDeliveries : IDisposable
{
    private readonly SqliteConnection database;

    public ReceivedDeliveries(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(file, options).Dispose();
        database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString);
        database.Open();
        using var table = database.CreateCommand();
        table.CommandText = "create table if not exists delivery (position integer primary key, id text not null unique, message blob not null)";
        table.ExecuteNonQuery();
    }

    /// <summary>Whether it is new. Answers when it is on disk; work that it causes belongs into the same transaction.</summary>
    public bool Store(Delivery delivery)
    {
        using var insert = database.CreateCommand();
        insert.CommandText = "insert into delivery (id, message) values ($id, $message) on conflict (id) do nothing";
        insert.Parameters.AddWithValue("$id", delivery.DeliveryId);
        insert.Parameters.AddWithValue("$message", delivery.ToByteArray());
        return insert.ExecuteNonQuery() == 1;
    }

    public void Dispose() => database.Dispose();
}
