using System.Text.Json.Serialization;

namespace Hub.Domain.Agreements;

/// <summary>The events of an agreement's stream, by stored name.</summary>
public static class AgreementEvents
{
    private static readonly EventType Proposed = new("agreement.proposed", 1, AgreementJson.Default.AgreementProposed);
    private static readonly EventType Signed = new("agreement.signed", 1, AgreementJson.Default.AgreementSigned);
    private static readonly EventType Ended = new("agreement.ended", 1, AgreementJson.Default.AgreementEnded);

    private static readonly EventType Suspended = new("agreement.suspended", 1, AgreementJson.Default.AgreementSuspended);
    private static readonly EventType Resumed = new("agreement.resumed", 1, AgreementJson.Default.AgreementResumed);
    private static readonly EventType Announced = new("agreement.announced", 1, AgreementJson.Default.AgreementAnnounced);
    private static readonly EventType FrameworkProposed = new("agreement.framework-proposed", 1, AgreementJson.Default.FrameworkProposed);
    private static readonly EventType Acceded = new("agreement.acceded", 1, AgreementJson.Default.FrameworkAcceded);
    private static readonly EventType Withdrawn = new("agreement.withdrawn", 1, AgreementJson.Default.FrameworkWithdrawn);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EventType> All { get; } = [Proposed, Signed, Ended, Suspended, Resumed, Announced, FrameworkProposed, Acceded, Withdrawn];

    /// <summary>The type under which an event is stored.</summary>
    public static EventType Of(IEvent content) => content switch
    {
        AgreementProposed => Proposed,
        AgreementSigned => Signed,
        AgreementEnded => Ended,
        AgreementSuspended => Suspended,
        AgreementResumed => Resumed,
        AgreementAnnounced => Announced,
        Agreements.FrameworkProposed => FrameworkProposed,
        FrameworkAcceded => Acceded,
        FrameworkWithdrawn => Withdrawn,
        _ => throw new ArgumentException("not an event of an agreement's stream", nameof(content)),
    };
}

/// <summary>How an agreement's events, commands and snapshots are written: UTF-8 JSON with explicit names, no nulls.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AgreementProposed))]
[JsonSerializable(typeof(AgreementSigned))]
[JsonSerializable(typeof(AgreementEnded))]
[JsonSerializable(typeof(AgreementSuspended))]
[JsonSerializable(typeof(AgreementResumed))]
[JsonSerializable(typeof(AgreementAnnounced))]
[JsonSerializable(typeof(FrameworkProposed))]
[JsonSerializable(typeof(FrameworkAcceded))]
[JsonSerializable(typeof(FrameworkWithdrawn))]
[JsonSerializable(typeof(ProposeFramework))]
[JsonSerializable(typeof(AccedeToFramework))]
[JsonSerializable(typeof(WithdrawFromFramework))]
[JsonSerializable(typeof(SuspendAgreement))]
[JsonSerializable(typeof(ResumeAgreement))]
[JsonSerializable(typeof(ProposeAgreement))]
[JsonSerializable(typeof(SignAgreement))]
[JsonSerializable(typeof(EndAgreement))]
[JsonSerializable(typeof(AgreementFile))]
public sealed partial class AgreementJson : JsonSerializerContext;
