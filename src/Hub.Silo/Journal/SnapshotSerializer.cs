using System.Text.Json;
using Orleans.Storage;

namespace Hub.Silo.Journal;

/// <summary>Writes snapshots for Orleans' grain storage without CLR names. It knows one type.</summary>
internal sealed class SnapshotSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes((Snapshot)(object)input!, SnapshotJson.Default.Snapshot));

    /// <summary>Unreadable bytes are an empty snapshot, which no journal agrees with.</summary>
    public T Deserialize<T>(BinaryData input)
    {
        try
        {
            return (T)(object)(JsonSerializer.Deserialize(input.ToMemory().Span, SnapshotJson.Default.Snapshot) ?? new Snapshot());
        }
        catch (JsonException)
        {
            return (T)(object)new Snapshot();
        }
    }
}
