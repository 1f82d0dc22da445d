using Hub.Domain.Agencies;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Xunit.Abstractions;

namespace Hub.Domain.Tests.Families;

/// <summary>What the rules promise, in families, agencies, agreements, links and histories that nobody thought of.</summary>
public sealed class AnyFamily(ITestOutputHelper output)
{
    private const double Least = 0.01;

    // Those of whom the generator makes the facts. Told is a concern's, and not-shared a person's own answer.
    private static readonly Because[] Reasons =
    [
        Because.OwnAgency, Because.Agreement, Because.NoAgreementInForce, Because.NoAgreement, Because.RecipientNotKnown, Because.NoRole, Because.RuleError, Because.AccessEnded,
        Because.Directed,
    ];

    private static readonly string[] Wanted =
    [
        "lane standing", "lane directed",
        .. Enum.GetValues<Role>().Select(r => $"role {StoredWord.Of(r)}"),
        .. Reasons.Select(b => $"because {StoredWord.Of(b)}"),
        .. Enum.GetValues<VerdictKind>().Select(v => $"verdict {StoredWord.Of(v)}"),
    ];

    [Fact]
    public void Keeps_what_the_rules_promise() => Play(100_000);

    [Fact]
    [Trait("Runs", "long")]
    public void Keeps_what_the_rules_promise_ten_million_times() => Play(10_000_000);

    private void Play(int cases)
    {
        var coverage = new Coverage();
        Generated.Any.Sample(family => coverage.Add(Check(family)), iter: cases);
        foreach (var what in Wanted)
        {
            output.WriteLine($"{coverage.Of(what),7:P1}  {what}");
        }

        output.WriteLine($"{coverage.Cases} cases; without families of their own: {string.Join(", ", Enum.GetValues<Because>().Except(Reasons).Select(StoredWord.Of))}");
        Assert.All(Wanted, what => Assert.True(coverage.Of(what) >= Least, $"{what}: {coverage.Of(what):P2} of {coverage.Cases} cases"));
    }

    private static HashSet<string> Check(Family family)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (family.News is not { } news)
        {
            return seen;
        }

        foreach (var roles in family.Audience)
        {
            var verdict = family.Decide(roles, news.Purpose);
            seen.Add("lane standing");
            seen.Add($"because {StoredWord.Of(verdict.Because)}");
            seen.Add($"verdict {StoredWord.Of(Cut.Of(news, verdict, roles[0]).Kind)}");
            seen.UnionWith(roles.Where(r => r.Role is not null).Select(r => $"role {StoredWord.Of(r.Role!.Value)}"));
        }

        Promises.DenyWinsInAnyOrder(family, news);
        Promises.CheckAudienceAndListAgree(family, news);
        seen.UnionWith(Promises.HandedOverIsWithinBoth(family, news).Select(b => $"because {StoredWord.Of(b)}"));
        Promises.ACopyIsNeverWider(family, news);
        Promises.AFailingRuleDeniesThatRecipientOnly(family, news);
        if (family.Audience.Count > 0)
        {
            seen.Add($"because {StoredWord.Of(Because.RuleError)}");
        }

        if (Promises.ByAPersonsWord(family, news) is { } policy)
        {
            seen.Add("lane directed");
            seen.Add($"because {StoredWord.Of(policy.Because)}");
        }

        return seen;
    }
}
