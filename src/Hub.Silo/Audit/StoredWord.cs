using System.Reflection;
using System.Text.Json.Serialization;

namespace Hub.Silo.Audit;

/// <summary>A value as the journal stores it.</summary>
internal static class StoredWord
{
    /// <summary>Such as <c>needs-decision</c>; a value of a later version by its number.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
        => typeof(T).GetField(value.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString();
}
