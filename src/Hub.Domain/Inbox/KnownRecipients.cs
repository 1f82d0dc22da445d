using Hub.Domain.Agencies;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>Of which recipients a sender may know what became of its word. Source: sharing rules, "Telling": a line per recipient whose
/// involvement it may already see.</summary>
public static class KnownRecipients
{
    /// <summary>Whom it picked itself, who reaches its informees, its own teams, teams that its own plans are or were linked with, and to the lead everybody
    /// on the circle but a sensitive service. Of nobody else is it told whether there is one; nor who heard beside the news that somebody was not told.</summary>
    /// <param name="person">The person as the hub knows it now.</param>
    /// <param name="sender">The agency that told.</param>
    /// <param name="isLead">Whether the one who asks is of the team that leads the circle.</param>
    /// <param name="decision">What was decided for the recipient.</param>
    public static bool MayKnowOf(Person person, AgencyId sender, bool isLead, Decision decision)
        => MayKnowOf(person, sender, isLead, decision.Team, decision.Route);

    /// <summary>The same for a recipient about whom nothing is decided yet.</summary>
    public static bool MayKnowOf(Person person, AgencyId sender, bool isLead, TeamId recipient, Route route)
        => route != Route.InformeeNotTold && (recipient.Agency == sender
            || route is Route.Directed or Route.Carrying or Route.Informee
            || (route == Route.Circle && isLead && !person.Restrictions.IsSensitiveService(recipient.Agency))
            || (route == Route.Link && person.Links.Any(l => l.Team.Agency == sender && l.OtherTeam == recipient)));
}
