using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Hub.Domain.Sharing;

/// <summary>A versioned fact that a decision rests on. Its name is its owner's stream: a person, a team, an agreement, an agency.</summary>
/// <param name="Name">The owner's stream.</param>
/// <param name="Version">The version of its facts that was read; 0 when it had none.</param>
[GenerateSerializer, Immutable, Alias("hub.Ground")]
public sealed record Ground(
    [property: JsonPropertyName("ground")][Id(0)] string Name,
    [property: JsonPropertyName("version")][Id(1)] long Version);

/// <summary>What a verdict rests on: it holds while every ground is as it was, and until the instant it ends by itself.</summary>
/// <param name="Grounds">In order of their names, each once.</param>
/// <param name="NotAfter">From this instant on it does not hold; null when no ground ends by itself.</param>
[GenerateSerializer, Immutable, Alias("hub.Basis")]
public sealed record Basis(
    [property: JsonPropertyName("grounds")][Id(0)] ImmutableArray<Ground> Grounds,
    [property: JsonPropertyName("not_after")][Id(1)] Moment? NotAfter)
{
    /// <summary>The grounds in order, each once. The lowest version that was read counts, so that a fact which moved between two reads is found;
    /// and the earliest end.</summary>
    public static Basis Of(IEnumerable<Ground> grounds, params IEnumerable<Moment?> ends) => Over([.. grounds], ends.Where(e => e is not null).Min());

    /// <summary>The same of grounds that nobody else holds: they are put in order where they stand, for this is done for each recipient of each event.</summary>
    internal static Basis Over(Ground[] grounds, Moment? end)
    {
        var kept = 0;
        foreach (var ground in grounds)
        {
            var at = kept;
            while (at > 0 && string.CompareOrdinal(grounds[at - 1].Name, ground.Name) > 0)
            {
                at--;
            }

            if (at > 0 && grounds[at - 1].Name == ground.Name)
            {
                grounds[at - 1] = grounds[at - 1].Version <= ground.Version ? grounds[at - 1] : ground;
                continue;
            }

            Array.Copy(grounds, at, grounds, at + 1, kept - at);
            grounds[at] = ground;
            kept++;
        }

        return new Basis(ImmutableCollectionsMarshal.AsImmutableArray(kept == grounds.Length ? grounds : grounds[..kept]), end);
    }

    /// <inheritdoc />
    public bool Equals(Basis? other) => other is not null && NotAfter == other.NotAfter && Grounds.SequenceEqual(other.Grounds);

    /// <inheritdoc />
    public override int GetHashCode() => Grounds.Aggregate(NotAfter.GetHashCode(), (hash, g) => HashCode.Combine(hash, g));
}
