using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>One rule: the team that decides, or null where it says nothing of this.</summary>
internal delegate TeamId? HolderRule(Person person, PersonKind kind, AgencyId holder, TeamId recipient, PersonId subject, Route route);

/// <summary>Which team of the holder's own agency decides about a recipient. Source: sharing rules, "at once in the holder's own inbox".</summary>
public static class HoldersTeam
{
    /// <summary>Whether the holder may be told of this recipient at all: what it has to decide would name it.</summary>
    public static bool MayKnowOf(Person person, PersonKind kind, AgencyId holder, TeamId recipient, Route route)
        => KnownRecipients.MayKnowOf(person, holder, Circle.LeadOf(person.Circle, kind)?.Team.Agency == holder, recipient, route);

    /// <summary>In order: the first that finds one. A row of whose-team-decides.md fails without each.</summary>
    internal static IReadOnlyList<HolderRule> Rules { get; } = [TeamOfTheLink, TeamThatLeads, TeamOnTheCircle];

    /// <summary>On a link the team of the own half, an open one first; on a circle, and about an informee, the team of the holder that leads the circle,
    /// else one of the holder's on it. Null where neither is there.</summary>
    public static TeamId? Of(Person person, PersonKind kind, AgencyId holder, TeamId recipient, PersonId subject, Route route)
        => Of(Rules, person, kind, holder, recipient, subject, route);

    /// <summary>The same by other rules than all: so that it can be shown what each is for.</summary>
    internal static TeamId? Of(IReadOnlyList<HolderRule> rules, Person person, PersonKind kind, AgencyId holder, TeamId recipient, PersonId subject, Route route)
        => rules.Select(rule => rule(person, kind, holder, recipient, subject, route)).FirstOrDefault(team => team is not null);

    private static TeamId? TeamOfTheLink(Person person, PersonKind kind, AgencyId holder, TeamId recipient, PersonId subject, Route route)
        => route == Route.Link
            ? person.Links.Where(l => l.Team.Agency == holder && l.OtherTeam == recipient && l.Other == subject).OrderByDescending(l => l.IsOpen).FirstOrDefault()?.Team
            : null;

    private static TeamId? TeamThatLeads(Person person, PersonKind kind, AgencyId holder, TeamId recipient, PersonId subject, Route route)
        => IsOfPerson(route) && Circle.LeadOf(person.Circle, kind) is { } lead && lead.Team.Agency == holder ? lead.Team : null;

    private static TeamId? TeamOnTheCircle(Person person, PersonKind kind, AgencyId holder, TeamId recipient, PersonId subject, Route route)
        => IsOfPerson(route) ? person.Circle.FirstOrDefault(m => m.State == MemberState.Active && m.Team.Agency == holder)?.Team : null;

    // An informee is the person's, as a member of the circle is.
    private static bool IsOfPerson(Route route) => route is Route.Circle or Route.Informee;
}
