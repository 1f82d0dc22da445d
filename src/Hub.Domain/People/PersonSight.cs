using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.People;

/// <summary>What may not be seen of a person's elements because of whom they are about.</summary>
public static class PersonSight
{
    /// <summary>By a team, through the door of its machine.</summary>
    public static ElementSight OfTeam(Person person, PersonKind kind, TeamId team, ISharingFacts facts)
        => person.Relationships.IsEmpty
            ? ElementSight.Whole
            : ElementSight.Of(person.Relationships, Onlooker.Door(team, facts.Team(team), Circle.LeadOf(person.Circle, kind)?.Team == team));

    /// <summary>By one practitioner who reads.</summary>
    public static ElementSight OfReader(Person person, Caller caller) => ElementSight.Of(person.Relationships, Onlooker.Reader(caller));

    /// <summary>A decision whose elements name nobody but this person's own; else INVALID_ELEMENT.</summary>
    public static Decided NamesItsOwn(Decided decided, Person person)
        => ContentsOf(decided.Change).Any(c => c.About is { } about && about.Named.Any(n => person.Relationships.All(r => r.Id != n)))
            ? Decided.Refuse(RefusalReason.InvalidElement, "about", "must name relationships of this person")
            : decided;

    /// <summary>What an event writes down.</summary>
    public static ImmutableArray<ElementContent> ContentsOf(IEvent? change) => change switch
    {
        Plans.PlanStarted e => [.. e.Elements.Select(w => w.Content)],
        Plans.PlanChanged e => [.. e.Changes.Select(c => c.Content).OfType<ElementContent>()],
        Alerts.AlertRaised e => [.. e.Elements.Select(w => w.Content)],
        _ => [],
    };
}
