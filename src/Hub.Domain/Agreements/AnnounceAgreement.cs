using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Hub.Domain.Agreements;

/// <summary>Event <c>agreement.announced</c>: its parties or members were told that it ends. The hub itself stands in the envelope.</summary>
/// <param name="Days">How many days before its end; 0 once it has lapsed.</param>
public sealed record AgreementAnnounced([property: JsonPropertyName("days")] int Days) : IEvent;

/// <summary>Tells that an agreement's end is near, or has come. Each number of days once; of several that have passed meanwhile the nearest. What has
/// been ended, and a draft, is not announced, nor a day that had passed when it was made. Source: "a lapse is announced at 90, 30, 7 and 1 days".</summary>
public static class AnnounceAgreement
{
    /// <summary>Days before the end, farthest first.</summary>
    public static ImmutableArray<int> Days { get; } = [90, 30, 7, 1, 0];

    /// <summary>Announces what is due, or does nothing.</summary>
    public static Decided Decide(AgreementFile file, Moment now)
        => ((file.Agreement is { } agreement ? Due(agreement, now) : null) ?? (file.Framework is { } framework ? Due(framework, now) : null)) is { } days ? Decided.Commit(new AgreementAnnounced(days)) : Decided.Nothing;

    /// <summary>The number of days that is to be announced now; null for none.</summary>
    public static int? Due(Agreement agreement, Moment now)
        => agreement is { SignedAt: { } made, EndedAt: null, Until: { } end } ? Due(end, made, agreement.Announced, now) : null;

    /// <summary>The same of a framework.</summary>
    public static int? Due(Framework framework, Moment now)
        => framework is { EndedAt: null, Until: { } end } ? Due(end, framework.ProposedAt, framework.Announced, now) : null;

    private static int? Due(Moment end, Moment made, int? announced, Moment now)
    {
        // The nearest counts; a day that was over when the agreement was made is nothing new to whoever made it.
        for (var i = Days.Length - 1; i >= 0; i--)
        {
            var at = end.Plus(TimeSpan.FromDays(-Days[i]));
            if (at.CompareTo(now) <= 0)
            {
                return at.CompareTo(made) > 0 && (announced is null || announced > Days[i]) ? Days[i] : null;
            }
        }

        return null;
    }
}
