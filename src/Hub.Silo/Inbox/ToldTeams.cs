using Hub.Contracts.Inbox;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>Whom an event was delivered to.</summary>
internal static class ToldTeams
{
    /// <summary>Of those of whom the sender may know. What went to the person's door alone shows nowhere else.</summary>
    public static Told Of(Past past, Func<Decision, bool> mayKnowOf) => new(
        past.Event.At,
        [
            .. from decision in past.Decisions?.Recipients ?? []
               where mayKnowOf(decision) && decision.Apart is null
               let at = decision.Hearer?.At ?? new InboxAddress(decision.Team, IsRestricted: false)
               from place in PlacesOf(past, decision, at)
               select new ToldTeam(decision.Team, place, at),
        ]);

    // What the leak guard cut altogether looks to its author like what nobody has received yet: a place that is never reached. So does what the machine's
    // door does not show because of somebody there, and whatever else keeps agreed words from the team that would carry them.
    private static IEnumerable<DeliveryPlace> PlacesOf(Past past, Decision decision, InboxAddress at)
        => decision.View < 0 && decision.Hidden?.Any(h => h.IsOfSomebodyThere || h.Because == Because.LeakGuard || decision.Route == Route.Informee) == true
            ? [new DeliveryPlace(long.MaxValue, 0)]
            : past.Deliveries.Where(r => r.Delivery.Inbox == at.Number && r.Delivery.Subject.AsSpan().SequenceEqual(decision.Subject.ToBytes())).Select(r => r.Position.Place);
}
