using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Restrictions;

namespace Hub.Contracts.Restrictions;

/// <summary>The way in for calls about restrictions; as <see cref="IPeopleEntrance"/>. <c>person</c> and <c>restriction</c> are the caller's own
/// handles.</summary>
[GrainInterfaceType("hub.entrance.restrictions"), Alias("hub.IRestrictionEntrance")]
public interface IRestrictionEntrance : IGrainWithIntegerKey
{
    /// <summary>Keeps something of a person from somebody. The restriction's id in the command is made here. Refuses as
    /// <see cref="PlaceRestriction"/>.</summary>
    [Alias("Place")]
    Task<Answer<Handle>> Place(Call call, string person, PlaceRestriction command);

    /// <summary>Says that a restriction is still needed. Refuses as <see cref="ReviewRestriction"/>.</summary>
    [Alias("Review")]
    Task<Answer<Done>> Review(Call call, string person, string restriction, string reviewOn);

    /// <summary>Ends a restriction. Refuses as <see cref="LiftRestriction"/>.</summary>
    [Alias("Lift")]
    Task<Answer<Done>> Lift(Call call, string person, string restriction, string because);

    /// <summary>The restrictions that the caller answers for.</summary>
    [Alias("List")]
    Task<Answer<RestrictionList>> List(Call call, string person);
}

/// <summary>A restriction in its guardian's own references.</summary>
/// <param name="Restriction">The restriction.</param>
/// <param name="Terms">What is kept from whom.</param>
/// <param name="Since">When it was placed.</param>
/// <param name="IsOverdue">Whether its review date has passed.</param>
/// <param name="AwaitsSecondPerson">Whether one person wishes to lift it, and another one has to lift it too.</param>
[GenerateSerializer, Immutable, Alias("hub.RestrictionShown")]
public sealed record RestrictionShown([Id(0)] string Restriction, [Id(1)] RestrictionTerms Terms, [Id(2)] Moment Since, [Id(3)] bool IsOverdue, [Id(4)] bool AwaitsSecondPerson = false);

/// <summary>Restrictions that the caller answers for.</summary>
/// <param name="Restrictions">In order of placing.</param>
[GenerateSerializer, Immutable, Alias("hub.RestrictionList")]
public sealed record RestrictionList([Id(0)] ImmutableArray<RestrictionShown> Restrictions);
