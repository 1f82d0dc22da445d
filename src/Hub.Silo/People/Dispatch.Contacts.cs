using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Contacts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Sharing;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.People;

/// <summary>What leaves when somebody asks to be rung back about a person.</summary>
internal sealed partial class Dispatch
{
    /// <summary>One delivery to each broker, each within its own agency. Where the words would tell a broker what neither it nor the asker may know, it hears
    /// without them, and whoever holds the fact is told.</summary>
    public Outward Contact(string stream, Person state, ContactRequested change, Caller caller, Forthcoming place)
    {
        var (kind, self) = PersonFold.Read(stream)!.Value;
        var (own, acting, words) = (new Ground(stream, state.FactsVersion), facts.Acting, ContactNews.Words(change));
        var (asked, leaks) = (ContactNews.Of(change, caller, kind, self), PersonLeaks.OfWords(state, kind, caller.Agency, words, facts, place.At));
        var (leaving, decisions, read, isCut) = (new Leaving(), ImmutableArray.CreateBuilder<Decision>(), new List<Ground>(), false);
        foreach (var broker in Brokers.Of(new ContactQuestion(state, kind, caller.Agency, [.. caller.Named], acting)))
        {
            Tell(broker);
        }

        foreach (var (guard, view, rest) in Guards(state, kind, self, leaks.Unknown.Where(_ => isCut), own, acting))
        {
            leaving.Deliver(guard, FiledAsGuarded(self), leaving.Ordinal(view), rest, view.Severity, place.At);
            read.AddRange(rest.Grounds);
        }

        if (decisions.All(d => d.View < 0))
        {
            telemetry.NobodyAsked();
        }

        return new Outward(
            [.. read.Where(g => g.Name != stream).DistinctBy(g => g.Name).Select(GroundRow.Of)],
            JsonSerializer.SerializeToUtf8Bytes(
                new Decisions(facts.Rules(place.At).Edition, Decisions.Standing, Purpose.Safeguard, decisions.ToImmutable()), OutwardJson.Default.Decisions),
            leaving.Views,
            leaving.Deliveries);

        void Tell(Broker broker)
        {
            var filed = ContactNews.FiledUnder(self, broker.Team);
            var to = new Recipient(broker.Team, broker.Role, kind, self, Route.Broker, [own]) { Restrictions = state.Restrictions };
            var hidden = leaks.AtRisk(state, caller.Agency, [to], facts, place.At).Select(e => new HiddenElement(e, Because.LeakGuard)).ToImmutableArray();
            var hearer = broker.Hears
                ? broker.AtItsDoor(hearers.Of(broker.Team, broker.Team.Agency, broker.KeptOut, t => t.Agency == broker.Team.Agency))
                : null;
            var rest = acting.Under(
                Basis.Of([own, .. new[] { broker.Team, hearer?.At.Team }.OfType<Domain.Teams.TeamId>().Distinct().Select(facts.Team).OfType<TeamFacts>().Select(t => t.Ground)]), broker.Team.Agency);
            read.AddRange(rest.Grounds);
            var ordinal = -1;
            if (hearer is not null)
            {
                ordinal = leaving.Ordinal(asked with
                {
                    Contact = hidden.IsEmpty ? asked.Contact : asked.Contact! with { Words = "" },
                    KeptOut = broker.KeptOut.OrNone,
                    Instead = hearer.At.Team == broker.Team ? null : broker.Team,
                });
                leaving.Deliver(hearer.At, filed, ordinal, rest, asked.Severity, place.At);
                isCut |= !hidden.IsEmpty;
            }

            var verdict = hearer is null ? VerdictKind.Deny : hidden.IsEmpty ? VerdictKind.Permit : VerdictKind.Part;
            decisions.Add(new Decision(
                broker.Team, broker.Role, kind, PersonId.FromBytes(filed), Route.Broker, verdict, broker.Because, default, hearer is null ? 1 : hidden.Length, rest, ordinal,
                Hidden: hearer is null || hidden.IsEmpty ? null : hidden, Hearer: hearer?.OnRecord));
        }
    }
}
