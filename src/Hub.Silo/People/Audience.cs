using System.Collections.Immutable;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Consents;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Entrance;

namespace Hub.Silo.People;

/// <summary>Who might hear of an event on a person's stream, and what was read to know it. Asks the owners of linked persons one question
/// each, all at once.</summary>
internal sealed class Audience(ISharingFacts facts, IGrainFactory grains, TimeProvider time)
{
    /// <summary>Null when a linked person's owner cannot answer now.</summary>
    public async Task<IReadOnlyList<Recipient>?> Of(string stream, Person state, IEvent change, Caller caller, long factsVersion)
    {
        var (kind, self) = PersonFold.Read(stream)!.Value;
        var own = new Ground(stream, factsVersion);
        return change switch
        {
            PlanStarted => OnCircle(kind, self, state, caller, own),
            PlanChanged e => await WithLinked([e.Plan], OnCircle(kind, self, state, caller, own)),
            PlanEnded e => await WithLinked([e.Plan], OnCircle(kind, self, state, caller, own)),
            AlertRaised e => await WithLinked(
                [.. state.Plans.Where(p => p.Agency == caller.Agency && p.IsOpen && (e.Plan is null || e.Plan == p.Id)).Select(p => p.Id)],
                OnCircle(kind, self, state, caller, own)),
            ConsentRecorded => [.. OnCircle(kind, self, state, caller, own).Where(r => r.Team.Agency == caller.Agency || r.Team == Circle.LeadOf(state.Circle, kind)?.Team)],
            LinkProposed e => await Asked(e),
            LinkAccepted e => await Linked(new LinkHalf(e.Link, HalfState.Accepted, e.Plan, e.Team, e.OtherKind, e.Other, e.OtherTeam, default)) is { } linked
                ? [.. linked, Own(new Recipient(e.Team, RoleOf(e.Team), kind, self, Route.Asked, [own]), state)]
                : null,
            LinkEnded e => await Linked(state.Links.First(l => l.Id == e.Link)),
            _ => [],
        };

        async Task<IReadOnlyList<Recipient>?> WithLinked(IReadOnlyList<PlanId> plans, IReadOnlyList<Recipient> circle)
        {
            var halves = await Task.WhenAll(state.Links.Where(l => l.Plan is { } plan && plans.Contains(plan) && l.IsOpen).Select(Linked));
            return halves.Any(h => h is null) ? null : [.. circle, .. halves.SelectMany(h => h!)];
        }

        async Task<IReadOnlyList<Recipient>?> Linked(LinkHalf half)
        {
            var (side, unanswered) = await Ask(half.OtherKind, half.Other, new LinkQuestion(half.Id, self, half.OtherTeam.Agency));
            return unanswered ? null
                : side?.Half is { } other && side.PlanIsOpen && half.IsInForceWith(other, self, half.Other)
                    ? [To(half.OtherTeam, half.OtherKind, half.Other, Route.Link, side) with { Copied = side.Copied }]
                : [];
        }

        async Task<IReadOnlyList<Recipient>?> Asked(LinkProposed e)
        {
            var (side, unanswered) = await Ask(e.OtherKind, e.Other, new LinkQuestion(e.Link, self, e.OtherTeam.Agency));
            return unanswered ? null : side is { AgencyHasOpenPlan: true } ? [To(e.OtherTeam, e.OtherKind, e.Other, Route.Asked, side)] : [];
        }

        Recipient To(TeamId team, PersonKind otherKind, PersonId other, Route route, LinkedSide side)
            => new(team, RoleOf(team), otherKind, other, route, [own, new Ground(PersonFold.Key(otherKind, other), side.FactsVersion)])
            {
                Restrictions = [.. state.Restrictions, .. side.Restrictions],
                InItsPlace = side.Restrictions.HearsInPlaceOf(team),
            };
    }

