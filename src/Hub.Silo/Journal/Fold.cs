using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Silo.Keys;

namespace Hub.Silo.Journal;

/// <summary>How one kind of stream becomes a state.</summary>
/// <param name="Empty">Before the first event.</param>
/// <param name="Apply">One event further.</param>
/// <param name="Types">The events it may hold.</param>
/// <param name="TypeOf">The stored type of an event.</param>
/// <param name="Json">How its snapshots are written.</param>
/// <param name="Number">Raised whenever the same events fold into another state: older snapshots are then ignored.</param>
internal sealed record Fold<TState>(
    TState Empty,
    Func<TState, Happened, TState> Apply,
    IReadOnlyList<EventType> Types,
    Func<IEvent, EventType> TypeOf,
    JsonTypeInfo<TState> Json,
    int Number)
{
    public byte[] Write(IEvent content) => JsonSerializer.SerializeToUtf8Bytes(content, TypeOf(content).Json);

    /// <summary>The event of a row. Throws <see cref="BrokenStream"/> when the row is not what its owner wrote.</summary>
    public Happened Read(EventRow row, StreamSecret secret)
    {
        var type = Types.FirstOrDefault(t => t.Name == row.Name && t.Version == row.NameVersion)
            ?? throw new BrokenStream(row.Version, $"unknown event {row.Name} v{row.NameVersion}");
        var plain = secret.Open(RowKind.Content, row.Version, 0, row.Content) ?? throw new BrokenStream(row.Version, "content does not open");
        var (content, signed) = (Parse(plain, type, row.Version), Signature.Read(row.Practitioner));
        return new Happened(
            row.Version,
            new Moment(row.At),
            AgencyId.TryParse(row.Agency) ?? throw new BrokenStream(row.Version, "agency"),
            signed.By,
            content,
            signed.ActingFor);
    }

    private static IEvent Parse(byte[] plain, EventType type, long version)
    {
        try
        {
            return (IEvent?)JsonSerializer.Deserialize(plain, type.Json) ?? throw new BrokenStream(version, "content is null");
        }
        catch (JsonException)
        {
            // Its message may hold a piece of the content.
            throw new BrokenStream(version, "content is not what its event says");
        }
    }
}

/// <summary>A stream's rows are not what its owner wrote. Nothing is answered from them.</summary>
internal sealed class BrokenStream(long version, string what) : Exception($"version {version}: {what}");
