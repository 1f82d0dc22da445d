using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Identity;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;

namespace Hub.Domain.Alerts;

/// <summary>Event <c>concern.raised</c>: heard, whoever it is about.</summary>
/// <param name="Place">The authority of the place where the child is.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Identity">Who it is about, as the sender told it now or before; null when not told.</param>
/// <param name="Description">Who it is about, in the sender's words; may be empty.</param>
/// <param name="Elements">What is told, in order.</param>
/// <param name="DutyNumber">The number that the sender was given.</param>
/// <param name="FoundKind">Whether the person found is a child or an adult; null when nobody was found.</param>
/// <param name="Found">The person found.</param>
public sealed record ConcernRaised(
    [property: JsonPropertyName("place")] AgencyId Place,
    [property: JsonPropertyName("severity")] Severity Severity,
    [property: JsonPropertyName("identity")] IdentityRecord? Identity,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("elements")] ImmutableArray<WrittenElement> Elements,
    [property: JsonPropertyName("duty_number")] string DutyNumber,
    [property: JsonPropertyName("found_kind")] PersonKind? FoundKind,
    [property: JsonPropertyName("found")] PersonId? Found) : IEvent
{
    /// <summary>Whether the adoption role of a child known after an adoption has to hear of it: it is red, or tells of the before.</summary>
    [JsonIgnore]
    public bool IsThreat => Severity == Severity.Red || Elements.Any(e => e.Content.Category == Category.AdoptionAndOrigin);

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ConcernRaised);
}

/// <summary>Tells the hub of a concern about anybody. Needs no circle, no agreement and no match. Source: sharing rules, "Telling".</summary>
/// <param name="Person">The sender's own reference, whether the hub made it or not; may be empty.</param>
/// <param name="Identity">What the sender knows of the person's identity; null for nothing.</param>
/// <param name="Description">In words; may be empty.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Elements">What is told.</param>
/// <param name="Place">The authority of the place where the child is.</param>
[GenerateSerializer, Immutable, Alias("hub.RaiseConcern")]
public sealed record RaiseConcern(
    [property: JsonPropertyName("person")][Id(0)] string Person,
    [property: JsonPropertyName("identity")][Id(1)] IdentityRecord? Identity,
    [property: JsonPropertyName("description")][Id(2)] string Description,
    [property: JsonPropertyName("severity")][Id(3)] Severity Severity,
    [property: JsonPropertyName("elements")][Id(4)] ImmutableArray<WrittenElement> Elements,
    [property: JsonPropertyName("place")][Id(5)] AgencyId Place)
{
    /// <summary>Always heard; once heard it changes nothing more.</summary>
    /// <param name="concern">The state.</param>
    /// <param name="found">Whom it is about, when the hub knows; null when not.</param>
    /// <param name="dutyNumber">The number to give to the sender.</param>
    public Decided Decide(Concern concern, FoundPerson? found, string dutyNumber)
        => concern.Raised is not null
            ? Decided.Nothing
            : Decided.Commit(new ConcernRaised(Place, Severity, Identity ?? found?.OwnRecord, Description, Elements, dutyNumber, found?.Kind, found?.Person));

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RaiseConcern);
}

/// <summary>A person whom the hub found by what a sender told.</summary>
/// <param name="Kind">Child or adult.</param>
/// <param name="Person">The person.</param>
/// <param name="Lead">The team that leads the circle; null while it is unled.</param>
/// <param name="FactsVersion">Version of the person's facts that was read.</param>
/// <param name="OwnRecord">The sender's own record of the person, if it has one.</param>
/// <param name="Relationships">Who else matters to the person.</param>
/// <param name="Restrictions">What is kept from somebody of the person.</param>
[GenerateSerializer, Immutable, Alias("hub.FoundPerson")]
public sealed record FoundPerson(
    [Id(0)] PersonKind Kind, [Id(1)] PersonId Person, [Id(2)] Teams.TeamId? Lead, [Id(3)] long FactsVersion, [Id(4)] IdentityRecord? OwnRecord,
    [Id(5)] ImmutableArray<Relationship> Relationships, [Id(6)] ImmutableArray<Restriction> Restrictions)
{
    /// <summary>What a team may not see of what <paramref name="teller"/> told: through the door of its machine; or, where something is kept from some of
    /// it, the others at the person's door.</summary>
    public ElementSight SightOf(AgencyId teller, Teams.TeamId team, ISharingFacts facts, KeptOut keptOut)
        => ElementSight.Of(
            Relationships.IsDefault ? [] : Relationships,
            Onlooker.Door(team, facts.Team(team), Lead == team, facts.Acting).Without(keptOut),
            Restrictions.KeepsOrigin(teller, team.Agency, [team]));

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(FoundPerson);
}
