using Hub.Domain.Agreements;
using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Families;

/// <summary>What is kept from somebody in any family, said once more in other words than the rules': each answers what of it was to be seen.</summary>
internal static class PromisesOfWhatIsKept
{
    /// <summary>What a restriction keeps from a team does not reach it. Source: "Restrictions".</summary>
    public static IEnumerable<string> Restrictions(Family family, News news)
    {
        foreach (var roles in family.Audience)
        {
            var (team, view) = (roles[0].Team, family.CutOf(news, roles).View);
            foreach (var one in family.Person.Restrictions.Where(r => !r.Terms.OwnRecord || r.Author == family.Holder))
            {
                var isNamed = one.Terms.Agencies.Contains(team.Agency) || one.Terms.Teams.Contains(team);
                if (one.Terms.Ground == RestrictionGround.CourtDirection && isNamed && one.Terms.Categories.IsEmpty)
                {
                    Promises.Must(view is null, "a court keeps it from them, and they hear of it");
                    yield return "restriction by a court";
                }

                if (one.Terms.Ground == RestrictionGround.CourtDirection && isNamed && !one.Terms.Categories.IsEmpty)
                {
                    Promises.Must(view?.Elements.All(e => e.Content is null || (e.Content.Category is { } c && !one.Terms.Categories.Has(c))) != false, "a court keeps a category from them, and they see it");
                    yield return view is null ? "restriction by a court of categories, and nothing is left" : "restriction by a court of categories";
                }

                if (one.Terms.Ground == RestrictionGround.SensitiveService && team.Agency != family.Holder)
                {
                    Promises.Must(view is null, "a sensitive service is shown");
                    yield return "restriction of a sensitive service";
                }

                if (!one.Terms.Admitted.IsEmpty && !one.Terms.Admitted.Contains(team) && team.Agency != family.Holder)
                {
                    Promises.Must(view is null, "only others are admitted, and they hear of it");
                    yield return "restriction that admits only others";
                }

                if (one.Terms.Ground == RestrictionGround.StaffConflict)
                {
                    Promises.Must(one.Terms.People.All(p => roles[0].KeptOut(family.Holder, Acting.Nobody).Has(p.Agency, p.Practitioner)), "somebody named is not kept out");
                    yield return "restriction of named staff";
                }
            }
        }
    }

    /// <summary>An organisation under no duty hears nothing without consent once it was asked for. Source: "consent with its whole life".</summary>
    public static void Consent(Family family, News news)
    {
        foreach (var roles in family.Audience.Where(r => family.Register.SectorOf(r[0].Team.Agency) == Sector.Voluntary && r[0].Team.Agency != family.Holder))
        {
            var word = family.Person.Consents.FirstOrDefault(c => c.Recipient == roles[0].Team.Agency);
            Promises.Must(
                word is null or { State: ConsentState.Given or ConsentState.NotRequired } || family.CutOf(news, roles).View is null, "there is no consent, and they hear of it");
            Promises.Must(
                word is not { State: ConsentState.Given, By: ConsentGiver.PersonWithParentalResponsibility } || family.CutOf(news, roles).View is null, "the young person was not asked, and they hear of it");
        }
    }

    /// <summary>What names somebody reaches no team in which they hold a role; an allegation or unknown cause reaches none in which a carer, parent or relative
    /// does. Source: "About you".</summary>
    public static IEnumerable<string> AboutYou(Family family, News news)
    {
        foreach (var roles in family.Audience)
        {
            var cut = family.CutOf(news, roles);
            foreach (var content in (cut.View?.Elements ?? []).Select(e => e.Content).OfType<ElementContent>())
            {
                foreach (var kin in family.Person.Relationships.Where(r => r.Content.Staff?.Agency == roles[0].Team.Agency && family.Register.Team(roles[0].Team) is not null))
                {
                    Promises.Must(content.About?.Named.Contains(kin.Id) != true, "it is about somebody in the team, and the team is told");
                    Promises.Must(
                        kin.Content.Type == Domain.Relationships.RelationshipType.Other || (content.Kind != ElementKind.Allegation && content.About?.CauseUnknown != true),
                        "an allegation reaches a carer, parent or relative");
                }
            }

            foreach (var hidden in cut.Hidden)
            {
                yield return $"because {StoredWord.Of(hidden.Because)}";
            }
        }
    }