    /// <summary>By which ways a team still hears of this person, as of <paramref name="state"/>; null when a linked person's owner cannot answer
    /// now.</summary>
    public async Task<IReadOnlyList<Recipient>?> Still(string stream, Person state, JudgeQuestion question, Moment now)
    {
        var (kind, self) = PersonFold.Read(stream)!.Value;
        var own = new Ground(stream, state.FactsVersion);
        var found = new List<Recipient>();
        if (question.Subject == self)
        {
            found.AddRange(state.Circle.Where(m => m.State == MemberState.Active && m.Team == question.Team)
                .Select(m => Own(new Recipient(m.Team, m.Role, kind, self, Route.Circle, [own]), state)));
            found.AddRange(state.Links.Where(l => l.Id == question.Link && l.Team == question.Team)
                .Select(l => Own(new Recipient(l.Team, RoleOf(l.Team), kind, self, Route.Asked, [own]), state)));
        }

        // What names no plan came by any of the holder's, and by no other agency's.
        foreach (var half in state.Links.Where(l => l.OtherTeam == question.Team && l.Other == question.Subject
            && (question.Plan is null ? l.Team.Agency == question.Holder : l.Plan == question.Plan)))
        {
            // That a link has ended is told also once it is over; nothing else is.
            if (half.State == HalfState.Ended && half.Id == question.Link)
            {
                found.Add(new Recipient(half.OtherTeam, RoleOf(half.OtherTeam), half.OtherKind, half.Other, Route.Link, [own]) { Restrictions = state.Restrictions });
            }

            if (!half.IsOpen)
            {
                continue;
            }

            var (side, unanswered) = await Ask(half.OtherKind, half.Other, new LinkQuestion(half.Id, self, half.OtherTeam.Agency));
            if (unanswered)
            {
                return null;
            }

            var isLinked = side?.Half is { } other && side.PlanIsOpen && half.IsInForceWith(other, self, half.Other);
            var isAsked = half.Id == question.Link && half.AwaitsAnswer(now) && side is { AgencyHasOpenPlan: true };
            if (isLinked || isAsked)
            {
                found.Add(new Recipient(
                    half.OtherTeam, RoleOf(half.OtherTeam), half.OtherKind, half.Other, isLinked ? Route.Link : Route.Asked,
                    [own, new Ground(PersonFold.Key(half.OtherKind, half.Other), side!.FactsVersion)])
                {
                    Restrictions = [.. state.Restrictions, .. side.Restrictions],
                });
            }
        }

        return found;
    }

    /// <summary>The other side of a link; null when there is no such person. Unanswered: nobody knows now.</summary>
    public async Task<(LinkedSide? Side, bool Unanswered)> Ask(PersonKind kind, PersonId person, LinkQuestion question)
    {
        var answer = await Arrival.Owner(grains, PersonFold.Key(kind, person)).WhoHears(question).InTime(time);
        return (answer.Value, answer.Refusal is { Reason: not RefusalReason.NotKnown });
    }

    /// <summary>What is kept from somebody of the person under whom a team hears, and the ground of that; null when that person's owner cannot
    /// answer now.</summary>
    public async Task<(ImmutableArray<Restriction> Restrictions, ImmutableArray<Ground> Grounds)?> OfSubject(PersonId self, Person state, TeamId team, PersonId subject)
    {
        if (subject == self || state.Links.FirstOrDefault(l => l.Other == subject && l.OtherTeam == team) is not { } half)
        {
            return ([], []);
        }

        var (side, unanswered) = await Ask(half.OtherKind, half.Other, new LinkQuestion(half.Id, self, half.OtherTeam.Agency));
        return unanswered ? null
            : side is null ? ([], [])
            : (side.Restrictions, [new Ground(PersonFold.Key(half.OtherKind, half.Other), side.FactsVersion)]);
    }

    // Nobody is told of what its own practitioner has just done. A staff number names somebody within its agency only.
    private List<Recipient> OnCircle(PersonKind kind, PersonId self, Person state, Caller caller, Ground own)
        => [.. state.Circle
            .Where(m => m.State == MemberState.Active)
            .Select(m => Own(new Recipient(m.Team, m.Role, kind, self, Route.Circle, [own]), state))
            .Where(r => !(r.Hears.Agency == caller.Agency && caller.Holds(by => facts.Team(r.Hears)?.Members.Contains(by) == true)))];

    /// <summary>A team that hears of the person under that very person.</summary>
    private static Recipient Own(Recipient recipient, Person state)
        => state.Restrictions.IsEmpty ? recipient : recipient with { Restrictions = state.Restrictions, InItsPlace = state.Restrictions.HearsInPlaceOf(recipient.Team) };

    private Role? RoleOf(TeamId team) => facts.Team(team) is { } known ? RoleNeeds.OfLinkedTeam(known.Sector) : null;
}
