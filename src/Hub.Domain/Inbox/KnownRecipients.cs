using Hub.Domain.Agencies;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>What a rule is asked: may the sender know of this recipient?</summary>
internal readonly record struct KnowingQuestion(Person Person, AgencyId Sender, bool IsLead, TeamId Recipient, Route Route);

/// <summary>One rule: whether it says yes.</summary>
internal delegate bool KnowingRule(KnowingQuestion asked);

/// <summary>Of which recipients a sender may know what became of its word. Source: sharing rules, "Telling": a line per recipient whose
/// involvement it may already see.</summary>
public static class KnownRecipients
{
    /// <summary>One yes is enough; of nobody else is the sender told whether there is one. A row of whose-team-decides.md fails without each.</summary>
    internal static IReadOnlyList<KnowingRule> Rules { get; } = [IsItsOwnTeam, IsPickedByAPerson, IsReachedByWordsOfALead, IsOnTheCircleThatItLeads, IsLinkedWithItsOwnPlan];

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
        => MayKnowOf(Rules, new KnowingQuestion(person, sender, isLead, recipient, route));

    /// <summary>The same by other rules than all: so that it can be shown what each is for.</summary>
    internal static bool MayKnowOf(IReadOnlyList<KnowingRule> rules, KnowingQuestion asked) => asked.Route != Route.InformeeNotTold && rules.Any(knows => knows(asked));

    private static bool IsItsOwnTeam(KnowingQuestion asked) => asked.Recipient.Agency == asked.Sender;

    private static bool IsPickedByAPerson(KnowingQuestion asked) => asked.Route == Route.Directed;

    private static bool IsReachedByWordsOfALead(KnowingQuestion asked) => asked.Route is Route.Carrying or Route.Informee;

    // Of a sensitive service nobody is shown that it is there.
    private static bool IsOnTheCircleThatItLeads(KnowingQuestion asked)
        => asked is { Route: Route.Circle, IsLead: true } && !asked.Person.Restrictions.IsSensitiveService(asked.Recipient.Agency);

    private static bool IsLinkedWithItsOwnPlan(KnowingQuestion asked)
        => asked.Route == Route.Link && asked.Person.Links.Any(l => l.Team.Agency == asked.Sender && l.OtherTeam == asked.Recipient);
}
