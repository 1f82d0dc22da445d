using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Teams;

namespace Hub.Domain.Sharing;

/// <summary>What the register knows of agencies when a decision is made: looked up, never awaited.</summary>
public interface ISharingFacts
{
    /// <summary>The team, or null when there is none.</summary>
    TeamFacts? Team(TeamId team);

    /// <summary>Signed agreements by which <paramref name="holder"/> gives to <paramref name="recipient"/>, ended ones left out.</summary>
    IReadOnlyList<AgreementFacts> Agreements(AgencyId holder, AgencyId recipient);

    /// <summary>Sector of an admitted agency; null for any other.</summary>
    Sector? SectorOf(AgencyId agency);

    /// <summary>The edition of the rules in force at an instant.</summary>
    RulesFacts Rules(Moment now) => RulesFacts.BuiltIn;

    /// <summary>Who acts for whom now.</summary>
    Acting Acting => Acting.Nobody;
}

/// <summary>What a decision needs of a team.</summary>
/// <param name="Sector">Its agency's sector.</param>
/// <param name="Ground">The team in the version read.</param>
/// <param name="Members">Whoever holds a role in it.</param>
public sealed record TeamFacts(Sector Sector, Ground Ground, IReadOnlySet<PractitionerId> Members);

/// <summary>What a decision needs of an agreement, in one direction.</summary>
/// <param name="Ground">The agreement in the version read.</param>
/// <param name="Purposes">Bit n stands for the purpose with number n.</param>
/// <param name="Categories">What may pass.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant; null for no end.</param>
public sealed record AgreementFacts(Ground Ground, ulong Purposes, CategorySet Categories, Moment From, Moment? Until)
{
    /// <summary>What an agreement between two says of what <paramref name="holder"/> gives; null where nothing can pass by it.</summary>
    public static AgreementFacts? Of(Ground ground, Agreement agreement, AgencyId holder) => Of(AgreementRules.BetweenTwo, ground, agreement, holder);

    /// <summary>What a framework says between two agencies; null where nothing can pass by it.</summary>
    public static AgreementFacts? Of(Ground ground, Framework framework, AgencyId holder, AgencyId recipient)
        => Of(AgreementRules.AmongMembers, ground, framework, holder, recipient);

    /// <summary>The same by other rules than all: so that it can be shown what each is for.</summary>
    internal static AgreementFacts? Of(IReadOnlyList<AgreementRule> rules, Ground ground, Agreement agreement, AgencyId holder)
        => rules.All(rule => rule(agreement))
            ? new AgreementFacts(
                ground, Bits(agreement.Purposes), CategorySet.Of((agreement.Proposer == holder ? agreement.Gives : agreement.Takes).AsSpan()), agreement.From, agreement.Until)
            : null;

    /// <summary>The same of a framework.</summary>
    internal static AgreementFacts? Of(IReadOnlyList<FrameworkRule> rules, Ground ground, Framework framework, AgencyId holder, AgencyId recipient)
        => rules.All(rule => rule(framework, holder, recipient))
            ? new AgreementFacts(ground, Bits(framework.Purposes), CategorySet.Of(framework.Categories.AsSpan()), framework.From, framework.Until)
            : null;

    /// <summary>Whether something may pass by it now for this purpose.</summary>
    public bool IsInForce(Purpose purpose, Moment now) => IsInForce(AgreementRules.AtThisInstant, purpose, now);

    /// <summary>The same by other rules than all.</summary>
    internal bool IsInForce(IReadOnlyList<InForceRule> rules, Purpose purpose, Moment now)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            if (!rules[i](this, purpose, now))
            {
                return false;
            }
        }

        return true;
    }

    private static ulong Bits(ImmutableArray<Purpose> purposes) => purposes.Aggregate(0UL, (bits, p) => bits | (1UL << (int)p));
}
