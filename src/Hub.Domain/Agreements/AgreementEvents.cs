using System.Text.Json.Serialization;

namespace Hub.Domain.Agreements;

/// <summary>The events of an agreement's stream, by stored name.</summary>
public static class AgreementEvents
{
    private static readonly EventType Proposed = new("agreement.proposed", 1, AgreementJson.Default.AgreementProposed);
    private static readonly EventType Signed = new("agreement.signed", 1, AgreementJson.Default.AgreementSigned);
    private static readonly EventType Ended = new("agreement.ended", 1, AgreementJson.Default.AgreementEnded);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EventType> All { get; } = [Proposed, Signed, Ended];

    /// <summary>The type under which an event is stored.</summary>
    public static EventType Of(IEvent content) => content switch
    {
        AgreementProposed => Proposed,
        AgreementSigned => Signed,
        AgreementEnded => Ended,
        _ => throw new ArgumentException("not an event of an agreement's stream", nameof(content)),
    };
}

/// <summary>How an agreement's events, commands and snapshots are written: UTF-8 JSON with explicit names, no nulls.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AgreementProposed))]
[JsonSerializable(typeof(AgreementSigned))]
[JsonSerializable(typeof(AgreementEnded))]
[JsonSerializable(typeof(ProposeAgreement))]
[JsonSerializable(typeof(SignAgreement))]
[JsonSerializable(typeof(EndAgreement))]
[JsonSerializable(typeof(AgreementFile))]
public sealed partial class AgreementJson : JsonSerializerContext;
