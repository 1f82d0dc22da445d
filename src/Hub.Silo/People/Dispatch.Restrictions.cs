using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.People;

/// <summary>What leaves when a restriction is placed or looked at: its guardian is told by when to look again. The clock of that delivery is the
/// review date, so that a review overdue escalates as everything does that nobody took.</summary>
internal sealed partial class Dispatch
{
    public Outward Review(string stream, Person state, IEvent change, Caller caller, Forthcoming place)
    {
        var (kind, self) = PersonFold.Read(stream)!.Value;
        var (id, guardian, on) = change switch
        {
            RestrictionPlaced e => (e.Restriction, e.Terms.Guardian, e.Terms.ReviewOn),
            RestrictionReviewed e => (e.Restriction, state.Restrictions.First(r => r.Id == e.Restriction).Terms.Guardian, e.ReviewOn),
            _ => throw new ArgumentException("is about no review", nameof(change)),
        };

        // The guardian's team may be gone when somebody else of its agency looks.
        if (facts.Team(guardian) is not { } team)
        {
            return Outward.Nothing;
        }

        var acting = facts.Acting;
        var own = new Ground(stream, PersonGround.IsRaisedBy(state, change) ? place.Version : state.FactsVersion);
        var basis = acting.Under(Basis.Of([own, team.Ground]), guardian.Agency);
        var happened = new Happened(place.Version, place.At, caller.Agency, caller.Practitioner, change, caller.ActingFor);
        var keptOut = RestrictionFold.Apply(state.Restrictions, happened).KeptOut(caller.Agency, acting);
        var hearer = hearers.Of(guardian, caller.Agency, keptOut, t => t.Agency == caller.Agency);
        var view = ReviewNews.Of(id, caller.Agency, kind, on) with
        {
            KeptOut = keptOut.OrNone,
            Instead = hearer.At.Team == guardian ? null : guardian,
        };
        var decision = new Decision(
            guardian, null, kind, self, Route.Asked, VerdictKind.Permit, Because.OwnAgency, default, 0, basis, 0, Hearer: hearer.OnRecord);
        return new Outward(
            [.. basis.Grounds.Where(g => g.Name != stream).Select(GroundRow.Of)],
            JsonSerializer.SerializeToUtf8Bytes(
                new Decisions(facts.Rules(place.At).Edition, Decisions.Standing, Purpose.Safeguard, [decision]), OutwardJson.Default.Decisions),
            [OutwardView.Of(view)],
            [DeliveryRows.Of(hearer.At, self.ToBytes(), 0, basis, view.Severity, null) with { EscalateAt = ReviewNews.Overdue(on).Microseconds }]);
    }
}
