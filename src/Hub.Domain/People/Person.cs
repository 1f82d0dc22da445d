using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Adoptions;
using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.Plans;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.SafetyPlans;

namespace Hub.Domain.People;

/// <summary>All that a child's or an adult's owner remembers: what its stream folds into. Immutable; changes only by events.</summary>
/// <param name="Kind">Child or adult; null before the first event.</param>
/// <param name="Records">Each agency's own identity record, in order of first registration.</param>
/// <param name="Plans">Each agency's own plans, in order of opening.</param>
/// <param name="Circle">The team around this person.</param>
/// <param name="Links">This person's halves of links.</param>
/// <param name="Consents">What is on record of consent to tell others about this person.</param>
/// <param name="FactsVersion">Version of the last event that changed a fact by which sharing is decided; 0 for none.</param>
/// <param name="Relationships">Who else matters to this person, ended ones included, in order of recording.</param>
/// <param name="Restrictions">What is kept from somebody, in order of placing.</param>
/// <param name="Informees">Who is told by a safety plan of this person, in order of agreeing.</param>
/// <param name="Crossings">What the adoption role would write into a plan, and two persons have not agreed on yet.</param>
public sealed record Person(
    [property: JsonPropertyName("kind")] PersonKind? Kind,
    [property: JsonPropertyName("records")] ImmutableArray<AgencyRecord> Records,
    [property: JsonPropertyName("plans")] ImmutableArray<Plan> Plans,
    [property: JsonPropertyName("circle")] ImmutableArray<CircleMember> Circle,
    [property: JsonPropertyName("links")] ImmutableArray<LinkHalf> Links,
    [property: JsonPropertyName("facts_version")] long FactsVersion,
    [property: JsonPropertyName("relationships")] ImmutableArray<Relationship> Relationships,
    [property: JsonPropertyName("restrictions")] ImmutableArray<Restriction> Restrictions,
    [property: JsonPropertyName("consents")] ImmutableArray<Consent> Consents,
    [property: JsonPropertyName("informees")] ImmutableArray<Informee> Informees,
    [property: JsonPropertyName("crossings")] ImmutableArray<Crossing> Crossings)
{
    /// <summary>Nobody yet.</summary>
    public static Person Empty { get; } = new(null, [], [], [], [], 0, [], [], [], [], []);

    /// <summary>The person after an event of its stream.</summary>
    public Person Apply(Happened happened) => happened.Content switch
    {
        PersonRegistered e => this with { Kind = e.Kind, Records = Recorded(new AgencyRecord(happened.Agency, e.Record)) },
        _ => this with
        {
            Plans = PlanFold.Apply(Plans, happened),
            Circle = CircleFold.Apply(Circle, happened),
            Links = LinkFold.Apply(Links, happened),
            Relationships = RelationshipFold.Apply(Relationships, happened),
            Restrictions = RestrictionFold.Apply(Restrictions, happened),
            Consents = ConsentFold.Apply(Consents, happened),
            Informees = InformeeFold.Apply(Informees, happened),
            Crossings = CrossingFold.Apply(Crossings, happened),
            FactsVersion = PersonGround.IsRaisedBy(this, happened.Content) ? happened.Version : FactsVersion,
        },
    };

    private ImmutableArray<AgencyRecord> Recorded(AgencyRecord record)
        => Records.FirstOrDefault(r => r.Agency == record.Agency) is { } old ? Records.Replace(old, record) : Records.Add(record);
}
