using Hub.Contracts.Inbox;
using Hub.Domain.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>Whom an event was delivered to.</summary>
internal static class ToldTeams
{
    /// <summary>Of those of whom the sender may know.</summary>
    public static Told Of(Past past, Func<Decision, bool> mayKnowOf) => new(
        past.Event.At,
        [
            .. from decision in past.Decisions?.Recipients ?? []
               where mayKnowOf(decision)
               from row in past.Deliveries
               where row.Delivery.Inbox == decision.Team.Inbox && row.Delivery.Subject.AsSpan().SequenceEqual(decision.Subject.ToBytes())
               select new ToldTeam(decision.Team, row.Position.Place),
        ]);
}
