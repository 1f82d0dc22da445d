using System.Security.Cryptography;
using System.Text;
using Hub.Silo.Journal;
using Hub.Silo.Keys;
using Xunit;

namespace Hub.Silo.Tests.Formats;

/// <summary>The worked example of docs/formats/envelope.md, made from fixed key, nonce and time. It is also the golden envelope: a change of
/// any byte shows here.</summary>
public sealed class EnvelopeExampleTests
{
    private const string Page = "docs/formats/envelope-example.txt";

    [Fact]
    public void The_page_shows_what_the_code_makes()
    {
        var file = Path.Combine(Repository(), Page);
        var made = Example();
        if (Environment.GetEnvironmentVariable("HUB_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, made);
        }

        Assert.Equal(File.ReadAllText(file), made);
    }

    [Fact]
    public void Every_field_of_the_envelope_is_covered_by_the_hash()
    {
        var row = Row(Secret());
        EventRow[] others =
        [
            row with { Hub = 2 }, row with { Stream = "k_other" }, row with { Version = 8 }, row with { Name = "plan.ended" },
            row with { NameVersion = 2 }, row with { At = row.At + 1 }, row with { Agency = "other" }, row with { Practitioner = "OTHER" },
            row with { RequestId = "other" }, row with { RequestDigest = new byte[32] }, row with { ContentDigest = new byte[32] },
            row with { DecisionsDigest = new byte[32] }, row with { DeliveriesDigest = [] }, row with { PreviousHash = [] },
        ];
        Assert.All(others, other => Assert.NotEqual(Envelope.Hash(row), Envelope.Hash(other)));
    }

    private static StreamSecret Secret() => new(1, "k_0001000102030405060708090a0b0c0d", [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private static EventRow Row(StreamSecret secret)
    {
        var nonce = Enumerable.Repeat((byte)7, 12).ToArray();
        var content = secret.Seal(RowKind.Content, 7, 0, """{"plan":"00"}"""u8, nonce);
        var view = new ViewRow(0, secret.Seal(RowKind.View, 7, 0, """{"cut":"view"}"""u8, nonce));
        var delivery = new DeliveryRow
        {
            Inbox = 5,
            Subject = [.. Enumerable.Range(0, 16).Select(i => (byte)i)],
            View = 0,
            Basis = "basis"u8.ToArray(),
            Severity = 1,
            EscalateAt = 1_800_000_000_000_000,
        };
        return new EventRow
        {
            Hub = 1,
            Stream = "k_0001000102030405060708090a0b0c0d",
            Version = 7,
            Name = "plan.changed",
            NameVersion = 1,
            At = 1_790_000_000_000_000,
            Agency = "example-council",
            Practitioner = "SW999001",
            RequestId = "req-1",
            RequestDigest = secret.RequestDigest("{}"u8),
            ContentDigest = secret.Digest(content),
            DecisionsDigest = [],
            DeliveriesDigest = secret.Digest(Envelope.DeliveryBytes([view], [delivery])),
            PreviousHash = SHA256.HashData("event 6"u8),
            Hash = [],
            Content = content,
            Decisions = [],
        };
    }

    private static string Example()
    {
        using var secret = Secret();
        var row = Row(secret);
        return new StringBuilder()
            .Append("stream secret    000102…1f\nnonces           070707070707070707070707\n")
            .Append($"sealed content   {Convert.ToHexStringLower(row.Content)}\n")
            .Append($"content digest   {Convert.ToHexStringLower(row.ContentDigest)}\n")
            .Append($"request digest   {Convert.ToHexStringLower(row.RequestDigest)}\n")
            .Append($"delivery digest  {Convert.ToHexStringLower(row.DeliveriesDigest)}\n")
            .Append($"previous hash    {Convert.ToHexStringLower(row.PreviousHash)}\n")
            .Append($"envelope         {Convert.ToHexStringLower(Envelope.Bytes(row))}\n")
            .Append($"hash             {Convert.ToHexStringLower(Envelope.Hash(row))}\n")
            .ToString();
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
