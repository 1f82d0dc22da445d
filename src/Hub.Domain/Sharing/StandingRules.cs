using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Restrictions;
using Hub.Domain.Consents;

namespace Hub.Domain.Sharing;

/// <summary>What a rule is asked: may this recipient see what the holder holds, for this purpose, now?</summary>
internal readonly record struct SharingQuestion(AgencyId Holder, Purpose Purpose, Recipient Recipient, ISharingFacts Facts, Moment Now)
{
    /// <summary>What is on record of the person's consent toward the recipient's agency.</summary>
    public ConsentFacts? Consent { get; init; }
}

/// <summary>One rule: its verdict, or null where it says nothing of this.</summary>
internal delegate Verdict? SharingRule(SharingQuestion asked);

/// <summary>The rules of the standing lane. Source: sharing rules, "Hearing: three lanes, four verdicts".</summary>
internal static class StandingRules
{
    /// <summary>In order: the first that says something decides, and where none does the answer is no. A row of who-may-see-what.md fails without
    /// each of them.</summary>
    public static IReadOnlyList<SharingRule> All { get; } =
    [
        KnownTeam, KnownRole, OnlyOthersAdmitted, DirectedByCourt, SensitiveService, OwnAgency, ConsentWhereItCounts, AgreementInForce, DutyWithoutAgreement,
    ];

    /// <summary>Those that say no in the directed lane too, where no other does. A row of who-may-see-what.md fails without each of them. Source: "Needs no
    /// agreement; restrictions and relation rules still apply".</summary>
    public static IReadOnlyList<SharingRule> Vetoes { get; } = [OnlyOthersAdmitted, DirectedByCourt, KnownTeam];

    /// <summary>A team that the hub knows. Source: "absence of a rule is no".</summary>
    private static Verdict? KnownTeam(SharingQuestion asked)
        => asked.Facts.Team(asked.Recipient.Team) is null ? Verdict.No(Because.RecipientNotKnown, asked.Recipient) : null;

    /// <summary>A role in which the team hears. Source: "absence of a rule is no".</summary>
    private static Verdict? KnownRole(SharingQuestion asked) => asked.Recipient.Role is null ? Verdict.No(Because.NoRole, asked.Recipient) : null;

    /// <summary>Only teams that were admitted hear of whom the public knows, the law protects, it would endanger or a review is about. Source:
    /// "Restrictions: high profile, protected person, high risk, serious case review".</summary>
    private static Verdict? OnlyOthersAdmitted(SharingQuestion asked)
        => asked.Recipient.Restrictions.AdmitsOnlyOthers(asked.Holder, asked.Recipient.Team) ? Verdict.No(Because.Restricted, asked.Recipient) : null;

    /// <summary>A court has said that this team or agency shall not hear. Source: "Restrictions: court direction".</summary>
    private static Verdict? DirectedByCourt(SharingQuestion asked)
        => asked.Recipient.Restrictions.DirectedByCourt(asked.Holder, asked.Recipient.Team) ? Verdict.No(Because.Restricted, asked.Recipient) : null;

    /// <summary>A sensitive service's plan, and that there is one, is shown to nobody else without a person's word. Source: "sensitive service
    /// (existence not shown)".</summary>
    private static Verdict? SensitiveService(SharingQuestion asked)
        => asked.Recipient.Team.Agency != asked.Holder && asked.Recipient.Restrictions.IsSensitiveService(asked.Holder)
            ? Verdict.No(Because.Restricted, asked.Recipient)
            : null;

    /// <summary>A team of the same agency on the person's circle sees its agency's own record. Source: "or the same agency".</summary>
    private static Verdict? OwnAgency(SharingQuestion asked)
        => asked.Recipient.Team.Agency == asked.Holder
            ? new Verdict(Because.OwnAgency, CategorySet.All, Untagged: true, NeedsDecision: false, Rest(asked, [], 0, null))
            : null;

