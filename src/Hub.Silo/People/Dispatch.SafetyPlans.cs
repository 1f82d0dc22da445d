using System.Collections.Immutable;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>What leaves with an alert because a safety plan names it as a trigger: words to the team that carries them, or a question to the holder's own
/// team.</summary>
internal sealed partial class Dispatch
{
    /// <summary>One decision for each informee that the alert is something to.</summary>
    private IEnumerable<Informed> Inform(Person state, PersonKind kind, PersonId self, AlertRaised alert, Caller caller, Func<Person> after, Ground own, Forthcoming place)
        => Informing.Meant(state, caller.Agency, alert.Type).Select(i => Inform(i, state, kind, self, alert.Severity, caller, after, own, place));

    private Informed Inform(
        Informee informee, Person state, PersonKind kind, PersonId self, Severity severity, Caller caller, Func<Person> after, Ground own, Forthcoming place)
    {
        var team = Informing.CarriedBy(state, informee)!;
        var to = new Recipient(team, null, kind, self, Route.Informee, [own]) { Restrictions = state.Restrictions };
        var leaks = PersonLeaks.OfWords(state, kind, informee.Holder, informee.Terms.Message, facts, place.At);
        var because = Informing.Decide(informee, state, kind, to, leaks, facts, place.At);
        var basis = Basis.Of([own, .. facts.Team(team) is { } known ? [known.Ground] : Array.Empty<Ground>()], Informing.ConsentOf(informee, state).AskAgainAt);
        var (keptOut, filed) = (to.KeptOut(informee.Holder, facts.Acting), Words.FiledUnder(informee.Terms.Relationship, self));
        var decision = new Decision(
            team, null, kind, PersonId.FromBytes(filed), Route.Informee, VerdictKind.Deny, because, default, 1, basis, -1, Consent: informee.Consent.State);
        if (because == Because.SafetyPlan)
        {
            var hearer = hearers.Of(team, team.Agency, keptOut, _ => false);
            var words = Words.Of(informee, severity, kind, self) with { KeptOut = keptOut.OrNone };
            return new Informed(
                decision with { Verdict = VerdictKind.Permit, Shown = CategorySet.Of(Category.InformeeMessage), Withheld = 0, Hearer = hearer.OnRecord },
                [new Leaf(hearer.At, filed, words, basis)]);
        }

        if (Informing.NeedsDecision(because))
        {
            var asked = AskAbout(informee, state, kind, self, severity, caller, after, own, to, because, place);
            return new Informed(decision with { Verdict = VerdictKind.NeedsDecision, Asked = asked?.At.Team }, asked is null ? [] : [asked]);
        }

        var guards = because == Because.LeakGuard ? Informing.AtRisk(state, leaks, to, facts, place.At) : [];
        return new Informed(
            decision with { Hidden = [new HiddenElement(informee.Terms.Element, because)] },
            [.. Guards(state, kind, self, guards, own, facts.Acting).Select(g => new Leaf(g.At, FiledAsGuarded(self), g.View, g.Basis))]);
    }

    /// <summary>The question to the holder's own team, and to nobody else; null where nobody can be asked.</summary>
    private Leaf? AskAbout(
        Informee informee, Person state, PersonKind kind, PersonId self, Severity severity, Caller caller, Func<Person> after, Ground own, Recipient to, Because because, Forthcoming place)
    {
        if (because == Because.RuleError)
        {
            telemetry.RuleFailed();
        }

        if (askers.Of(after(), kind, informee.Holder, caller.Practitioner, to) is not { } team)
        {
            return null;
        }

        var keptOut = to.KeptOut(informee.Holder, facts.Acting);
        var hearer = hearers.Of(
            team, informee.Holder, keptOut, t => t.Agency == informee.Holder && SharingPolicy.Directed(informee.Holder, to with { Team = t }, facts).Because == Because.Directed);
        var asks = AskedDecision.Of(to, informee.Terms.Relationship, because, Words.Type, place.Version);
        var question = Question.Of(informee, severity, kind, self, asks);
        var shown = PersonSight.OfTeam(state, kind, informee.Holder, hearer.At.Team, facts).Lets(informee.Terms.Message.Content) ? question : question with { Elements = [] };
        return new Leaf(hearer.At, asks.FiledUnder(self), shown with { KeptOut = keptOut.OrNone }, Basis.Of([own, facts.Team(hearer.At.Team)!.Ground]));
    }

    /// <summary>One delivery.</summary>
    private sealed record Leaf(InboxAddress At, byte[] FiledUnder, View View, Basis Basis);

    /// <summary>What was decided about one informee, and what leaves by it: of words that are sent, the words alone.</summary>
    private sealed record Informed(Decision Decision, ImmutableArray<Leaf> Leaves);
}
