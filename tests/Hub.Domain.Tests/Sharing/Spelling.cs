using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Hub.Domain.Tests.Sharing;

/// <summary>Enum values by the words of the vocabulary; another word is a mistake of the document.</summary>
internal static partial class Spelling
{
    public static JsonSerializerOptions Of { get; } = new() { Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) } };

    public static T Read<T>(string word) => JsonSerializer.Deserialize<T>($"\"{word}\"", Of)!;

    public static string Word<T>(T value) => JsonSerializer.Serialize(value, Of).Trim('"');

    /// <summary>A refusal's reason as it stands on the wire.</summary>
    public static string Wire(RefusalReason reason) => Capital().Replace(reason.ToString(), "_").ToUpperInvariant();

    /// <summary>A value that has no stored word, such as <c>with-team</c>.</summary>
    public static string Kebab(Enum value) => Capital().Replace(value.ToString(), "-").ToLowerInvariant();

    public static string[] Split(string cell, char by) => cell.Split(by, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Capital();
}