    /// <summary>Where the author's agency may not know where the person lives, its words tell it to nobody but who would be told by whoever knows. Source: "cut for the
    /// recipients at risk".</summary>
    public static void Leaks(Family family, News news)
    {
        foreach (var place in family.Person.Plans.Where(p => p.Id == new PlanId(9)))
        {
            if (Circle(family).Any(roles => roles[0].Team.Agency == family.Holder && IsShown(family, place, roles)))
            {
                continue;
            }

            foreach (var roles in family.Audience.Where(r => r[0].Team.Agency != family.Holder && r[0].Team.Agency != place.Agency))
            {
                var isTold = family.CutOf(news, roles).View?.Elements.Any(e => e.Content?.Text == OnRecord.Home) == true;
                Promises.Must(!isTold || IsShown(family, place, roles), "words tell a place that neither their author nor who reads them may know");
            }
        }
    }

    /// <summary>A copy is shown to its holder only where its origin would be told to the holder's team now, and may be passed on. Source: "never visible more widely than
    /// its origin would be".</summary>
    public static IEnumerable<string> Copies(Family family)
    {
        var plan = family.Person.Plans[0];
        foreach (var (copy, at) in plan.Elements.Select((e, i) => (e, i)))
        {
            if (copy.Origin is not { } origin)
            {
                continue;
            }

            var (from, team) = (origin.Holder, Register.TeamOf(Register.Who(family.Holder)));
            var says = at % 3 == 0 ? null : at % 3 == 1 ? copy.Content : plan.Elements[(at + 1) % plan.Elements.Length].Content;
            var to = new Recipient(team, family.Register.Team(team) is { } known ? RoleNeeds.OfLinkedTeam(known.Sector) : null, family.Kind, Family.Self, Route.Link, [])
            {
                Restrictions = family.Person.Restrictions,
            };
            var verdict = SharingPolicy.Decide(from, Purpose.Safeguard, to, family.Register, Cast.Now);
            var sight = family.Sight(team);
            if (!CopySight.Shows(says, copy.Content, isDirected: false, verdict, sight, ElementSight.Whole))
            {
                yield return "copy hidden";
                continue;
            }

            var news = new News(
                "plan.started", Category.PlanTypeAndDates, Domain.Alerts.Severity.Green, from, Purpose.Safeguard, plan.Id, null, null, null, null,
                says is null ? [] : [new NewsElement(origin.Element, null, says)], OnlyElements: false);
            Promises.Must(says is null || Cut.Of(news, verdict, to, sight).View?.Elements.Length == 1, "a copy is shown whose origin would not be told");
            Promises.Must(says?.Handling?.Onward != false && sight.Lets(copy.Content), "a copy is shown that was not to be passed on, or is about who reads it");
            yield return "copy shown";
        }
    }

    private static IEnumerable<IReadOnlyList<Recipient>> Circle(Family family)
        => family.Person.Circle.Where(m => m.State == MemberState.Active).Select(m => (IReadOnlyList<Recipient>)
            [new Recipient(m.Team, m.Role, family.Kind, Family.Self, Route.Circle, []) { Restrictions = family.Person.Restrictions }]);

    // As its holder would tell it.
    private static bool IsShown(Family family, Plan place, IReadOnlyList<Recipient> roles)
    {
        var consent = PersonConsent.Of(family.Person, place.Agency, roles[0].Team.Agency);
        var verdict = Verdict.United([.. roles.Select(r => SharingPolicy.Decide(place.Agency, Purpose.Safeguard, r, family.Register, Cast.Now, consent))]);
        return verdict.Shows(Category.AddressAndLocation);
    }
}
