using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Silo.Keys;

namespace Hub.Silo.Journal;

/// <summary>A folded state kept aside to start from. A cache: it is used only if the journal agrees on version, hash, fold and timeline,
/// and it may be lost, old or false without consequence. Sealed under the stream's key, so that erasure reaches it.</summary>
internal sealed class Snapshot
{
    [JsonPropertyName("version")]
    public long Version { get; set; }

    [JsonPropertyName("hash")]
    public byte[] Hash { get; set; } = [];

    [JsonPropertyName("fold")]
    public int Fold { get; set; }

    [JsonPropertyName("timeline")]
    public string Timeline { get; set; } = "";

    [JsonPropertyName("sealed")]
    public byte[] Sealed { get; set; } = [];

    public static Snapshot Of<TState>(StreamState<TState> folded, Fold<TState> fold, StreamSecret secret) => new()
    {
        Version = folded.Version,
        Hash = folded.Hash,
        Fold = fold.Number,
        Sealed = secret.Seal(RowKind.Snapshot, folded.Version, 0, JsonSerializer.SerializeToUtf8Bytes(folded.State, fold.Json)),
    };

    public TState? Open<TState>(Fold<TState> fold, StreamSecret secret)
    {
        try
        {
            return secret.Open(RowKind.Snapshot, Version, 0, Sealed) is { } plain ? JsonSerializer.Deserialize(plain, fold.Json) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}

[JsonSerializable(typeof(Snapshot))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
