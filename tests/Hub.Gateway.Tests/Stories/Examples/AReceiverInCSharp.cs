using Hub.Inbox.V1;
using Hub.Silo;
using Microsoft.Data.Sqlite;

namespace Hub.Gateway.Tests.Stories.Examples;

/// <summary>The receiver of examples/csharp.</summary>
public abstract class AReceiverInCSharp(StoreKind kind) : AReceiver(kind)
{
    protected override IReadOnlyList<string> Command(params IReadOnlyList<string> arguments) => [Built.Dotnet, Built.At("Receiver"), .. arguments];

    protected override IEnumerable<string> Stored()
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Store, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        database.Open();
        using var question = database.CreateCommand();
        question.CommandText = "select message from delivery order by position";
        using var rows = question.ExecuteReader();
        while (rows.Read())
        {
            yield return Delivery.Parser.ParseFrom((byte[])rows[0]).Elements.Single().Content.Text;
        }
    }
}

/// <summary>On the embedded store.</summary>
public sealed class AReceiverInCSharpOnEmbedded() : AReceiverInCSharp(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class AReceiverInCSharpOnPostgres() : AReceiverInCSharp(StoreKind.Postgres);
