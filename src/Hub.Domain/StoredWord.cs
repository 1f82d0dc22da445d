using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Hub.Domain;

/// <summary>The word for a value of an enumeration, as the vocabulary writes it and the journal stores it.</summary>
public static class StoredWord
{
    /// <summary>Such as <c>health-mental</c>; a value of a later version by its number.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
        => Words<T>.All.GetValueOrDefault(value) ?? value.ToString();

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> All = Enum.GetValues<T>().ToFrozenDictionary(
            v => v, v => typeof(T).GetField(v.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? v.ToString());
    }
}