    /// <summary>Toward a body under no duty, sharing rests on the person's consent once it was asked for: without it no, and what a parent gave for
    /// somebody who is old enough to be asked is for a person to decide. Between bodies under a duty it is on record beside the decision, and
    /// not the basis. Source: "consent with its whole life"; scenarios "Consent withdrawn, duty remains", "Turning 16".</summary>
    private static Verdict? ConsentWhereItCounts(SharingQuestion asked)
        => !RestsOnConsent(asked) ? null
            : asked.Consent!.State is ConsentState.Sought or ConsentState.Refused or ConsentState.Withdrawn ? Verdict.No(Because.NoConsent, asked.Recipient)
            : asked.Consent.AskAgainAt is { } end && end.CompareTo(asked.Now) <= 0
                ? Verdict.No(Because.ConsentToBeAskedForAgain, asked.Recipient) with { NeedsDecision = true }
            : null;

    /// <summary>A role on the circle or a link, and an agreement in force at this instant that covers purpose, category and direction; cut to
    /// what the role needs. Source: "Standing (automatic)".</summary>
    private static Verdict? AgreementInForce(SharingQuestion asked)
    {
        var agreements = asked.Facts.Agreements(asked.Holder, asked.Recipient.Team.Agency);
        var (covered, inForce) = (default(CategorySet), 0);
        for (var i = 0; i < agreements.Count; i++)
        {
            if (agreements[i].IsInForce(asked.Purpose, asked.Now))
            {
                covered = covered.Or(agreements[i].Categories);
                inForce++;
            }
        }

        if (inForce == 0)
        {
            return null;
        }

        var rules = asked.Facts.Rules(asked.Now);
        return new Verdict(
            Because.Agreement, covered.And(rules.Needs.Of(asked.Recipient.Role ?? default)), Untagged: false, NeedsDecision: false, Rest(asked, agreements, inForce, rules));
    }

    /// <summary>Between bodies under a duty to share, a missing agreement is never a silent no. Source: "No agreement is ever a precondition of
    /// lawful sharing between bodies under a duty to share".</summary>
    private static Verdict? DutyWithoutAgreement(SharingQuestion asked)
        => IsUnderDuty(asked.Facts.SectorOf(asked.Holder)) && IsUnderDuty(asked.Facts.SectorOf(asked.Recipient.Team.Agency))
            ? Verdict.No(Because.NoAgreementInForce, asked.Recipient) with { NeedsDecision = true }
            : null;

    /// <summary>Children Act 2004 s.11 and s.16LA name the bodies; a voluntary organisation is not among them. Edition 2026-11.</summary>
    private static bool IsUnderDuty(Sector? sector) => sector is not null and not Sector.Voluntary;

    private static bool RestsOnConsent(SharingQuestion asked) => asked.Consent is not null && !IsUnderDuty(asked.Facts.SectorOf(asked.Recipient.Team.Agency));

    // The team, what makes it a recipient, the agreements in force and the edition; until the first of them ends, or consent that an agreement leans on.
    private static Basis Rest(SharingQuestion asked, IReadOnlyList<AgreementFacts> agreements, int inForce, RulesFacts? rules)
    {
        var (own, team, end) = (asked.Recipient.Grounds, asked.Facts.Team(asked.Recipient.Team), rules?.Until);
        var grounds = new Ground[own.Length + (team is null ? 0 : 1) + (rules?.Ground is null ? 0 : 1) + inForce];
        own.CopyTo(grounds);
        var at = own.Length;
        if (rules?.Ground is { } editions)
        {
            grounds[at++] = editions;
        }

        if (team is not null)
        {
            grounds[at++] = team.Ground;
        }

        for (var i = 0; at < grounds.Length; i++)
        {
            if (agreements[i].IsInForce(asked.Purpose, asked.Now))
            {
                grounds[at++] = agreements[i].Ground;
                end = agreements[i].Until is { } until && (end is not { } first || until.CompareTo(first) < 0) ? until : end;
            }
        }

        if (inForce > 0 && asked.Consent?.AskAgainAt is { } again && RestsOnConsent(asked) && (end is not { } last || again.CompareTo(last) < 0))
        {
            end = again;
        }

        return Basis.Over(grounds, end);
    }
}
