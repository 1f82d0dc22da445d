using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Adoptions;
using Hub.Domain.Agencies;
using Hub.Domain.Sharing;

namespace Hub.Contracts.Adoptions;

/// <summary>The way in for calls about adoptions; as <see cref="IPeopleEntrance"/>. All references are the caller's own handles.</summary>
[GrainInterfaceType("hub.entrance.adoptions"), Alias("hub.IAdoptionEntrance")]
public interface IAdoptionEntrance : IGrainWithIntegerKey
{
    /// <summary>Proposes what crosses. The child as known before is asked what the words would tell; nothing of it is kept. Refuses as
    /// <see cref="ProposeCrossing"/>.</summary>
    [Alias("Propose")]
    Task<Answer<Handle>> Propose(Call call, CrossingDraft draft);

    /// <summary>Writes what another person proposed. Refuses as <see cref="ConfirmCrossing"/>.</summary>
    [Alias("Confirm")]
    Task<Answer<Done>> Confirm(Call call, string toPerson, string crossing);

    /// <summary>What waits for another person of the caller's adoption teams.</summary>
    [Alias("List")]
    Task<Answer<CrossingList>> List(Call call, string toPerson);
}

/// <summary>What crosses, as sent.</summary>
/// <param name="FromPerson">The child as known before.</param>
/// <param name="ToPerson">The child as known after.</param>
/// <param name="Plan">The own agency's plan about the latter.</param>
/// <param name="Elements">What would be written.</param>
[GenerateSerializer, Immutable, Alias("hub.CrossingDraft")]
public sealed record CrossingDraft([Id(0)] string FromPerson, [Id(1)] string ToPerson, [Id(2)] string Plan, [Id(3)] ImmutableArray<ElementDraft> Elements)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(CrossingDraft);
}

/// <summary>A crossing in the caller's own references.</summary>
/// <param name="Crossing">The crossing.</param>
/// <param name="Plan">The plan.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="EndsAt">From when on nobody can confirm it any more.</param>
/// <param name="Elements">What would be written.</param>
[GenerateSerializer, Immutable, Alias("hub.CrossingShown")]
public sealed record CrossingShown(
    [Id(0)] string Crossing, [Id(1)] string Plan, [Id(2)] PractitionerId By, [Id(3)] Moment EndsAt, [Id(4)] ImmutableArray<ElementContent> Elements)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(CrossingShown);
}

/// <summary>Crossings that wait.</summary>
/// <param name="Crossings">In order of proposing.</param>
[GenerateSerializer, Immutable, Alias("hub.CrossingList")]
public sealed record CrossingList([Id(0)] ImmutableArray<CrossingShown> Crossings);
