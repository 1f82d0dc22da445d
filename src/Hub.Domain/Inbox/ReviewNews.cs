using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Restrictions;

namespace Hub.Domain.Inbox;

/// <summary>What a restriction's guardian is told: that it has to be looked at again, and by when. Source: sharing rules, "a review overdue
/// escalates, a restriction never lapses by silence".</summary>
public static class ReviewNews
{
    private const string Type = "review.due";

    /// <summary>How urgent it is before its day has passed.</summary>
    public const Severity Urgency = Severity.Amber;

    /// <summary>The view.</summary>
    /// <param name="id">The restriction.</param>
    /// <param name="author">The agency that placed it.</param>
    /// <param name="kind">Whether it is about a child or an adult.</param>
    /// <param name="reviewOn">The last day by which.</param>
    public static View Of(RestrictionId id, AgencyId author, PersonKind kind, DateOnly reviewOn)
        => new(Type, Urgency, author, kind, null, null, null, null, null, [], MoreExists: false, Restriction: id, ReviewOn: reviewOn);

    /// <summary>When nobody has looked: the instant after the day.</summary>
    public static Moment Overdue(DateOnly reviewOn)
        => Moment.Of(new DateTimeOffset(reviewOn.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
}
