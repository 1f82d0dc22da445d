using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Rules;

/// <summary>Event <c>edition.activated</c>. Which registrar stands in the envelope.</summary>
/// <param name="Name">Is in force from its day on.</param>
public sealed record EditionActivated([property: JsonPropertyName("name")] string Name) : IEvent;

/// <summary>The second word on an edition: it is in force from its day on. Another registrar than the one who proposed it, and nobody who acts for that
/// one. Nobody takes it back; before its day another of the same day may be activated, which then takes its place. Source: issue, "activated by two
/// people".</summary>
/// <param name="Name">The edition.</param>
/// <param name="Proposal">The proposal that was read.</param>
[GenerateSerializer, Immutable, Alias("hub.ActivateEdition")]
public sealed record ActivateEdition(
    [property: JsonPropertyName("name")][Id(0)] string Name,
    [property: JsonPropertyName("proposal")][Id(1)] long Proposal)
{
    /// <summary>Refuses who proposed it or acts for that one, and a day that does not begin an hour ahead or later (STATE_CONFLICT); an edition that is none
    /// (NOT_KNOWN), and another proposal than the one that was read (STALE_VERSION). One that is activated already changes nothing.</summary>
    public Decided Decide(RuleBook book, Caller caller, Moment now)
        => book.Of(Name) is not { } edition ? Decided.Refuse(Refusal.Because(RefusalReason.NotKnown))
            : caller.Practitioner is null || caller.IsOneOf(p => p == edition.ProposedBy)
                ? Decided.Refuse(RefusalReason.StateConflict, "name", "must be activated by another registrar than the one who proposed it")
            : edition.Proposal != Proposal ? Decided.Refuse(RefusalReason.StaleVersion, "proposal", "another was proposed in its place")
            : edition.Activated is not null ? Decided.Nothing
            : !ProposeEdition.IsAhead(edition.EffectiveOn, now) ? Decided.Refuse(RefusalReason.StateConflict, "effective_on", ProposeEdition.Ahead)
            : Decided.Commit(new EditionActivated(Name));
}
