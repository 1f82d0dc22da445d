using System.Text.Json;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Examples;

/// <summary>The receiver of examples/node: another language, from protos and certificates alone.</summary>
public abstract class AReceiverInNode(StoreKind kind, NodeExamples node) : AReceiver(kind), IClassFixture<NodeExamples>
{
    protected override IReadOnlyList<string> Command(params IReadOnlyList<string> arguments) => node.Command("receiver.mjs", arguments);

    protected override IEnumerable<string> Stored()
        => File.ReadLines(Store).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("elements")[0].GetProperty("content").GetProperty("text").GetString()!);

    [Fact]
    public async Task Drops_a_line_that_a_crash_cut_short()
    {
        await File.WriteAllTextAsync(Store, "{\"deliveryId\":\"");
        await Revise("Slept two hours.");
        using var receiver = Start();
        await receiver.Line();
        Assert.Equal(["Slept two hours."], Stored());
    }
}

/// <summary>On the embedded store.</summary>
public sealed class AReceiverInNodeOnEmbedded(NodeExamples node) : AReceiverInNode(StoreKind.Embedded, node);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class AReceiverInNodeOnPostgres(NodeExamples node) : AReceiverInNode(StoreKind.Postgres, node);
