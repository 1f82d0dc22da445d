using Hub.Domain.Agencies;
using Hub.Domain.Agreements;

namespace Hub.Domain.Sharing;

/// <summary>Who may see what: the standing lane and the directed one. Deny wins, absence of a rule is no, an error in a rule is no for that recipient only.
/// Source: sharing rules, "Hearing: three lanes, four verdicts".</summary>
public static class SharingPolicy
{
    /// <summary>The verdict for one recipient of what <paramref name="holder"/> holds. Never throws.</summary>
    public static Verdict Decide(AgencyId holder, Purpose purpose, Recipient recipient, ISharingFacts facts, Moment now)
    {
        // CA1031: whatever fails in a rule, the answer is no, on record, and others are served.
#pragma warning disable CA1031
        try
        {
            return KnownRecipient(recipient, facts)
                ?? OwnAgency(holder, recipient, facts)
                ?? AgreementInForce(holder, purpose, recipient, facts, now)
                ?? DutyWithoutAgreement(holder, recipient, facts)
                ?? No(Because.NoAgreement, recipient);
        }
        catch (Exception)
        {
            return No(Because.RuleError, recipient) with { NeedsDecision = true };
        }
#pragma warning restore CA1031
    }

    /// <summary>The directed lane, for one team that a named person of the holder picks: no agreement is needed and no role. What may veto it stands
    /// before the yes, as in the other lane. Never throws. Source: "Needs no agreement; restrictions and relation rules still apply".</summary>
    public static Verdict Directed(Recipient recipient, ISharingFacts facts)
    {
        // CA1031: whatever fails in a rule, the answer is no.
#pragma warning disable CA1031
        try
        {
            return facts.Team(recipient.Team) is { } team
                ? new Verdict(Because.Directed, CategorySet.All, Untagged: false, NeedsDecision: false, Basis.Of([.. recipient.Grounds, team.Ground]))
                : No(Because.RecipientNotKnown, recipient);
        }
        catch (Exception)
        {
            return No(Because.RuleError, recipient);
        }
#pragma warning restore CA1031
    }

    /// <summary>A team and a role that the hub knows. Source: "absence of a rule is no".</summary>
    private static Verdict? KnownRecipient(Recipient recipient, ISharingFacts facts)
        => facts.Team(recipient.Team) is null ? No(Because.RecipientNotKnown, recipient)
            : recipient.Role is null ? No(Because.NoRole, recipient)
            : null;

    /// <summary>A team of the same agency on the person's circle sees its agency's own record. Source: "or the same agency".</summary>
    private static Verdict? OwnAgency(AgencyId holder, Recipient recipient, ISharingFacts facts)
        => recipient.Team.Agency == holder
            ? new Verdict(Because.OwnAgency, CategorySet.All, Untagged: true, NeedsDecision: false, Rest(recipient, facts, []))
            : null;

    /// <summary>A role on the circle or a link, and an agreement in force at this instant that covers purpose, category and direction; cut to
    /// what the role needs. Source: "Standing (automatic)".</summary>
    private static Verdict? AgreementInForce(AgencyId holder, Purpose purpose, Recipient recipient, ISharingFacts facts, Moment now)
    {
        var covered = default(CategorySet);
        List<AgreementFacts>? used = null;
        foreach (var agreement in facts.Agreements(holder, recipient.Team.Agency))
        {
            if (agreement.IsInForce(purpose, now))
            {
                covered = covered.Or(agreement.Categories);
                (used ??= []).Add(agreement);
            }
        }

        return used is null
            ? null
            : new Verdict(Because.Agreement, covered.And(RoleNeeds.Of(recipient.Role!.Value)), Untagged: false, NeedsDecision: false, Rest(recipient, facts, used));
    }

    /// <summary>Between bodies under a duty to share, a missing agreement is never a silent no. Source: "No agreement is ever a precondition of
    /// lawful sharing between bodies under a duty to share".</summary>
    private static Verdict? DutyWithoutAgreement(AgencyId holder, Recipient recipient, ISharingFacts facts)
        => IsUnderDuty(facts.SectorOf(holder)) && IsUnderDuty(facts.Team(recipient.Team)!.Sector)
            ? No(Because.NoAgreementInForce, recipient) with { NeedsDecision = true }
            : null;

    /// <summary>Children Act 2004 s.11 and s.16LA name the bodies; a voluntary organisation is not among them. Edition 2026-11.</summary>
    private static bool IsUnderDuty(Sector? sector) => sector is not null and not Sector.Voluntary;

    private static Verdict No(Because because, Recipient recipient)
        => new(because, default, Untagged: false, NeedsDecision: false, Basis.Of(recipient.Grounds));

    private static Basis Rest(Recipient recipient, ISharingFacts facts, List<AgreementFacts> agreements)
        => Basis.Of(
            [.. recipient.Grounds, facts.Team(recipient.Team)!.Ground, .. agreements.Select(a => a.Ground)],
            agreements.Select(a => a.Until));
}
