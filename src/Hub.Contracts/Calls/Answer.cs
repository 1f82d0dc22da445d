using Hub.Domain;

namespace Hub.Contracts.Calls;

/// <summary>A value or an expected refusal; never both. Failures of ours never cross a grain boundary as exceptions.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="Value">The value, or null when refused.</param>
/// <param name="Refusal">The refusal, or null.</param>
/// <param name="AwaitsSilence">Whether the write may have taken something from somebody, or changed what every silo keeps: then nobody outside hears
/// of it before every silo has and nothing that rests on what was before is under way.</param>
/// <param name="Left">What was left of the silo's lease when its owner answered. A question that was asked longer ago has no answer by the time it
/// gets anywhere: what it shows may have been taken away meanwhile. Null where nothing is shown.</param>
[GenerateSerializer, Immutable, Alias("hub.Answer`1")]
public sealed record Answer<T>([Id(0)] T? Value, [Id(1)] Refusal? Refusal, [Id(2)] bool AwaitsSilence = false, [Id(3)] TimeSpan? Left = null)
    where T : class
{
    /// <summary>The value.</summary>
    public static implicit operator Answer<T>(T value) => new(value, null);

    /// <summary>The refusal.</summary>
    public static implicit operator Answer<T>(Refusal refusal) => new(null, refusal);

    /// <summary>The same refusal, or the value in another form.</summary>
    public Answer<TOther> Map<TOther>(Func<T, TOther> map)
        where TOther : class
        => new(Value is null ? null : map(Value), Refusal, AwaitsSilence, Left);
}

/// <summary>Done; there is nothing to tell.</summary>
[GenerateSerializer, Immutable, Alias("hub.Done")]
public sealed record Done
{
    /// <summary>The one value.</summary>
    public static Done Instance { get; } = new();
}
