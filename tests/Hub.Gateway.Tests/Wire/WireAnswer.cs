using Grpc.Core;
using Hub.Gateway.Tests.Refusals;

namespace Hub.Gateway.Tests.Wire;

/// <summary>An answer, byte for byte.</summary>
internal sealed record WireAnswer(int Http, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body, IReadOnlyList<(string Name, string Value)> Trailers)
{
    public StatusCode Status => (StatusCode)int.Parse(Value("grpc-status"));

    /// <summary>All that two answers must have in common to be the same to a caller: everything but the reference and the second of the day.</summary>
    public string Likeness => string.Join('\n',
        [$"{Http}", .. Alike(Headers), Convert.ToHexString(Body), "--", .. Alike(Trailers)]);

    /// <summary>The same without the content: what stays alike when the answer itself must differ.</summary>
    public string Shape => string.Join('\n', [$"{Http}", .. Alike(Headers), $"{Body.Length} bytes", "--", .. Alike(Trailers)]);

    public Told Refusal()
    {
        var details = Value("grpc-status-details-bin");
        var padded = details.PadRight((details.Length + 3) / 4 * 4, '=');
        Assert.Matches("^[0-9a-f]{32}$", Value("hub-reference"));
        return Told.Of(Status, Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(padded)));
    }

    // The reference is of this call, and twins may be answered in two seconds.
    private static IEnumerable<string> Alike(IEnumerable<(string Name, string Value)> lines)
        => lines.Select(l => l.Name.ToUpperInvariant() is "HUB-REFERENCE" or "DATE" ? $"{l.Name}: {l.Value.Length} characters" : $"{l.Name}: {l.Value}");

    private string Value(string name) => Trailers.Concat(Headers).First(l => l.Name == name).Value;
}
