using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>Event <c>agreement.withdrawn</c>. Who left stands in the envelope.</summary>
/// <param name="Because">In the practitioner's words; may be empty.</param>
public sealed record FrameworkWithdrawn([property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(FrameworkWithdrawn);
}

/// <summary>Leaves a framework: nothing passes by it to or from the agency any more, at once. It may join again.</summary>
/// <param name="Agreement">The framework.</param>
/// <param name="Because">In the practitioner's words, at most 4 KiB; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.WithdrawFromFramework")]
public sealed record WithdrawFromFramework(
    [property: JsonPropertyName("agreement")][Id(0)] AgreementId Agreement,
    [property: JsonPropertyName("because")][Id(1)] string Because)
{
    /// <summary>Refuses what is no framework, as NOT_KNOWN to who is no party; then one that is over, who is no member, and long words.</summary>
    public Decided Decide(AgreementFile file, Caller caller, Moment now)
    {
        if (file.Framework is not { } framework)
        {
            return AccedeToFramework.NoFramework(file, caller);
        }

        if (framework.IsOverAt(now))
        {
            return Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "the agreement is over");
        }

        if (framework.Of(caller.Agency) is null)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "agreement_id", "the agency is no member");
        }

        var broken = new FieldRules();
        broken.Text("because", Because, FieldRules.MaxBecause);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal) : Decided.Commit(new FrameworkWithdrawn(Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(WithdrawFromFramework);
}
