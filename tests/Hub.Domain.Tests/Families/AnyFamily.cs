using System.Globalization;
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

    // Neighbours among the numbers are no neighbours among the cases.
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    // Those of whom the generator makes the facts. Told is a concern's, and not-shared a person's own answer.
    private static readonly Because[] Reasons =
    [
        Because.OwnAgency, Because.Agreement, Because.NoAgreementInForce, Because.NoAgreement, Because.RecipientNotKnown, Because.NoRole, Because.RuleError, Because.AccessEnded,
        Because.Directed, Because.Restricted, Because.NoConsent, Because.ConsentToBeAskedForAgain, Because.AboutYou, Because.NotToCarers, Because.LeakGuard,
    ];

    private static readonly string[] Kept =
    [
        "restriction by a court", "restriction by a court of categories", "restriction of a sensitive service", "restriction that admits only others", "restriction of named staff",
        "copy shown", "copy hidden",
    ];

    private static readonly string[] Wanted =
    [
        "lane standing", "lane directed",
        .. Enum.GetValues<Role>().Select(r => $"role {StoredWord.Of(r)}"),
        .. Reasons.Select(b => $"because {StoredWord.Of(b)}"),
        .. Enum.GetValues<VerdictKind>().Select(v => $"verdict {StoredWord.Of(v)}"),
        .. Kept,
        "another edition",
    ];

    [Fact]
    public void Keeps_what_the_rules_promise()
    {
        var coverage = new Coverage();
        Generated.Any.Sample(family => coverage.Add(Check(family)), iter: 100_000);
        Tell(coverage);
    }

    /// <summary>Ten million, each by its number: <c>HUB_TEST_FIRST</c> and <c>HUB_TEST_CASES</c> play a part of them, and the same part plays the same again.</summary>
    [Fact]
    [Trait("Runs", "long")]
    public void Keeps_what_the_rules_promise_ten_million_times()
    {
        var coverage = new Coverage();
        var first = Asked("HUB_TEST_FIRST", 0);
        Parallel.For(first, first + Asked("HUB_TEST_CASES", 10_000_000), number =>
        {
            var family = Generated.Any.Generate(new PCG(1, (ulong)number * Spread), null, out _);
            try
            {
                coverage.Add(Check(family));
            }
            catch (PromiseBroken broken)
            {
                throw new PromiseBroken($"case {number}: {broken.Message}");
            }
        });
        Tell(coverage);
    }

    private static long Asked(string name, long otherwise)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? long.Parse(given, CultureInfo.InvariantCulture) : otherwise;

    private void Tell(Coverage coverage)
    {
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
            seen.Add($"verdict {StoredWord.Of(family.CutOf(news, roles, verdict).Kind)}");
            seen.UnionWith(roles.Where(r => r.Role is not null).Select(r => $"role {StoredWord.Of(r.Role!.Value)}"));
        }

        Promises.DenyWinsInAnyOrder(family, news);
        Promises.CheckAudienceAndListAgree(family, news);
        seen.UnionWith(Promises.HandedOverIsWithinBoth(family, news).Select(b => $"because {StoredWord.Of(b)}"));
        if (Promises.NobodySeesMoreThanTheEditionGives(family, news))
        {
            seen.Add("another edition");
        }

        Promises.ACopyIsNeverWider(family, news);
        PromisesOfWhatIsKept.Consent(family, news);
        PromisesOfWhatIsKept.Leaks(family, news);
        seen.UnionWith(PromisesOfWhatIsKept.Restrictions(family, news));
        seen.UnionWith(PromisesOfWhatIsKept.AboutYou(family, news));
        seen.UnionWith(PromisesOfWhatIsKept.Copies(family));
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
