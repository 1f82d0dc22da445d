using Hub.Domain.Rules;
using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>How the one stream of editions folds.</summary>
internal static class RuleFold
{
    public const string Prefix = "r_";

    /// <summary>The stream, and the ground under every verdict by an agreement once an edition was activated.</summary>
    public const string Stream = $"{Prefix}editions";

    public static readonly Fold<RuleBook> Instance = new(
        RuleBook.Empty, (state, happened) => state.Apply(happened), RuleEvents.All, RuleEvents.Of, RulesJson.Default.RuleBook, 1);
}
