using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Reflection;
using Google.Protobuf.Reflection;

namespace Hub.Cli.Calls;

/// <summary>Values of an enum of the wire as words: SECTOR_ADULT_MENTAL_HEALTH is adult-mental-health.</summary>
internal static class Word
{
    public static Argument<T> Argument<T>(string name, string description)
        where T : struct, Enum
    {
        var argument = new Argument<T>(name) { Description = $"{description} {OneOf<T>()}", HelpName = name, CustomParser = Read<T> };
        Complete<T>(argument.CompletionSources);
        return argument;
    }

    public static Option<T> Option<T>(string name, string description)
        where T : struct, Enum
    {
        var option = new Option<T>(name) { Description = $"{description} {OneOf<T>()}", HelpName = "word", CustomParser = Read<T> };
        Complete<T>(option.CompletionSources);
        return option;
    }

    public static Option<T[]> Options<T>(string name, string description)
        where T : struct, Enum
    {
        var option = new Option<T[]>(name)
        {
            Description = $"{description} {OneOf<T>()}",
            HelpName = "word",
            CustomParser = result => [.. result.Tokens.Select(t => Read<T>(t.Value, result))],
        };
        Complete<T>(option.CompletionSources);
        return option;
    }

    public static T? Find<T>(string word)
        where T : struct, Enum
        => All<T>.ByWord.TryGetValue(word, out var value) ? value : null;

    public static T Parse<T>(string word)
        where T : struct, Enum
        => Find<T>(word) ?? throw new UsageException($"'{word}' is not {OneOf<T>()}");

    /// <summary>Empty for a value that is not given.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
        => All<T>.ByWord.FirstOrDefault(w => w.Value.Equals(value)).Key ?? "";

    /// <summary>Empty for a value that is not given.</summary>
    public static string Of(EnumValueDescriptor value) => value.Number == 0 ? "" : Of(value.Name, Prefix(value.EnumDescriptor.Values[0].Name));

    // Without this the names of the C# enum are offered too.
    private static void Complete<T>(List<Func<CompletionContext, IEnumerable<CompletionItem>>> sources)
        where T : struct, Enum
    {
        sources.Clear();
        sources.Add(_ => All<T>.ByWord.Keys.Select(w => new CompletionItem(w)));
    }

    private static T Read<T>(ArgumentResult result)
        where T : struct, Enum
        => Read<T>(result.Tokens[0].Value, result);

    private static T Read<T>(string word, ArgumentResult result)
        where T : struct, Enum
    {
        if (All<T>.ByWord.TryGetValue(word, out var value))
        {
            return value;
        }

        result.AddError($"'{word}' is not {OneOf<T>()}");
        return default;
    }

    private static string OneOf<T>()
        where T : struct, Enum
        => $"one of: {string.Join(", ", All<T>.ByWord.Keys)}.";

    private static string Of(string name, string prefix) => name[prefix.Length..].Replace('_', '-').ToLowerInvariant();

    private static string Prefix(string unspecified) => unspecified[..^"UNSPECIFIED".Length];

    private static class All<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByWord = Read();

        private static Dictionary<string, T> Read()
        {
            var values = typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(f => (f.GetCustomAttribute<OriginalNameAttribute>()!.Name, Value: (T)f.GetValue(null)!)).ToList();
            var prefix = Prefix(values[0].Name);
            return values.Skip(1).ToDictionary(v => Of(v.Name, prefix), v => v.Value, StringComparer.Ordinal);
        }
    }
}
