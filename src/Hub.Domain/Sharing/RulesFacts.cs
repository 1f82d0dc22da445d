using Hub.Domain.Teams;

namespace Hub.Domain.Sharing;

/// <summary>The edition of the rules in force at an instant, as decisions ask for it.</summary>
/// <param name="Edition">Its name, which stands in the record of every decision.</param>
/// <param name="Needs">What each role needs.</param>
/// <param name="Sectors">Which sector has which role.</param>
/// <param name="Ground">All editions in the version read; null while none was ever activated.</param>
/// <param name="Until">Before this instant; null while no other is to come.</param>
public sealed record RulesFacts(string Edition, RoleNeeds Needs, RoleSectors Sectors, Ground? Ground, Moment? Until)
{
    /// <summary>What is in force until another is.</summary>
    public static RulesFacts BuiltIn { get; } = new(RoleNeeds.Edition, RoleNeeds.BuiltIn, RoleSectors.BuiltIn, null, null);
}
