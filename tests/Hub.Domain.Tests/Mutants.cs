namespace Hub.Domain.Tests;

/// <summary>Rules without one of them: a row that stays as it was although a rule is gone shows that nobody needs it, or that no row shows it.</summary>
internal static class Mutants
{
    public static TheoryData<string> Names<TRule>(IReadOnlyList<TRule> rules)
        where TRule : Delegate
        => [.. rules.Select(r => r.Method.Name)];

    public static IReadOnlyList<TRule> Without<TRule>(IReadOnlyList<TRule> rules, string name)
        where TRule : Delegate
    {
        TRule[] others = [.. rules.Where(r => r.Method.Name != name)];
        Assert.Equal(rules.Count - 1, others.Length);
        return others;
    }
}
