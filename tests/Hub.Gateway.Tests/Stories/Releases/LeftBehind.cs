using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Gateway.Tests.Stories.Releases;

/// <summary>What whoever left a store knew of it: references as the agencies have them, and words of fictional people.</summary>
internal sealed record LeftBehind(string Child, string ChildPlan, string Mother, string MotherPlan, string Waiting, string Concern, IReadOnlyList<string> Words, long Events)
{
    private const string File = "left-behind.json";

    /// <summary>Folders of all releases.</summary>
    public static string Place => Path.Combine(Built.At("Root"), "tests", "Hub.Gateway.Tests", "Released");

    public static LeftBehind Read(string released, string store)
        => JsonSerializer.Deserialize(System.IO.File.ReadAllText(Path.Combine(released, $"{store}.{File}")), LeftBehindJson.Default.LeftBehind)!;

    public void Write(string released, string store)
        => System.IO.File.WriteAllText(Path.Combine(released, $"{store}.{File}"), JsonSerializer.Serialize(this, LeftBehindJson.Default.LeftBehind) + "\n");
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(LeftBehind))]
internal sealed partial class LeftBehindJson : JsonSerializerContext;
