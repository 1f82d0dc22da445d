namespace Hub.Domain.Sharing;

/// <summary>A copy of another plan's element, when its holder looks at it.</summary>
/// <param name="Origin">What its origin says now; null when it was removed.</param>
/// <param name="Adopted">What was adopted.</param>
/// <param name="IsDirected">Whether a named person of the origin's agency had sent it.</param>
/// <param name="Verdict">What the standing lane shows the copy's team of the origin's plan now.</param>
/// <param name="Team">What that team may not see.</param>
/// <param name="Reader">What the practitioner who looks may not see.</param>
internal readonly record struct CopyQuestion(ElementContent? Origin, ElementContent Adopted, bool IsDirected, Verdict Verdict, ElementSight Team, ElementSight Reader);

/// <summary>One reason why a copy is not shown.</summary>
internal delegate bool CopyRule(CopyQuestion asked);

/// <summary>What is shown of copies. Source: sharing rules, "A copy, quote or linked view is never visible more widely than its origin would be to that
/// recipient at that moment".</summary>
public static class CopySight
{
    /// <summary>Each says whether it is hidden. A row of what-a-copy-shows.md fails without each of them.</summary>
    internal static IReadOnlyList<CopyRule> All { get; } = [OriginIsAboutYou, OriginIsNotPassedOn, OriginIsNotShown, OriginTellsSomethingElse];

    /// <summary>Whether the copy is shown. A rule that fails hides it. Never throws.</summary>
    public static bool Shows(ElementContent? origin, ElementContent adopted, bool isDirected, Verdict verdict, ElementSight team, ElementSight reader)
        => Shows(All, new CopyQuestion(origin, adopted, isDirected, verdict, team, reader));

    internal static bool Shows(IReadOnlyList<CopyRule> rules, CopyQuestion asked)
    {
        // CA1031: whatever fails in a rule, the answer is no.
#pragma warning disable CA1031
        try
        {
            return !rules.Any(hides => hides(asked));
        }
        catch (Exception)
        {
            return false;
        }
#pragma warning restore CA1031
    }

    /// <summary>Source: "It is never delivered to them".</summary>
    private static bool OriginIsAboutYou(CopyQuestion asked)
        => !asked.Team.Lets(asked.Adopted) || !asked.Reader.Lets(asked.Adopted) || !asked.Team.Lets(asked.Origin) || !asked.Reader.Lets(asked.Origin);

    /// <summary>Source: "Only the origin may widen, correct, classify or end it".</summary>
    private static bool OriginIsNotPassedOn(CopyQuestion asked) => asked.Origin?.Handling?.Onward == false;

    /// <summary>What came by the standing lane stands while that lane would show it. Source: "never visible more widely than its origin would be to that
    /// recipient at that moment".</summary>
    private static bool OriginIsNotShown(CopyQuestion asked) => asked is { IsDirected: false, Origin: { } origin } && !asked.Verdict.Shows(origin.Category);

    /// <summary>What a named person sent stands while it tells the same. Source: "What is sent is what stands now; what is gone or tagged anew is left
    /// out".</summary>
    private static bool OriginTellsSomethingElse(CopyQuestion asked) => asked is { IsDirected: true, Origin: { } origin } && origin.Category != asked.Adopted.Category;
}
