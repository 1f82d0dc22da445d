using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>Where an agreement stands. What its parties did is stored; the clock does the rest.</summary>
public enum AgreementState
{
    /// <summary>Proposed and not signed: nothing passes by it.</summary>
    Draft = 1,

    /// <summary>Signed, and neither ended nor past its end.</summary>
    InForce = 2,

    /// <summary>Signed, not over, and nothing passes by it until whoever suspended it resumes it.</summary>
    Suspended = 3,

    /// <summary>Past its end.</summary>
    Expired = 4,

    /// <summary>Ended by one of its parties.</summary>
    Terminated = 5,
}

/// <summary>An agreement between two agencies: what passes between them without asking, for what, and in which direction.</summary>
/// <param name="Proposer">The agency that proposed it.</param>
/// <param name="Partner">The agency that signs it.</param>
/// <param name="Purposes">In order of their numbers, each once.</param>
/// <param name="Gives">What passes from proposer to partner; in order, each once.</param>
/// <param name="Takes">What passes from partner to proposer; in order, each once.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant; null when it has no end.</param>
/// <param name="SignedAt">Null while it is a draft.</param>
/// <param name="EndedAt">Null unless a party has ended it.</param>
/// <param name="ProposerSuspendedAt">Since when the proposer has suspended it; null unless it has.</param>
/// <param name="PartnerSuspendedAt">Since when the partner has.</param>
/// <param name="Announced">The least number of days before its end that was announced; null before the first.</param>
[GenerateSerializer, Immutable, Alias("hub.Agreement")]
public sealed record Agreement(
    [property: JsonPropertyName("proposer")][Id(0)] AgencyId Proposer,
    [property: JsonPropertyName("partner")][Id(1)] AgencyId Partner,
    [property: JsonPropertyName("purposes")][Id(2)] ImmutableArray<Purpose> Purposes,
    [property: JsonPropertyName("gives")][Id(3)] ImmutableArray<Category> Gives,
    [property: JsonPropertyName("takes")][Id(4)] ImmutableArray<Category> Takes,
    [property: JsonPropertyName("from")][Id(5)] Moment From,
    [property: JsonPropertyName("until")][Id(6)] Moment? Until,
    [property: JsonPropertyName("signed_at")][Id(7)] Moment? SignedAt,
    [property: JsonPropertyName("ended_at")][Id(8)] Moment? EndedAt,
    [property: JsonPropertyName("proposer_suspended_at")][Id(9)] Moment? ProposerSuspendedAt = null,
    [property: JsonPropertyName("partner_suspended_at")][Id(10)] Moment? PartnerSuspendedAt = null,
    [property: JsonPropertyName("announced")][Id(11)] int? Announced = null)
{
    /// <summary>Whether the agency is proposer or partner.</summary>
    public bool IsParty(AgencyId agency) => agency == Proposer || agency == Partner;

    /// <summary>Where it stands. A signed one is in force by name before its first instant too; nothing passes by it yet.</summary>
    public AgreementState StateAt(Moment now)
        => EndedAt is not null ? AgreementState.Terminated
            : IsOver(now) ? AgreementState.Expired
            : SignedAt is null ? AgreementState.Draft
            : ProposerSuspendedAt is not null || PartnerSuspendedAt is not null ? AgreementState.Suspended
            : AgreementState.InForce;

    /// <summary>Whether this party has suspended it.</summary>
    public bool IsSuspendedBy(AgencyId party)
        => (party == Proposer && ProposerSuspendedAt is not null) || (party == Partner && PartnerSuspendedAt is not null);

    /// <summary>Whether information may pass by it at this instant: signed, begun, suspended by nobody, and not over in any way.</summary>
    public bool IsInForce(Moment now) => StateAt(now) == AgreementState.InForce && From.CompareTo(now) <= 0;

    /// <summary>Whether it is in force and covers direction, purpose and category.</summary>
    public bool Covers(AgencyId from, AgencyId to, Purpose purpose, Category category, Moment now)
        => IsInForce(now) && Purposes.Contains(purpose) && Passing(from, to).Contains(category);

    /// <summary>The agreement after an event of its stream; null before the first.</summary>
    public static Agreement? Apply(Agreement? agreement, Happened happened) => happened.Content switch
    {
        AgreementProposed e => new Agreement(
            happened.Agency, e.Partner, e.Purposes, e.Gives, e.Takes, Period.Begin(e.StartsOn, happened.At), Period.End(e.EndsOn), null, null),
        AgreementSigned => agreement! with { SignedAt = happened.At },
        AgreementEnded when agreement is not null => agreement with { EndedAt = happened.At },
        AgreementSuspended when agreement is not null => agreement.Suspended(happened.Agency, happened.At),
        AgreementResumed when agreement is not null => agreement.Suspended(happened.Agency, null),
        AgreementAnnounced e when agreement is not null => agreement with { Announced = e.Days },
        _ => agreement,
    };

    private Agreement Suspended(AgencyId by, Moment? at)
        => by == Proposer ? this with { ProposerSuspendedAt = at } : this with { PartnerSuspendedAt = at };

    private bool IsOver(Moment now) => Until is { } end && end.CompareTo(now) <= 0;

    private ImmutableArray<Category> Passing(AgencyId from, AgencyId to)
        => from == Proposer && to == Partner ? Gives
            : from == Partner && to == Proposer ? Takes
            : [];
}
