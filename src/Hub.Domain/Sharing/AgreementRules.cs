using Hub.Domain.Agencies;
using Hub.Domain.Agreements;

namespace Hub.Domain.Sharing;

/// <summary>What must hold of an agreement between two before anything can pass by it.</summary>
internal delegate bool AgreementRule(Agreement agreement);

/// <summary>What must hold of a framework before anything can pass by it from one agency to another.</summary>
internal delegate bool FrameworkRule(Framework framework, AgencyId holder, AgencyId recipient);

/// <summary>What must hold at an instant.</summary>
internal delegate bool InForceRule(AgreementFacts facts, Purpose purpose, Moment now);

/// <summary>When something may pass by an agreement: all of these must hold, and a row of a table fails without each. Source: sharing rules, "an
/// agreement in force at this instant between the agencies that covers purpose, category and direction".</summary>
internal static class AgreementRules
{
    /// <summary>Of an agreement between two.</summary>
    public static IReadOnlyList<AgreementRule> BetweenTwo { get; } = [IsSigned, WasNotEnded, ProposerHasNotSuspended, PartnerHasNotSuspended];

    /// <summary>Of a framework. Source: "frameworks that an agency joins by accession".</summary>
    public static IReadOnlyList<FrameworkRule> AmongMembers { get; } = [FrameworkWasNotEnded, AreTwoAgencies, HolderIsMember, RecipientIsMember];

    /// <summary>Of either, at an instant.</summary>
    public static IReadOnlyList<InForceRule> AtThisInstant { get; } = [CoversThePurpose, HasBegun, HasNotLapsed];

    private static bool IsSigned(Agreement agreement) => agreement.SignedAt is not null;

    /// <summary>Source: "a termination ends the standing lane at once".</summary>
    private static bool WasNotEnded(Agreement agreement) => agreement.EndedAt is null;

    private static bool ProposerHasNotSuspended(Agreement agreement) => agreement.ProposerSuspendedAt is null;

    private static bool PartnerHasNotSuspended(Agreement agreement) => agreement.PartnerSuspendedAt is null;

    private static bool FrameworkWasNotEnded(Framework framework, AgencyId holder, AgencyId recipient) => framework.EndedAt is null;

    private static bool AreTwoAgencies(Framework framework, AgencyId holder, AgencyId recipient) => holder != recipient;

    private static bool HolderIsMember(Framework framework, AgencyId holder, AgencyId recipient) => framework.Of(holder) is { SuspendedAt: null };

    private static bool RecipientIsMember(Framework framework, AgencyId holder, AgencyId recipient) => framework.Of(recipient) is { SuspendedAt: null };

    private static bool CoversThePurpose(AgreementFacts facts, Purpose purpose, Moment now) => (facts.Purposes & (1UL << (int)purpose)) != 0;

    private static bool HasBegun(AgreementFacts facts, Purpose purpose, Moment now) => facts.From.CompareTo(now) <= 0;

    /// <summary>Source: "a lapse is announced at 90, 30, 7 and 1 days".</summary>
    private static bool HasNotLapsed(AgreementFacts facts, Purpose purpose, Moment now) => facts.Until is not { } until || now.CompareTo(until) < 0;
}
