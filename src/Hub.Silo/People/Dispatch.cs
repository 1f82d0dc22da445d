using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Circles;
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

/// <summary>Decides who sees what of an event, and makes the rows that leave with it: every decision, the distinct cut views, one delivery
/// per inbox and subject, and the versions of all that was read.</summary>
internal sealed partial class Dispatch(Audience audience, ISharingFacts facts, Askers askers, Hearers hearers, InboxTelemetry telemetry)
{
    /// <summary>Null when it cannot be known now who must hear.</summary>
    public async Task<Outward?> Of(string stream, Person state, IEvent change, Caller caller, Forthcoming place)
    {
        if (PersonNews.Of(state, change, caller.Agency) is not { } news)
        {
            return Outward.Nothing;
        }

        var factsVersion = PersonGround.IsRaisedBy(state, change) ? place.Version : state.FactsVersion;
        if (await audience.Of(stream, state, change, caller, factsVersion) is not { } recipients)
        {
            return null;
        }

        return recipients.Count == 0 && state.Relationships.IsEmpty ? Outward.Nothing : Decide(stream, state, change, news, recipients, After, caller, new Ground(stream, factsVersion), place);

        // The holder is asked by what it knows with the event: a link that was just accepted is one. Seldom needed, so made when it is.
        Person After() => state.Apply(new Happened(place.Version, place.At, caller.Agency, caller.Practitioner, change, caller.ActingFor));
    }

