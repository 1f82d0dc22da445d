using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.People;

/// <summary>What may not be seen of a person's elements because of whom they are about, or what they tell.</summary>
public static class PersonSight
{
    /// <summary>By a team, through the door of its machine; or, where something is kept from some of it, by the others at the person's door.</summary>
    /// <param name="person">The person.</param>
    /// <param name="kind">Child or adult.</param>
    /// <param name="holder">Whose elements they are.</param>
    /// <param name="team">The team.</param>
    /// <param name="facts">The registers.</param>
    /// <param name="keptOut">From whom it is kept; null for the door of the machine.</param>
    public static ElementSight OfTeam(Person person, PersonKind kind, AgencyId holder, TeamId team, ISharingFacts facts, KeptOut? keptOut = null)
        => person.Relationships.IsEmpty && person.Restrictions.IsEmpty
            ? ElementSight.Whole
            : ElementSight.Of(
                person.Relationships, Door(person, kind, team, facts).Without(keptOut ?? KeptOut.Nobody), person.Restrictions.KeepsOrigin(holder, team.Agency, [team]));

    /// <summary>Everybody from whom elements are kept because of whom they are about, whatever team they are in.</summary>
    public static KeptOut KeptFrom(Person person, IEnumerable<ElementContent> contents, Acting acting)
        => KeptFrom(person.Relationships, contents, acting);

    /// <summary>The same of a person of whom these relationships are on record.</summary>
    public static KeptOut KeptFrom(ImmutableArray<Relationship> relationships, IEnumerable<ElementContent> contents, Acting acting)
        => relationships.IsDefaultOrEmpty
            ? KeptOut.Nobody
            : contents.Aggregate(KeptOut.Nobody, (all, content) => all.Or(ElementVetoes.KeptFrom(content, relationships))).With(acting);

    /// <summary>By anybody of a team, at one of its two doors: what is about somebody of it the others may see at the person's door.</summary>
    public static ElementSight OfEitherDoor(Person person, PersonKind kind, AgencyId holder, TeamId team, ISharingFacts facts)
        => ElementSight.OfEitherDoor(person.Relationships, Door(person, kind, team, facts), person.Restrictions.KeepsOrigin(holder, team.Agency, [team]));

    /// <summary>By one practitioner who reads, and holds a role in <paramref name="teams"/>: looked up only where something is restricted.</summary>
    public static ElementSight OfReader(Person person, AgencyId holder, Caller caller, Func<IReadOnlyCollection<TeamId>> teams)
        => ElementSight.Of(person.Relationships, Onlooker.Reader(caller), !person.Restrictions.IsEmpty && person.Restrictions.KeepsOrigin(holder, caller.Agency, teams()));

    /// <summary>A decision whose elements name nobody but this person's own; else INVALID_ELEMENT.</summary>
    public static Decided NamesItsOwn(Decided decided, Person person)
        => Said.By(decided.Change).Any(w => w.Content.About is { } about && about.Named.Any(n => person.Relationships.All(r => r.Id != n)))
            ? Decided.Refuse(RefusalReason.InvalidElement, "about", "must name relationships of this person")
            : decided;

    private static Onlooker Door(Person person, PersonKind kind, TeamId team, ISharingFacts facts)
        => Onlooker.Door(team, facts.Team(team), Circle.LeadOf(person.Circle, kind)?.Team == team, facts.Acting);
}
