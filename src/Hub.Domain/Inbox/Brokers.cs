using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>A team that decides whether to ring back.</summary>
/// <param name="Team">The team.</param>
/// <param name="Role">Its role on the circle, where it hears by that.</param>
/// <param name="Because">Why it is asked; <see cref="Because.Restricted"/> for one that would be and is kept out, and hears nothing.</param>
/// <param name="KeptOut">From whom it is kept.</param>
/// <param name="IsOfAsker">Whether it is of the asker's own agency.</param>
public sealed record Broker(TeamId Team, Role? Role, Because Because, KeptOut KeptOut, bool IsOfAsker)
{
    /// <summary>Whether it hears.</summary>
    public bool Hears => Because != Because.Restricted;

    /// <summary>At which door. Whoever asks can read the machine's door of every team of its own agency: there it is told at the person's door alone.</summary>
    public Hearer AtItsDoor(Hearer found) => IsOfAsker ? found with { At = found.At with { IsRestricted = true } } : found;
}

/// <summary>Who asks about whom.</summary>
/// <param name="Person">The person.</param>
/// <param name="Kind">Child or adult.</param>
/// <param name="Agency">The asker's agency.</param>
/// <param name="Named">The practitioner who asks, and who that one acts for.</param>
/// <param name="Acting">Who acts for whom.</param>
public sealed record ContactQuestion(Person Person, PersonKind Kind, AgencyId Agency, IReadOnlyCollection<PractitionerId> Named, Acting Acting);

/// <summary>One rule: teams that may know and are asked.</summary>
internal delegate IEnumerable<(TeamId Team, Role? Role, Because Because)> BrokerRule(ContactQuestion asked);

/// <summary>One rule: from whom it is kept at a team.</summary>
internal delegate KeptOut ContactRule(ContactQuestion asked, TeamId broker);

/// <summary>Who is asked to ring back. Each team by what it knows itself, and none because of another: so nobody learns of a restriction or a lead by what
/// it hears or does not. Source: sharing rules, "a broker who may see decides whether to ring back".</summary>
public static class Brokers
{
    /// <summary>A row of who-rings-back.md fails without each, as without each of the others.</summary>
    internal static IReadOnlyList<BrokerRule> Asking { get; } = [WhoGuards, WhoLeads];

    /// <summary>From whom it is kept: deny wins.</summary>
    internal static IReadOnlyList<ContactRule> Keeping { get; } = [FromWhomTheTeamsOwnIsKept, FromWhomTheAskersIsKept, FromWhomItMayBeAbout, FromTheAsker];

    /// <summary>The teams, each once, also those that are kept out.</summary>
    public static ImmutableArray<Broker> Of(ContactQuestion asked) => Of(Asking, Keeping, asked);

    /// <summary>The same by other rules than all: so that it can be shown what each is for.</summary>
    internal static ImmutableArray<Broker> Of(IReadOnlyList<BrokerRule> asking, IReadOnlyList<ContactRule> keeping, ContactQuestion asked)
        => [.. asking.SelectMany(rule => rule(asked)).DistinctBy(b => b.Team).Select(b => new Broker(
            b.Team, b.Role, IsShutOut(asked, b.Team, b.Because) ? Because.Restricted : b.Because,
            keeping.Aggregate(KeptOut.Nobody, (all, rule) => all.Or(rule(asked, b.Team))).With(asked.Acting),
            b.Team.Agency == asked.Agency))];

    /// <summary>Source: "a guardian who answers contact requests".</summary>
    private static IEnumerable<(TeamId Team, Role? Role, Because Because)> WhoGuards(ContactQuestion asked)
        => asked.Person.Restrictions.Select(r => (r.Terms.Guardian, (Role?)null, Because.Guards));

    private static IEnumerable<(TeamId Team, Role? Role, Because Because)> WhoLeads(ContactQuestion asked)
        => Circle.LeadOf(asked.Person.Circle, asked.Kind) is { } lead ? [(lead.Team, lead.Role, Because.Leads)] : [];

    private static KeptOut FromWhomTheTeamsOwnIsKept(ContactQuestion asked, TeamId broker) => asked.Person.Restrictions.KeptOut(broker.Agency, Acting.Nobody);

    // Who asks, and what for, is the asker's agency's own.
    private static KeptOut FromWhomTheAskersIsKept(ContactQuestion asked, TeamId broker) => asked.Person.Restrictions.KeptOut(asked.Agency, Acting.Nobody);

    /// <summary>Source: "About you". Nobody says of a request whom beside the person it is about: it may be anybody who belongs to the person.</summary>
    private static KeptOut FromWhomItMayBeAbout(ContactQuestion asked, TeamId broker)
        => KeptOut.Of(asked.Person.Relationships.Select(r => r.Content.Staff).OfType<StaffMember>().Select(s => new NamedPractitioner(s.Agency, s.Practitioner)));

    // That it arrived would tell the asker that somebody is there.
    private static KeptOut FromTheAsker(ContactQuestion asked, TeamId broker)
        => broker.Agency == asked.Agency ? KeptOut.Of(asked.Named.Select(p => new NamedPractitioner(asked.Agency, p))) : KeptOut.Nobody;

    // A guardian is meant to know whatever others are admitted to; a court's word stands above that.
    private static bool IsShutOut(ContactQuestion asked, TeamId team, Because because)
        => asked.Person.Restrictions.DirectedByCourt(asked.Agency, team) || (because == Because.Leads && asked.Person.Restrictions.AdmitsOnlyOthers(asked.Agency, team));
}
