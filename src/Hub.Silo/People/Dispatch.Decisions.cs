using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Consents;
using Hub.Domain.Deciding;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.People;

/// <summary>What leaves with the decision of a named person.</summary>
internal sealed partial class Dispatch
{
    /// <summary>One delivery to the team that was picked, and the decision on record in the directed lane.</summary>
    public Outward Directed(string stream, AgencyId holder, Recipient to, SharedDirected change, Directed made, Verdict verdict, Forthcoming place, ConsentState? consent)
    {
        // It was this agency that was picked: nobody else hears in its place. Words are carried by nobody but their team.
        var acting = facts.Acting;
        var keptOut = to.KeptOut(holder, acting);
        var hearer = hearers.InPlaceOf(
            to, to.Team.Agency, keptOut, t => made.View!.Number is null && t.Agency == to.Team.Agency && SharingPolicy.Directed(holder, to with { Team = t }, facts).Because == Because.Directed);
        var isOther = hearer.At.Team != to.Team;
        var view = made.View! with { KeptOut = keptOut.OrNone, Instead = isOther ? to.Team : null };
        var decision = new Decision(
            to.Team, to.Role, to.Kind, to.Subject, Route.Directed, made.Withheld == 0 ? VerdictKind.Permit : VerdictKind.Part, verdict.Because, view.Told(), made.Withheld,
            verdict.Basis, 0, Hearer: hearer.OnRecord, Consent: consent);
        return new Outward(
            [.. acting.Under(verdict.Basis, hearer.At.Team.Agency).Grounds.Where(g => g.Name != stream).Select(GroundRow.Of)],
            Record([decision], place.At),
            [OutwardView.Of(view)],
            [DeliveryRows.Of(hearer.At, to.Subject.ToBytes(), 0, acting.Under(verdict.Basis, hearer.At.Team.Agency), change.Severity, place.At)]);
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
