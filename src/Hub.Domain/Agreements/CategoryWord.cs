using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Hub.Domain.Agreements;

/// <summary>A category as the vocabulary writes it.</summary>
public static class CategoryWord
{
    private static readonly FrozenDictionary<Category, string> Words = Enum.GetValues<Category>().ToFrozenDictionary(
        c => c, c => typeof(Category).GetField(c.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name);

    /// <summary>Such as <c>health-mental</c>.</summary>
    public static string Of(Category category) => Words[category];
}
