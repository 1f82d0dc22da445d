using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>An agreement that agencies join: what passes from any member to any other. Who wrote it down is a member only once it has joined.</summary>
/// <param name="Owner">The agency that proposed it.</param>
/// <param name="Name">What its members call it.</param>
/// <param name="LegalSource">Act and section that it is recorded from; empty for one that its members made up themselves.</param>
/// <param name="Sectors">Agencies of these sectors may join; in order, each once; empty for all.</param>
/// <param name="Purposes">In order, each once.</param>
/// <param name="Categories">What passes; in order, each once.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant; null when it has no end.</param>
/// <param name="ProposedAt">When it was written down.</param>
/// <param name="EndedAt">Null unless its owner has ended it.</param>
/// <param name="Members">In order of their agencies. Who has left is none any more.</param>
/// <param name="Announced">The least number of days before its end that was announced; null before the first.</param>
[GenerateSerializer, Immutable, Alias("hub.Framework")]
public sealed record Framework(
    [property: JsonPropertyName("owner")][Id(0)] AgencyId Owner,
    [property: JsonPropertyName("name")][Id(1)] string Name,
    [property: JsonPropertyName("legal_source")][Id(2)] string LegalSource,
    [property: JsonPropertyName("sectors")][Id(3)] ImmutableArray<Sector> Sectors,
    [property: JsonPropertyName("purposes")][Id(4)] ImmutableArray<Purpose> Purposes,
    [property: JsonPropertyName("categories")][Id(5)] ImmutableArray<Category> Categories,
    [property: JsonPropertyName("from")][Id(6)] Moment From,
    [property: JsonPropertyName("until")][Id(7)] Moment? Until,
    [property: JsonPropertyName("proposed_at")][Id(8)] Moment ProposedAt,
    [property: JsonPropertyName("ended_at")][Id(9)] Moment? EndedAt,
    [property: JsonPropertyName("members")][Id(10)] ImmutableArray<Membership> Members,
    [property: JsonPropertyName("announced")][Id(11)] int? Announced)
{
    /// <summary>The agency's membership, or null.</summary>
    public Membership? Of(AgencyId agency) => Members.FirstOrDefault(m => m.Agency == agency);

    /// <summary>Whether an agency of this sector may join.</summary>
    public bool IsOpenTo(Sector? sector) => sector is { } known && (Sectors.IsEmpty || Sectors.Contains(known));

    /// <summary>Where it stands for an agency: suspended only for the member that has suspended its own membership.</summary>
    public AgreementState StateFor(AgencyId agency, Moment now)
        => EndedAt is not null ? AgreementState.Terminated
            : IsOver(now) ? AgreementState.Expired
            : Of(agency) is { SuspendedAt: not null } ? AgreementState.Suspended
            : AgreementState.InForce;

    /// <summary>Whether it was ended or is past its end.</summary>
    public bool IsOverAt(Moment now) => EndedAt is not null || IsOver(now);

    /// <summary>Whether it is in force between two members, and covers purpose and category.</summary>
    public bool Covers(AgencyId from, AgencyId to, Purpose purpose, Category category, Moment now)
        => from != to && !IsOverAt(now) && From.CompareTo(now) <= 0 && Purposes.Contains(purpose) && Categories.Contains(category)
            && Of(from) is { SuspendedAt: null } && Of(to) is { SuspendedAt: null };

    /// <summary>The framework after an event of its stream; null before the first.</summary>
    public static Framework? Apply(Framework? framework, Happened happened) => happened.Content switch
    {
        FrameworkProposed e => new Framework(
            happened.Agency, e.Name, e.LegalSource, e.Sectors, e.Purposes, e.Categories,
            Period.Begin(e.StartsOn, happened.At), Period.End(e.EndsOn), happened.At, null, [], null),
        FrameworkAcceded => framework!.With(new Membership(happened.Agency, happened.At, null)),
        FrameworkWithdrawn => framework! with { Members = framework.Members.RemoveAll(m => m.Agency == happened.Agency) },
        AgreementSuspended when framework?.Of(happened.Agency) is { } member => framework.With(member with { SuspendedAt = happened.At }),
        AgreementResumed when framework?.Of(happened.Agency) is { } member => framework.With(member with { SuspendedAt = null }),
        AgreementEnded when framework is not null => framework with { EndedAt = happened.At },
        AgreementAnnounced e when framework is not null => framework with { Announced = e.Days },
        _ => framework,
    };

    private bool IsOver(Moment now) => Until is { } end && end.CompareTo(now) <= 0;

    private Framework With(Membership member)
        => this with { Members = [.. Members.Where(m => m.Agency != member.Agency).Append(member).OrderBy(m => m.Agency)] };
}

/// <summary>An agency that has joined a framework and has not left it.</summary>
/// <param name="Agency">The member.</param>
/// <param name="Since">When it joined.</param>
/// <param name="SuspendedAt">Since when nothing passes to it and from it; null while something may.</param>
[GenerateSerializer, Immutable, Alias("hub.Membership")]
public sealed record Membership(
    [property: JsonPropertyName("agency")][Id(0)] AgencyId Agency,
    [property: JsonPropertyName("since")][Id(1)] Moment Since,
    [property: JsonPropertyName("suspended_at")][Id(2)] Moment? SuspendedAt);
