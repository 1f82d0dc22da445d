using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Consents;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.People;

/// <summary>What leaves with the decision of a named person.</summary>
internal sealed partial class Dispatch
{
    /// <summary>One delivery to the team that was picked, one more of what is about somebody there, and the decision on record in the directed lane.</summary>
    public Outward Directed(string stream, Person state, AgencyId holder, Recipient to, SharedDirected change, Directed made, Verdict verdict, Forthcoming place, ConsentState? consent)
    {
        var kind = PersonFold.Read(stream)!.Value.Kind;
        var (acting, leaving, decisions, grounds) = (facts.Acting, new Leaving(), ImmutableArray.CreateBuilder<Decision>(), new List<Ground>());
        var keptOut = to.KeptOut(holder, acting);
        var doors = BothDoors.Of(change.Elements, state.Relationships, keptOut, acting, from => PersonSight.OfTeam(state, kind, holder, to.Hears, facts, from));
        if (doors.Apart.IsEmpty || !doors.Machine.IsEmpty || made.IsNewsInItself)
        {
            Send(Only(doors.Machine), keptOut, to.Subject, doors.Hidden, null);
        }
        else
        {
            decisions.Add(new Decision(
                to.Team, to.Role, to.Kind, to.Subject, Route.Directed, VerdictKind.Deny, verdict.Because, default, made.Withheld + doors.Apart.Length, verdict.Basis, -1,
                Hidden: doors.Hidden, Consent: consent));
        }

        if (!doors.Apart.IsEmpty)
        {
            Send(Only(doors.Apart) with { Subject = to.Subject }, doors.From, FiledApart(to.Subject), [], true);
        }

        return new Outward([.. grounds.Where(g => g.Name != stream).DistinctBy(g => g.Name).Select(GroundRow.Of)], Record(decisions.ToImmutable(), place.At), leaving.Views, leaving.Deliveries);

        View Only(ImmutableArray<WrittenElement> elements)
            => made.View! with { Elements = made.View.Elements.RemoveAll(e => elements.All(w => w.Id != e.Element)) };

        // It was this agency that was picked: nobody else hears in its place. Words are carried by nobody but their team.
        void Send(View seen, KeptOut from, PersonId filed, ImmutableArray<HiddenElement> hidden, bool? isApart)
        {
            var hearer = hearers.InPlaceOf(
                to, to.Team.Agency, from, t => seen.Number is null && t.Agency == to.Team.Agency && SharingPolicy.Directed(holder, to with { Team = t }, facts).Because == Because.Directed
                    && (isApart is null || seen.Elements.All(e => PersonSight.OfTeam(state, kind, holder, t, facts, from).Lets(e.Content))));
            var basis = acting.Under(verdict.Basis, hearer.At.Team.Agency);
            var view = leaving.Ordinal(seen with { KeptOut = from.OrNone, Instead = hearer.At.Team != to.Team ? to.Team : null });
            var withheld = isApart is null ? made.Withheld + hidden.Length : 0;
            grounds.AddRange(basis.Grounds);
            leaving.Deliver(hearer.At, filed.ToBytes(), view, basis, change.Severity, place.At);
            decisions.Add(new Decision(
                to.Team, to.Role, to.Kind, filed, Route.Directed, withheld == 0 ? VerdictKind.Permit : VerdictKind.Part, verdict.Because, seen.Told(), withheld, verdict.Basis, view,
                Hidden: hidden.IsEmpty ? null : hidden, Hearer: hearer.OnRecord, Consent: consent, Apart: isApart));
        }
    }

    /// <summary>The decision on record in the directed lane, and nothing else.</summary>
    /// <param name="about">Who does not hear; null for nobody in particular.</param>
    /// <param name="own">The person's ground as read.</param>
    /// <param name="now">The present instant.</param>
    public Outward NotShared(Recipient? about, Ground own, Moment now)
        => new(
            [],
            Record(about is null ? [] :
            [
                new Decision(
                    about.Team, about.Role, about.Kind, about.Subject, about.Route, VerdictKind.Deny, Because.NotShared, default, 0, Basis.Of([own]), -1),
            ], now),
            [],
            []);

    private byte[] Record(ImmutableArray<Decision> decisions, Moment now)
        => JsonSerializer.SerializeToUtf8Bytes(
            new Decisions(facts.Rules(now).Edition, Decisions.Directed, Purpose.Safeguard, decisions), OutwardJson.Default.Decisions);
}
