using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Relationships;
using Hub.Domain.Teams;

namespace Hub.Contracts.Relationships;

/// <summary>The way in for calls about relationships; as <see cref="IPeopleEntrance"/>. <c>person</c> and <c>relationship</c> are the caller's own
/// handles.</summary>
[GrainInterfaceType("hub.entrance.relationships"), Alias("hub.IRelationshipEntrance")]
public interface IRelationshipEntrance : IGrainWithIntegerKey
{
    /// <summary>Records one, a new one where <paramref name="relationship"/> is empty. Refuses as <see cref="RecordRelationship"/>.</summary>
    [Alias("Record")]
    Task<Answer<Handle>> Record(Call call, string person, string relationship, RelationshipDraft draft);

    /// <summary>Ends one. Refuses as <see cref="EndRelationship"/>.</summary>
    [Alias("End")]
    Task<Answer<Done>> End(Call call, string person, string relationship, string because);

    /// <summary>Releases words for one, through the team that carries it. Refuses as <see cref="Domain.Deciding.ReleaseWords"/>.</summary>
    [Alias("Release")]
    Task<Answer<Done>> Release(Call call, string person, string relationship, string words, string number);

    /// <summary>Those that the caller may see.</summary>
    [Alias("List")]
    Task<Answer<RelationshipList>> List(Call call, string person);
}

/// <summary>A relationship as sent, in the caller's own references.</summary>
/// <param name="Type">Number of the type.</param>
/// <param name="ParentalResponsibility">Whether somebody has it.</param>
/// <param name="LivesWithPerson">Whether somebody lives with the person.</param>
/// <param name="LivesWith">Another relationship, or empty.</param>
/// <param name="ActsFor">Another relationship, or empty.</param>
/// <param name="IsRisk">The risk marker.</param>
/// <param name="Other">Somebody known to the hub, or empty.</param>
/// <param name="StaffAgency">The agency of the practitioner that somebody is, or empty.</param>
/// <param name="StaffNumber">That practitioner's number, or empty.</param>
/// <param name="CarryingTeam">As agency/team, or empty.</param>
[GenerateSerializer, Immutable, Alias("hub.RelationshipDraft")]
public sealed record RelationshipDraft(
    [Id(0)] int Type,
    [Id(1)] bool ParentalResponsibility,
    [Id(2)] bool LivesWithPerson,
    [Id(3)] string LivesWith,
    [Id(4)] string ActsFor,
    [Id(5)] bool IsRisk,
    [Id(6)] string Other,
    [Id(7)] string StaffAgency,
    [Id(8)] string StaffNumber,
    [Id(9)] string CarryingTeam)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RelationshipDraft);
}

/// <summary>A relationship as the caller may see it.</summary>
/// <param name="Relationship">The caller's own handle.</param>
/// <param name="Type">What somebody is to the person.</param>
/// <param name="ParentalResponsibility">Whether somebody has it.</param>
/// <param name="LivesWithPerson">Whether somebody lives with the person.</param>
/// <param name="LivesWith">Another relationship, or empty.</param>
/// <param name="ActsFor">Another relationship, or empty.</param>
/// <param name="IsRisk">The risk marker.</param>
/// <param name="Other">Somebody known to the hub, by the handle of the agency that recorded it; empty for others.</param>
/// <param name="Staff">The practitioner that somebody is.</param>
/// <param name="CarryingTeam">The team through which somebody is reached.</param>
/// <param name="By">The agency that recorded it.</param>
/// <param name="At">When.</param>
/// <param name="IsEnded">Whether it is so no more.</param>
[GenerateSerializer, Immutable, Alias("hub.RelationshipView")]
public sealed record RelationshipView(
    [Id(0)] string Relationship,
    [Id(1)] RelationshipType Type,
    [Id(2)] bool ParentalResponsibility,
    [Id(3)] bool LivesWithPerson,
    [Id(4)] string LivesWith,
    [Id(5)] string ActsFor,
    [Id(6)] bool IsRisk,
    [Id(7)] string Other,
    [Id(8)] StaffMember? Staff,
    [Id(9)] TeamId? CarryingTeam,
    [Id(10)] AgencyId By,
    [Id(11)] Moment At,
    [Id(12)] bool IsEnded)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RelationshipView);
}

/// <summary>A person's relationships.</summary>
/// <param name="Relationships">In order of recording.</param>
[GenerateSerializer, Immutable, Alias("hub.RelationshipList")]
public sealed record RelationshipList([Id(0)] ImmutableArray<RelationshipView> Relationships);