    private Outward Decide(string stream, Person state, IEvent change, News news, IReadOnlyList<Recipient> recipients, Func<Person> after, Caller caller, Ground own, Forthcoming place)
    {
        var (kind, self) = PersonFold.Read(stream)!.Value;
        var (now, responsible, acting) = (place.At, Circle.LeadOf(state.Circle, kind)?.Team.Agency, facts.Acting);
        var asking = new List<Ground>();
        var (decisions, leaving) = (ImmutableArray.CreateBuilder<Decision>(), new Leaving());

        var leaks = PersonLeaks.OfEvent(state, kind, news.Holder, change, facts, now);
        var guarded = new HashSet<ElementId>();
        var alert = change as AlertRaised;
        var isRouteClosed = alert is not null && Informing.IsRouteClosed(state, news.Holder, alert.Type, now);

        // A team hears once of an event per subject, whatever its roles.
        foreach (var roles in recipients.GroupBy(r => (r.Team, r.Subject)))
        {
            var (recipient, consent) = (roles.First(), PersonConsent.Of(state, news.Holder, roles.Key.Team.Agency));
            var keptOut = news.KeptOut.With(acting).Or(recipient.KeptOut(news.Holder, acting));
            var heard = Hear(news, keptOut, null);
            var (asked, askedApart) = heard.Verdict.NeedsDecision ? Ask([.. roles], heard.Verdict, keptOut) : (null, null);
            decisions.Add(Made(heard, recipient.Subject, asked, null));
            if (askedApart is not null)
            {
                decisions.Add(Made(heard with { Cut = heard.Cut with { Hidden = [], Withheld = 0 } }, FiledApart(recipient.Subject), askedApart, true));
            }

            if (isRouteClosed && heard is { Seen: { } whole, Hearer: { } at, Rest: { } basis } && RouteClosed.Of(whole, [.. roles], heard.Verdict) is { } closed)
            {
                var (filedAs, ordinal) = (RouteClosed.FiledUnder(recipient.Subject, self), leaving.Ordinal(closed));
                Deliver(at.At, filedAs, ordinal, basis, closed.Severity);
                decisions.Add(new Decision(
                    recipient.Team, Role.LeadSocialWorker, recipient.Kind, PersonId.FromBytes(filedAs), Route.InformeeNotTold, VerdictKind.Permit, heard.Verdict.Because, closed.Told(), 0,
                    basis, ordinal, Hearer: at.OnRecord));
            }

            // What is about somebody of the team is kept from them: their colleagues hear of it at the person's door.
            ImmutableArray<NewsElement> about = [.. news.Elements.Where(e => heard.Cut.Hidden.Any(h => h.Element == e.Id && h.IsOfSomebodyThere))];
            if (!about.IsEmpty && keptOut.Or(PersonSight.KeptFrom(state, about.SelectMany(e => new[] { e.Before, e.After }).OfType<ElementContent>(), acting)) is var from && from != keptOut)
            {
                var filed = FiledApart(recipient.Subject);
                if (Hear(news with { Elements = about }, from, filed) is { View: >= 0 } apart)
                {
                    decisions.Add(Made(apart, filed, null, true));
                }
            }

            Decision Made(Heard made, PersonId subject, TeamId? asked, bool? isApart)
            {
                guarded.UnionWith(made.Cut.Hidden.Where(h => h.Because == Because.LeakGuard).Select(h => h.Element));
                return new Decision(
                    recipient.Team, recipient.Role, recipient.Kind, subject, recipient.Route, made.Cut.Kind, made.Verdict.Because, made.Cut.Shown, made.Cut.Withheld, made.Verdict.Basis,
                    made.View, asked, made.Cut.Hidden.IsEmpty ? null : made.Cut.Hidden, made.Hearer?.OnRecord, consent?.State, isApart);
            }

            // At the team's own door, or apart from what that shows.
            Heard Hear(News told, KeptOut from, PersonId? apart)
            {
                var (verdict, cut) = Cutting(recipient.Hears);
                if (!Tells(cut))
                {
                    return new Heard(verdict, cut, -1, null);
                }

                var hearer = hearers.InPlaceOf(recipient, responsible, from, t => Tells(Cutting(t).Cut));
                var isOther = hearer.At.Team != recipient.Team;
                (verdict, cut) = isOther ? Cutting(hearer.At.Team) : (verdict, cut);
                var seen = cut.View! with { KeptOut = from.OrNone, Instead = isOther ? recipient.Team : null, Subject = apart is null ? null : recipient.Subject };
                var (view, rest) = (leaving.Ordinal(seen), isOther ? WithTeam(verdict.Basis, recipient.Team) : verdict.Basis);
                Deliver(hearer.At, (apart ?? recipient.Subject).ToBytes(), view, rest, seen.Severity);
                return new Heard(verdict, cut, view, hearer, seen, rest);

                bool Tells(Cut made) => made.View is { } shown && (apart is null || !shown.Elements.IsEmpty);

                (Verdict Verdict, Cut Cut) Cutting(TeamId team)
                {
                    Recipient[] there = [.. roles.Select(r => r with { Team = team })];
                    var word = team.Agency == recipient.Team.Agency ? consent : PersonConsent.Of(state, news.Holder, team.Agency);
                    var made = Verdict.United([.. there.Select(r => SharingPolicy.Decide(news.Holder, news.Purpose, r, facts, now, word))]);
                    var shown = Cut.Of(told, made, recipient, PersonSight.OfTeam(state, kind, news.Holder, team, facts, from), leaks.AtRisk(state, news.Holder, there, facts, now));
                    if (!shown.Hidden.Any(h => h.Because == Because.RuleError))
                    {
                        return (made, shown);
                    }

                    var failed = Verdict.Failed(recipient, made.Basis);
                    return (failed, Cut.Of(told, failed, recipient));
                }
            }
        }

        foreach (var (at, view, rest) in Guards(state, kind, self, leaks.Unknown.Where(l => l.Telling.Any(guarded.Contains)), own, acting))
        {
            asking.AddRange(rest.Grounds);
            Deliver(at, FiledAsGuarded(self), leaving.Ordinal(view), rest, view.Severity);
        }

        foreach (var officers in askers.Officers(state, kind, news.Holder))
        {
            Allege(officers);
        }

        foreach (var informed in alert is null ? [] : Inform(state, kind, self, alert, caller, after, own, place))
        {
            var ordinal = -1;
            foreach (var leaf in informed.Leaves)
            {
                ordinal = leaving.Ordinal(leaf.View);
                Deliver(leaf.At, leaf.FiledUnder, ordinal, leaf.Basis, leaf.View.Severity);
                asking.AddRange(leaf.Basis.Grounds);
            }

            decisions.Add(informed.Decision with { View = informed.Decision.Verdict == VerdictKind.Permit ? ordinal : -1 });
        }

        var record = new Decisions(facts.Rules(now).Edition, Decisions.Standing, news.Purpose, decisions.ToImmutable());
        var read = decisions.SelectMany(d => d.Basis.Grounds).Concat(asking).Where(g => g.Name != stream).DistinctBy(g => g.Name).Select(GroundRow.Of);
        return new Outward([.. read], JsonSerializer.SerializeToUtf8Bytes(record, OutwardJson.Default.Decisions), leaving.Views, leaving.Deliveries);

        // One delivery to the holder's own team for each recipient about whom somebody has to decide, and one more of what is about somebody of that team.
        (TeamId? Asked, TeamId? Apart) Ask(IReadOnlyList<Recipient> roles, Verdict verdict, KeptOut keptOut)
        {
            if (verdict.Because == Because.RuleError)
            {
                telemetry.RuleFailed();
            }

            var asks = AskedDecision.Of(roles, facts.Rules(now).Needs, verdict.Because, news.Type, place.Version);
            if (Question.Of(news, kind, self, asks) is null || askers.Of(after(), kind, news.Holder, caller.Practitioner, roles[0]) is not { } team)
            {
                return (null, null);
            }

            ImmutableArray<WrittenElement> all = [.. Question.Releasable(news, asks).Select(e => new WrittenElement(e.Id, e.After!))];
            var (doors, filed) = (BothDoors.Of(all, state.Relationships, keptOut, acting, from => PersonSight.OfTeam(state, kind, news.Holder, team, facts, from)), asks.FiledUnder(self));
            return doors.Apart.IsEmpty
                ? (Put(asks, keptOut, filed), null)
                : (Put(asks with { Elements = [.. doors.Machine.Select(e => e.Id)] }, keptOut, filed),
                    Put(asks with { Elements = [.. doors.Apart.Select(e => e.Id)] }, doors.From, BothDoors.FiledApart(filed)));

            // What has to be decided is put to the holder's own people and to nobody else.
            TeamId? Put(AskedDecision one, KeptOut from, byte[] under)
            {
                if (Question.Of(news, kind, self, one, PersonSight.OfTeam(state, kind, news.Holder, team, facts, from)) is not { } question)
                {
                    return null;
                }

                var hearer = hearers.Of(
                    team, news.Holder, from, t => t.Agency == news.Holder && SharingPolicy.Directed(news.Holder, roles[0] with { Team = t }, facts).Because == Because.Directed);
                asking.Add(facts.Team(hearer.At.Team)!.Ground);
                Deliver(hearer.At, under, leaving.Ordinal(question with { KeptOut = from.OrNone }), Basis.Of([own, asking[^1]]), question.Severity);
                return hearer.At.Team;
            }
        }

        void Allege(TeamId officers)
        {
            if (OfficersNews.Of(news, state, kind, self, PersonSight.OfTeam(state, kind, news.Holder, officers, facts)) is not { } view)
            {
                return;
            }

            var keptOut = state.Restrictions.KeptOut(news.Holder, acting);
            var hearer = hearers.Of(officers, responsible, keptOut, _ => false);
            var rest = Basis.Of([own, facts.Team(officers)!.Ground]);
            var ordinal = leaving.Ordinal(view with { KeptOut = keptOut.OrNone });
            Deliver(hearer.At, OfficersNews.FiledUnder(self), ordinal, rest, view.Severity);
            decisions.Add(new Decision(
                officers, Role.DesignatedOfficer, kind, self, Route.Officer, VerdictKind.Permit, Because.DesignatedOfficer, view.Told(), 0, rest, ordinal));
        }

        // Who acts for whom in the agency is a ground of all that is delivered to it.
        void Deliver(InboxAddress at, byte[] subject, int view, Basis basis, Severity severity)
        {
            asking.AddRange(acting.GroundOf(at.Team.Agency));
            leaving.Deliver(at, subject, view, acting.Under(basis, at.Team.Agency), severity, now);
        }

        Basis WithTeam(Basis basis, TeamId team)
            => Basis.Of([.. basis.Grounds, .. facts.Team(team) is { } known ? [known.Ground] : Array.Empty<Ground>()], basis.NotAfter);
    }

    private static PersonId FiledApart(PersonId about) => PersonId.FromBytes(BothDoors.FiledApart(about.ToBytes()));

    /// <param name="Verdict">The verdict for whoever hears.</param>
    /// <param name="Cut">What they hear.</param>
    /// <param name="View">The view's ordinal; −1 where nobody hears.</param>
    /// <param name="Hearer">Who hears; null where nobody does, as what follows.</param>
    /// <param name="Seen">What is seen.</param>
    /// <param name="Rest">What it rests on.</param>
    private sealed record Heard(Verdict Verdict, Cut Cut, int View, Hearer? Hearer, View? Seen = null, Basis? Rest = null);
}
