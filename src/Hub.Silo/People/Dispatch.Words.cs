using System.Security.Cryptography;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.People;

/// <summary>What leaves with words that a member of the lead's team released, and what the leak guard tells.</summary>
internal sealed partial class Dispatch
{
    private const string GuardedFact = "protected-fact.guarded";

    /// <summary>One delivery to the carrying team. Where the words would tell what neither the author nor that team may know it gets none, and whoever
    /// holds the fact is told.</summary>
    public Outward Released(string stream, Person state, WordsReleased change, Caller caller, PersonLeaks leaks, Forthcoming place)
    {
        var (kind, self) = PersonFold.Read(stream)!.Value;
        var (own, acting) = (new Ground(stream, state.FactsVersion), facts.Acting);
        var to = new Recipient(change.Team, null, kind, self, Route.Carrying, [own]) { Restrictions = state.Restrictions };
        var sight = PersonSight.OfTeam(state, kind, caller.Agency, change.Team, facts);
        var atRisk = leaks.Unknown.Where(l => !PersonLeaks.MaySee(state, to, l.Fact, facts, place.At)).ToList();
        var policy = SharingPolicy.Directed(caller.Agency, to, facts).Because;
        var because = policy != Because.Directed ? policy : sight.Hides(change.Content) ?? (atRisk.Count > 0 ? Because.LeakGuard : Because.Released);
        var isSent = because == Because.Released;
        var basis = acting.Under(Basis.Of([own, .. facts.Team(change.Team) is { } team ? [team.Ground] : Array.Empty<Ground>()]), change.Team.Agency);
        var (leaving, grounds) = (new Leaving(), new List<Ground>(basis.Grounds));
        var keptOut = to.KeptOut(caller.Agency, acting);
        var hearer = hearers.Of(change.Team, change.Team.Agency, keptOut, _ => false);
        if (isSent)
        {
            var words = leaving.Ordinal(Words.Of(change, caller.Agency, kind) with { KeptOut = keptOut.OrNone });
            leaving.Deliver(hearer.At, self.ToBytes(), words, basis, Severity.Amber, place.At);
        }

        foreach (var (guard, view, rest) in Guards(state, kind, self, atRisk, own, acting))
        {
            leaving.Deliver(guard, FiledAsGuarded(self), leaving.Ordinal(view), rest, view.Severity, place.At);
            grounds.AddRange(rest.Grounds);
        }

        var shown = isSent ? Domain.Agreements.CategorySet.Of(Domain.Agreements.Category.InformeeMessage) : default;
        var decision = new Decision(
            change.Team, null, kind, self, Route.Carrying, isSent ? VerdictKind.Permit : VerdictKind.Deny, because, shown, isSent ? 0 : 1, basis, isSent ? 0 : -1,
            Hearer: isSent ? hearer.OnRecord : null);
        return new Outward(
            [.. grounds.Where(g => g.Name != stream).DistinctBy(g => g.Name).Select(GroundRow.Of)], Record([decision], place.At), leaving.Views, leaving.Deliveries);
    }

    /// <summary>Whoever guards or holds a fact is told that somebody's words would have told it, and nothing of the words; nobody where nobody is there.</summary>
    private IEnumerable<(InboxAddress At, View View, Basis Basis)> Guards(Person state, PersonKind kind, PersonId self, IEnumerable<Leak> leaks, Ground own, Acting acting)
        => leaks.Select(l => l.Fact is { IsHistory: true } history && facts.Team(history.KnownTo[0]) is not null ? history.KnownTo[0] : askers.OfHolder(state, kind, l.Fact.Holder))
            .OfType<TeamId>().Distinct().Select(team => Guarded(state, kind, self, team, own, acting));

    private (InboxAddress At, View View, Basis Basis) Guarded(Person state, PersonKind kind, PersonId self, TeamId team, Ground own, Acting acting)
    {
        var holder = team.Agency;
        var keptOut = state.Restrictions.KeptOut(holder, acting);
        var view = new View(GuardedFact, Severity.Amber, holder, kind, null, null, null, null, null, [], MoreExists: false, Subject: self, Directed: DirectedFrom.Alert)
        {
            KeptOut = keptOut.OrNone,
        };
        return (hearers.Of(team, holder, keptOut, _ => false).At, view, acting.Under(Basis.Of([own, facts.Team(team)!.Ground]), holder));
    }

    private static byte[] FiledAsGuarded(PersonId about) => SHA256.HashData([.. "hub.protected-fact.v1/"u8, .. about.ToBytes()])[..16];
}
