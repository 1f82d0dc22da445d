using System.Collections.Immutable;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;

namespace Hub.Domain.Inbox;

/// <summary>News that one recipient does not hear, as the holder's own team is asked about it. Source: sharing rules, "needs-decision, not deny:
/// at once in the holder's own inbox, with the severity's clock".</summary>
public static class Question
{
    /// <summary>What the team is shown: the holder's own words that the recipient's role needs. Null when there is nothing that could be released,
    /// unless a rule failed: of that somebody always hears.</summary>
    /// <param name="news">What happened.</param>
    /// <param name="kind">Whether it is about a child or an adult.</param>
    /// <param name="about">The person.</param>
    /// <param name="asks">What has to be decided.</param>
    /// <param name="sight">What the team that is asked may not see.</param>
    public static View? Of(News news, PersonKind kind, PersonId about, AskedDecision asks, ElementSight? sight = null)
    {
        var elements = Releasable(news, asks).RemoveAll(e => sight?.Lets(e.After) == false);
        var typeIsNews = asks.Needs.Has(news.Category) && !news.OnlyElements;
        return elements.IsEmpty && !typeIsNews && asks.Because != Because.RuleError
            ? null
            : Of(news.Severity, news.Holder, kind, about, asks) with
            {
                Plan = news.Plan,
                Facts = news.Facts,
                Elements = [.. elements.Select(e => new ElementChange(e.Before is null ? ElementAct.Add : ElementAct.Replace, e.Id, e.After))],
            };
    }

    /// <summary>The question alone, about what the hub took back while it waited: no content.</summary>
    public static View Of(Severity severity, Agencies.AgencyId holder, PersonKind kind, PersonId about, AskedDecision asks)
        => new(
            AskedDecision.ItemType, severity > Severity.Amber ? Severity.Amber : severity, holder, kind, null, null, null, null, null, [], MoreExists: false,
            Subject: about, Asks: asks);

    /// <summary>The question about somebody who is not told by a safety plan: the words and the number, as they would be sent.</summary>
    public static View Of(Informee informee, Severity severity, PersonKind kind, PersonId about, AskedDecision asks)
        => Of(severity, informee.Holder, kind, about, asks) with
        {
            Elements = [new ElementChange(ElementAct.Add, informee.Terms.Element, informee.Terms.Message.Content)],
            ShowsAbout = true,
            Number = informee.Terms.Number,
        };

    /// <summary>The news' elements that are asked about and that the recipient would be shown if somebody released them.</summary>
    public static ImmutableArray<NewsElement> Releasable(News news, AskedDecision asks)
        => [.. news.Elements.Where(e => e.After is { } after && asks.Needs.Has(after.Category) && asks.Elements?.Contains(e.Id) != false)];
}
