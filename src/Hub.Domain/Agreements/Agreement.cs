using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>Where an agreement stands. Only signing and ending are stored; the clock does the rest.</summary>
public enum AgreementState
{
    /// <summary>Proposed and not signed: nothing passes by it.</summary>
    Draft = 1,

    /// <summary>Signed, and neither ended nor past its end.</summary>
    InForce = 2,

    /// <summary>Kept for later.</summary>
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
    [property: JsonPropertyName("ended_at")][Id(8)] Moment? EndedAt)
{
    /// <summary>Whether the agency is proposer or partner.</summary>
    public bool IsParty(AgencyId agency) => agency == Proposer || agency == Partner;

    /// <summary>Where it stands. A signed one is in force by name before its first instant too; nothing passes by it yet.</summary>
    public AgreementState StateAt(Moment now)
        => EndedAt is not null ? AgreementState.Terminated
            : IsOver(now) ? AgreementState.Expired
            : SignedAt is null ? AgreementState.Draft
            : AgreementState.InForce;

    /// <summary>Whether information may pass by it at this instant: signed, begun, and not over in any way.</summary>
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
        AgreementEnded => agreement! with { EndedAt = happened.At },
        _ => agreement,
    };

    private bool IsOver(Moment now) => Until is { } end && end.CompareTo(now) <= 0;

    private ImmutableArray<Category> Passing(AgencyId from, AgencyId to)
        => from == Proposer && to == Partner ? Gives
            : from == Partner && to == Proposer ? Takes
            : [];
}

/// <summary>All that an agreement's owner remembers: what its stream folds into.</summary>
/// <param name="Agreement">Null before it is proposed.</param>
[GenerateSerializer, Immutable, Alias("hub.AgreementFile")]
public sealed record AgreementFile([property: JsonPropertyName("agreement")][Id(0)] Agreement? Agreement)
{
    /// <summary>Nothing is proposed yet.</summary>
    public static AgreementFile Empty { get; } = new((Agreement?)null);

    /// <summary>The file after an event of its stream.</summary>
    public AgreementFile Apply(Happened happened) => new(Agreements.Agreement.Apply(Agreement, happened));

    /// <summary>The agreement, if the caller's agency is a party; else null, which the caller hears as NOT_KNOWN.</summary>
    public Agreement? ToSee(Caller caller) => Agreement?.IsParty(caller.Agency) == true ? Agreement : null;
}

/// <summary>Days as instants. A day begins and ends at 00:00 UTC.</summary>
internal static class Period
{
    public static Moment Begin(DateOnly? day, Moment atOnce) => day is { } first ? Midnight(first) : atOnce;

    /// <summary>The instant after the last day.</summary>
    public static Moment? End(DateOnly? day) => day is { } last ? Midnight(last).Plus(TimeSpan.FromDays(1)) : null;

    private static Moment Midnight(DateOnly day) => Moment.Of(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
}
