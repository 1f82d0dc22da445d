using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Families;

/// <summary>A generated family: a person with plans, copies, a circle and links, what one agency does next, and what has become of it all when
/// that is handed over.</summary>
/// <param name="Register">What the register knows.</param>
/// <param name="Person">The person before the event.</param>
/// <param name="Kind">Child or adult.</param>
/// <param name="Holder">Whose event it is.</param>
/// <param name="Change">The event.</param>
/// <param name="Later">The register when it is handed over.</param>
/// <param name="PersonLater">The person then.</param>
/// <param name="Wait">How long that takes.</param>
internal sealed record Family(Register Register, Person Person, PersonKind Kind, AgencyId Holder, IEvent Change, Register Later, Person PersonLater, TimeSpan Wait)
{
    public static readonly PersonId Self = new(0, 1);
    private static readonly Ground Own = new("person/1", 5);
    private static readonly Ground Linked = new("person/2", 7);
    private PersonLeaks? leaks;

    /// <summary>The news of the event; null when nobody hears of it.</summary>
    public News? News => PersonNews.Of(Person, Change, Holder);

    /// <summary>Who might hear now, each team in all of its roles.</summary>
    public IReadOnlyList<IReadOnlyList<Recipient>> Audience => Of(Person, Register);

    /// <summary>Who might hear once it is handed over.</summary>
    public IReadOnlyList<IReadOnlyList<Recipient>> AudienceLater => Of(PersonLater, Later);

    public Verdict Decide(IReadOnlyList<Recipient> roles, Purpose purpose, ISharingFacts? facts = null)
        => Decided(Person, roles, purpose, facts ?? Register, Cast.Now);

    public Verdict DecideLater(IReadOnlyList<Recipient> roles) => Decided(PersonLater, roles, Purpose.Safeguard, Later, Cast.Now.Plus(Wait));

    /// <summary>The verdict for one of a team's roles.</summary>
    public Verdict DecideOne(Recipient role, Purpose purpose, ISharingFacts? facts = null) => Decided(Person, [role], purpose, facts ?? Register, Cast.Now);

    public SharingQuestion Question(Recipient role, Purpose purpose) => new(Holder, purpose, role, Register, Cast.Now) { Consent = PersonConsent.Of(Person, Holder, role.Team.Agency) };

    /// <summary>What a team may not see because of whom it is about.</summary>
    public ElementSight Sight(TeamId team) => PersonSight.OfTeam(Person, Kind, Holder, team, Register);

    /// <summary>The same when it is handed over.</summary>
    public ElementSight SightLater(TeamId team) => PersonSight.OfTeam(PersonLater, Kind, Holder, team, Later);

    /// <summary>What is left of news for a team, as the hub cuts it.</summary>
    public Cut CutOf(News news, IReadOnlyList<Recipient> roles, Verdict? verdict = null)
        => Cut.Of(news, verdict ?? Decide(roles, news.Purpose), roles[0], Sight(roles[0].Team), Leaks.AtRisk(Person, Holder, roles, Register, Cast.Now));

    private PersonLeaks Leaks => leaks ??= PersonLeaks.OfEvent(Person, Kind, Holder, Change, Register, Cast.Now);

    private Verdict Decided(Person person, IReadOnlyList<Recipient> roles, Purpose purpose, ISharingFacts facts, Moment now)
    {
        var consent = PersonConsent.Of(person, Holder, roles[0].Team.Agency);
        return Verdict.United([.. roles.Select(r => SharingPolicy.Decide(Holder, purpose, r, facts, now, consent))]);
    }

    private List<IReadOnlyList<Recipient>> Of(Person person, Register register)
    {
        var found = new List<Recipient>();
        foreach (var member in person.Circle)
        {
            if (member.State == MemberState.Active)
            {
                found.Add(new Recipient(member.Team, member.Role, Kind, Self, Route.Circle, [Own]) { Restrictions = person.Restrictions });
            }
        }

        foreach (var half in person.Links)
        {
            if (half.IsOpen && half.Team.Agency == Holder)
            {
                var role = register.Team(half.OtherTeam) is { } team ? RoleNeeds.OfLinkedTeam(team.Sector) : null;
                found.Add(new Recipient(half.OtherTeam, role, half.OtherKind, half.Other, Route.Link, [Own, Linked]) { Restrictions = person.Restrictions });
            }
        }

        return [.. found.GroupBy(r => (r.Team, r.Subject)).Select(g => (IReadOnlyList<Recipient>)[.. g])];
    }
}
