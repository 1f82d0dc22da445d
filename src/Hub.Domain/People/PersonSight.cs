using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.People;

/// <summary>What may not be seen of a person's elements because of whom they are about.</summary>
public static class PersonSight
{
    /// <summary>By a team, through the door of its machine; or, where something is kept from some of it, by the others at the person's door.</summary>
    public static ElementSight OfTeam(Person person, PersonKind kind, TeamId team, ISharingFacts facts, KeptOut? keptOut = null)
        => person.Relationships.IsEmpty
            ? ElementSight.Whole
            : ElementSight.Of(person.Relationships, Onlooker.Door(team, facts.Team(team), Circle.LeadOf(person.Circle, kind)?.Team == team, facts.Acting).Without(keptOut ?? KeptOut.Nobody));

    /// <summary>Everybody from whom elements are kept because of whom they are about, whatever team they are in.</summary>
    public static KeptOut KeptFrom(Person person, IEnumerable<ElementContent> contents, Acting acting)
        => person.Relationships.IsEmpty
            ? KeptOut.Nobody
            : contents.Aggregate(KeptOut.Nobody, (all, content) => all.Or(ElementVetoes.KeptFrom(content, person.Relationships))).With(acting);

    /// <summary>By one practitioner who reads.</summary>
    public static ElementSight OfReader(Person person, Caller caller) => ElementSight.Of(person.Relationships, Onlooker.Reader(caller));

    /// <summary>A decision whose elements name nobody but this person's own; else INVALID_ELEMENT.</summary>
    public static Decided NamesItsOwn(Decided decided, Person person)
        => Said.By(decided.Change).Any(w => w.Content.About is { } about && about.Named.Any(n => person.Relationships.All(r => r.Id != n)))
            ? Decided.Refuse(RefusalReason.InvalidElement, "about", "must name relationships of this person")
            : decided;
}
