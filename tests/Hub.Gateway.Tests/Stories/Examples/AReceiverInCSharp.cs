using Hub.Inbox.V1;
using Microsoft.Data.Sqlite;

namespace Hub.Gateway.Tests.Stories.Examples;

/// <summary>The receiver of examples/csharp.</summary>
public sealed class AReceiverInCSharp : AReceiver
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
