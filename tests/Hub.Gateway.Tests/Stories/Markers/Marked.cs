using System.Security.Cryptography;
using Hub.People.V1;

namespace Hub.Gateway.Tests.Stories.Markers;

/// <summary>A person and words that occur nowhere else in the world, so that each trace of them is a leak.</summary>
internal sealed class Marked
{
    private readonly string run = RandomNumberGenerator.GetHexString(12, lowercase: true);

    public string Family => $"Zq{run}family";

    public string Given => $"Zq{run}given";

    public string CaseNumber => $"zq{run}case";

    public string Text => $"zq{run}text";

    public string Because => $"zq{run}because";

    public string Number { get; } = NhsNumbers.From(RandomNumberGenerator.GetInt32(500_000, 900_000));

    public DateOnly Born { get; } = new DateOnly(1931, 1, 1).AddDays(RandomNumberGenerator.GetInt32(3000));

    /// <summary>Anything the caller makes up, in places where a reference, a key or a token belongs.</summary>
    public string MadeUp => $"zq{run}madeup";

    public Identity Identity => new()
    {
        FamilyName = Family,
        GivenNames = { Given },
        BirthDate = Born.ToString("O"),
        Identifiers =
        {
            new Identifier { System = People.NhsSystem, Value = Number }, new Identifier { System = "urn:example:case", Value = CaseNumber },
        },
    };

    /// <summary>The marks that stand in a text, by name.</summary>
    public IEnumerable<string> In(string text)
        => new (string Name, string Mark)[]
        {
            ("a marked word", run), ("the number", Number), ("the number in groups", $"{Number[..3]} {Number[3..6]} {Number[6..]}"),
            ("the birth date", $"{Born:O}"), ("the birth date", $"{Born:MM/dd/yyyy}"), ("the birth date", $"{Born:dd/MM/yyyy}"), ("the birth date", $"{Born:yyyyMMdd}"),
        }.Where(m => text.Contains(m.Mark, StringComparison.OrdinalIgnoreCase)).Select(m => m.Name);
}
