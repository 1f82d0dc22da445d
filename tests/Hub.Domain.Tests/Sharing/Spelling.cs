using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain.Tests.Sharing;

/// <summary>Enum values by the words of the vocabulary; another word is a mistake of the document.</summary>
internal static class Spelling
{
    public static JsonSerializerOptions Of { get; } = new() { Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) } };
}
