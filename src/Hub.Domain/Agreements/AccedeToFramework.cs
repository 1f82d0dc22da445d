using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>Event <c>agreement.acceded</c>. Who joined stands in the envelope.</summary>
public sealed record FrameworkAcceded : IEvent;

/// <summary>Joins a framework: from then on its categories pass to every other member and back. Any agency of a sector that it is open to.</summary>
/// <param name="Agreement">The framework.</param>
[GenerateSerializer, Immutable, Alias("hub.AccedeToFramework")]
public sealed record AccedeToFramework([property: JsonPropertyName("agreement")][Id(0)] AgreementId Agreement)
{
    /// <summary>Most members of a framework.</summary>
    public const int MaxMembers = 1024;

    /// <summary>Refuses what is no framework, as NOT_KNOWN to who is no party; then a framework that is over, another sector, and one that is full.</summary>
    public static Decided Decide(AgreementFile file, Caller caller, Sector? sector, Moment now)
        => file.Framework is not { } framework ? NoFramework(file, caller)
            : framework.IsOverAt(now) ? Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "the agreement is over")
            : framework.Of(caller.Agency) is not null ? Decided.Nothing
            : !framework.IsOpenTo(sector) ? Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "is not open to agencies of this sector")
            : framework.Members.Length >= MaxMembers ? Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "has as many members as it may have")
            : Decided.Commit(new FrameworkAcceded());

    /// <summary>What a call that is for frameworks says of anything else.</summary>
    internal static Decided NoFramework(AgreementFile file, Caller caller)
        => file.ToSee(caller) is null ? Decided.Refuse(Refusal.Because(RefusalReason.NotKnown))
            : Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "is between two agencies; a party signs or ends it");
}
