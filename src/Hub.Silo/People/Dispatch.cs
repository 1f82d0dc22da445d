using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.People;

/// <summary>Decides who sees what of an event, and makes the rows that leave with it: every decision, the distinct cut views, one delivery
/// per inbox and subject, and the versions of all that was read.</summary>
internal sealed partial class Dispatch(Audience audience, ISharingFacts facts, Askers askers, InboxTelemetry telemetry)
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
        Person After() => state.Apply(new Happened(place.Version, place.At, caller.Agency, caller.Practitioner, change));
    }

    private Outward Decide(string stream, Person state, IEvent change, News news, IReadOnlyList<Recipient> recipients, Func<Person> after, Caller caller, Ground own, Forthcoming place)
    {
        var (kind, self) = PersonFold.Read(stream)!.Value;
        var now = place.At;
        var asking = new List<Ground>();
        var views = new List<OutwardView>();
        var (decisions, deliveries) = (ImmutableArray.CreateBuilder<Decision>(), new List<DeliveryRow>());

        var leaks = PersonLeaks.OfEvent(state, kind, news.Holder, change, facts, now);
        var guarded = new HashSet<ElementId>();

        // A team hears once of an event per subject, whatever its roles.
        foreach (var roles in recipients.GroupBy(r => (r.Team, r.Subject)))
        {
            var (recipient, verdict) = (roles.First(), Verdict.United([.. roles.Select(r => SharingPolicy.Decide(news.Holder, news.Purpose, r, facts, now))]));
            var cut = Cut.Of(
                news, verdict, recipient, PersonSight.OfTeam(state, kind, recipient.Team, facts), leaks.AtRisk(state, news.Holder, [.. roles], facts, now));
            guarded.UnionWith(cut.Hidden.Where(h => h.Because == Because.LeakGuard).Select(h => h.Element));
            if (cut.Hidden.Any(h => h.Because == Because.RuleError))
            {
                verdict = Verdict.Failed(recipient, verdict.Basis);
                cut = Cut.Of(news, verdict, recipient);
            }

            var view = -1;
            if (cut.View is { } seen)
            {
                view = Ordinal(OutwardView.Of(seen));
                deliveries.Add(DeliveryRows.Of(recipient.Team, recipient.Subject.ToBytes(), view, verdict.Basis, seen.Severity, now));
            }

            decisions.Add(new Decision(
                recipient.Team, recipient.Role, recipient.Kind, recipient.Subject, recipient.Route, cut.Kind, verdict.Because, cut.Shown, cut.Withheld, verdict.Basis, view,
                verdict.NeedsDecision ? Ask([.. roles], verdict) : null, cut.Hidden.IsEmpty ? null : cut.Hidden));
        }

        foreach (var holder in leaks.Unknown.Where(l => l.Telling.Any(guarded.Contains)).Select(l => l.Fact.Holder).Distinct())
        {
            Guard(holder);
        }

        foreach (var officers in askers.Officers(state, kind))
        {
            Allege(officers);
        }

        var record = new Decisions(Decisions.PresentEdition, Decisions.Standing, news.Purpose, decisions.ToImmutable());
        var read = decisions.SelectMany(d => d.Basis.Grounds).Concat(asking).Where(g => g.Name != stream).DistinctBy(g => g.Name).Select(GroundRow.Of);
        return new Outward([.. read], JsonSerializer.SerializeToUtf8Bytes(record, OutwardJson.Default.Decisions), views, deliveries);

        // One delivery to the holder's own team for each recipient about whom somebody has to decide.
        TeamId? Ask(IReadOnlyList<Recipient> roles, Verdict verdict)
        {
            if (verdict.Because == Because.RuleError)
            {
                telemetry.RuleFailed();
            }

            var asks = AskedDecision.Of(roles, verdict.Because, news.Type, place.Version);
            if (Question.Of(news, kind, self, asks) is null || askers.Of(after(), kind, news.Holder, caller.Practitioner, roles[0]) is not { } team
                || Question.Of(news, kind, self, asks, PersonSight.OfTeam(state, kind, team, facts)) is not { } question)
            {
                return null;
            }

            asking.Add(facts.Team(team)!.Ground);
            deliveries.Add(DeliveryRows.Of(team, asks.FiledUnder(self), Ordinal(OutwardView.Of(question)), Basis.Of([own, asking[^1]]), question.Severity, now));
            return team;
        }

        void Allege(TeamId officers)
        {
            if (OfficersNews.Of(news, state, kind, self, PersonSight.OfTeam(state, kind, officers, facts)) is not { } view)
            {
                return;
            }

            var rest = Basis.Of([own, facts.Team(officers)!.Ground]);
            var ordinal = Ordinal(OutwardView.Of(view));
            deliveries.Add(DeliveryRows.Of(officers, OfficersNews.FiledUnder(self), ordinal, rest, view.Severity, now));
            decisions.Add(new Decision(
                officers, Role.DesignatedOfficer, kind, self, Route.Officer, VerdictKind.Permit, Because.DesignatedOfficer, view.Told(), 0, rest, ordinal));
        }

        void Guard(AgencyId holder)
        {
            if (Guarded(state, kind, self, holder, own) is var (team, view, rest))
            {
                asking.AddRange(rest.Grounds);
                deliveries.Add(DeliveryRows.Of(team, FiledAsGuarded(self), Ordinal(OutwardView.Of(view)), rest, view.Severity, now));
            }
        }

        int Ordinal(OutwardView made)
        {
            var ordinal = views.FindIndex(v => v.Json.AsSpan().SequenceEqual(made.Json));
            if (ordinal < 0)
            {
                views.Add(made);
            }

            return ordinal < 0 ? views.Count - 1 : ordinal;
        }
    }
}
