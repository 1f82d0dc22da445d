using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain.Agreements;

/// <summary>Some categories. Written as the list of their words, in the order of their numbers.</summary>
/// <param name="Bits">Bit n stands for the category with number n.</param>
[GenerateSerializer, Immutable, Alias("hub.CategorySet")]
[JsonConverter(typeof(CategorySetJson))]
public readonly record struct CategorySet([Id(0)] ulong Bits)
{
    /// <summary>All that exist.</summary>
    public static CategorySet All { get; } = Of([.. Enum.GetValues<Category>()]);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>These and no others.</summary>
    public static CategorySet Of(params ReadOnlySpan<Category> categories)
    {
        var bits = 0UL;
        foreach (var category in categories)
        {
            bits |= 1UL << (int)category;
        }

        return new CategorySet(bits);
    }

    /// <summary>Whether it is among them; what has no category never is.</summary>
    public bool Has(Category? category) => category is { } one && (Bits & (1UL << (int)one)) != 0;

    /// <summary>Those of either.</summary>
    public CategorySet Or(CategorySet other) => new(Bits | other.Bits);

    /// <summary>Those of both.</summary>
    public CategorySet And(CategorySet other) => new(Bits & other.Bits);

    /// <summary>Those that are not of the other.</summary>
    public CategorySet Except(CategorySet other) => new(Bits & ~other.Bits);

    /// <summary>One by one, in the order of their numbers.</summary>
    public ImmutableArray<Category> ToArray()
    {
        var bits = Bits;
        return [.. Enum.GetValues<Category>().Where(c => (bits & (1UL << (int)c)) != 0)];
    }
}

internal sealed class CategorySetJson : JsonConverter<CategorySet>
{
    private static readonly Dictionary<string, Category> ByWord = Enum.GetValues<Category>().ToDictionary(StoredWord.Of, StringComparer.Ordinal);

    public override CategorySet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var set = default(CategorySet);
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("not a list of categories");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            set = set.Or(CategorySet.Of(ByWord.TryGetValue(reader.GetString() ?? "", out var category) ? category : throw new JsonException("not a category")));
        }

        return set;
    }

    public override void Write(Utf8JsonWriter writer, CategorySet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var category in value.ToArray())
        {
            writer.WriteStringValue(StoredWord.Of(category));
        }

        writer.WriteEndArray();
    }
}
