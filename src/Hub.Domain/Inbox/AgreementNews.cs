using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;

namespace Hub.Domain.Inbox;

/// <summary>What parties and members hear of an agreement that ends by its own term. Source: sharing rules, "a lapse is announced".</summary>
public static class AgreementNews
{
    private const string Expiring = "agreement.expiring";
    private const string Expired = "agreement.expired";

    // The nearer, the more urgent: information for those who plan, and at last something that somebody has to take.
    private static readonly ImmutableDictionary<int, Severity> Urgency = ImmutableDictionary.CreateRange<int, Severity>(
    [
        new(90, Severity.Blue), new(30, Severity.Green), new(7, Severity.Amber), new(1, Severity.Red), new(0, Severity.Red),
    ]);

    /// <summary>How urgent it is so many days before the end, or once it has come.</summary>
    public static Severity SeverityOf(int days) => Urgency[days];

    /// <summary>One view for all who hear.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="holder">Who proposed it.</param>
    /// <param name="until">The instant after its last day.</param>
    /// <param name="days">So many days before, or 0.</param>
    public static View Of(AgreementId id, AgencyId holder, Moment until, int days) => new(
        days == 0 ? Expired : Expiring, SeverityOf(days), holder, null, null, null, null, null, null, [], MoreExists: false,
        Agreement: id,
        AgreementEndsOn: DateOnly.FromDateTime(until.Plus(TimeSpan.FromDays(-1)).ToDateTimeOffset().UtcDateTime));
}
