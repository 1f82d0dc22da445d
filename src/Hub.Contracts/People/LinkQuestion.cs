using System.Collections.Immutable;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;

namespace Hub.Contracts.People;

/// <summary>What one person's owner asks another's: who hears of this link?</summary>
/// <param name="Link">The link.</param>
/// <param name="Asker">The person whose owner asks: only the half that names it is told.</param>
/// <param name="Agency">The agency whose team is asked for.</param>
/// <param name="Elements">Elements of which the asker has copies.</param>
/// <param name="Copies">What was adopted of each, in the same order.</param>
/// <param name="Reader">Who looks at the copies.</param>
[GenerateSerializer, Immutable, Alias("hub.LinkQuestion")]
public sealed record LinkQuestion([Id(0)] LinkId Link, [Id(1)] PersonId Asker, [Id(2)] AgencyId Agency, [Id(3)] ImmutableArray<ElementId> Elements,
    [Id(4)] ImmutableArray<CopyMark> Copies = default, [Id(5)] PractitionerId? Reader = null)
{
    /// <summary>Without copies.</summary>
    public LinkQuestion(LinkId link, PersonId asker, AgencyId agency)
        : this(link, asker, agency, [])
    {
    }
}

/// <summary>The other side of a link, from committed state.</summary>
/// <param name="Half">Its half; null when there is none that names the asker.</param>
/// <param name="PlanIsOpen">Whether the half's plan can still be changed.</param>
/// <param name="AgencyHasOpenPlan">Whether the agency asked for has any open plan about this person.</param>
/// <param name="FactsVersion">Version of the facts that this answer rests on.</param>
/// <param name="Copied">Elements of the asker of which this side has copies by this link.</param>
/// <param name="RecordedAt">When each element asked for was recorded; null for one that is gone.</param>
/// <param name="Shown">Whether each copy asked for may be shown: never more widely than its origin would be now.</param>
/// <param name="Restrictions">What is kept from somebody of this side's person.</param>
[GenerateSerializer, Immutable, Alias("hub.LinkedSide")]
public sealed record LinkedSide(
    [Id(0)] LinkHalf? Half, [Id(1)] bool PlanIsOpen, [Id(2)] bool AgencyHasOpenPlan, [Id(3)] long FactsVersion,
    [Id(4)] ImmutableArray<ElementId> Copied,
    [Id(5)] ImmutableArray<Moment?> RecordedAt,
    [Id(6)] ImmutableArray<Restriction> Restrictions,
    [Id(7)] ImmutableArray<bool> Shown = default);

/// <summary>What was adopted of an element.</summary>
/// <param name="Adopted">Its content then, without the text.</param>
/// <param name="IsDirected">Whether a named person had sent it.</param>
[GenerateSerializer, Immutable, Alias("hub.CopyMark")]
public sealed record CopyMark([Id(0)] ElementContent Adopted, [Id(1)] bool IsDirected);
