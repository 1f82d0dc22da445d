using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Restrictions;

namespace Hub.Domain.Sharing;

/// <summary>Who may see what: the standing lane and the directed one. Deny wins, absence of a rule is no, an error in a rule is no for that recipient only.
/// Source: sharing rules, "Hearing: three lanes, four verdicts".</summary>
public static class SharingPolicy
{
    /// <summary>The verdict for one recipient of what <paramref name="holder"/> holds. Never throws.</summary>
    /// <param name="holder">Whose information it is.</param>
    /// <param name="purpose">What it passes for.</param>
    /// <param name="recipient">The team that might hear.</param>
    /// <param name="facts">What the register knows.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="consent">What is on record of the person's consent toward the recipient's agency.</param>
    public static Verdict Decide(AgencyId holder, Purpose purpose, Recipient recipient, ISharingFacts facts, Moment now, ConsentFacts? consent = null)
        => Decide(StandingRules.All, new SharingQuestion(holder, purpose, recipient, facts, now) { Consent = consent });

    /// <summary>The same by other rules than all: so that it can be shown what each is for.</summary>
    internal static Verdict Decide(IReadOnlyList<SharingRule> rules, SharingQuestion question)
    {
        // CA1031: whatever fails in a rule, the answer is no, on record, and others are served.
#pragma warning disable CA1031
        try
        {
            for (var i = 0; i < rules.Count; i++)
            {
                if (rules[i](question) is { } verdict)
                {
                    return Kept(question.Holder, question.Recipient, verdict);
                }
            }

            return Verdict.No(Because.NoAgreement, question.Recipient);
        }
        catch (Exception)
        {
            return Verdict.No(Because.RuleError, question.Recipient) with { NeedsDecision = true };
        }
#pragma warning restore CA1031
    }

    /// <summary>The directed lane, for one team that a named person of the holder picks: no agreement is needed and no role. What may veto it stands
    /// before the yes, as in the other lane. Never throws. Source: "Needs no agreement; restrictions and relation rules still apply".</summary>
    public static Verdict Directed(AgencyId holder, Recipient recipient, ISharingFacts facts)
        => Directed(StandingRules.Vetoes, new SharingQuestion(holder, Purpose.Safeguard, recipient, facts, default));

    /// <summary>The same by other rules than all.</summary>
    internal static Verdict Directed(IReadOnlyList<SharingRule> vetoes, SharingQuestion asked)
    {
        // CA1031: whatever fails in a rule, the answer is no.
#pragma warning disable CA1031
        try
        {
            return vetoes.Select(veto => veto(asked)).FirstOrDefault(no => no is not null)
                ?? Kept(
                    asked.Holder, asked.Recipient,
                    new Verdict(
                        Because.Directed, CategorySet.All, Untagged: false, NeedsDecision: false, Basis.Of([.. asked.Recipient.Grounds, asked.Facts.Team(asked.Recipient.Team)!.Ground])));
        }
        catch (Exception)
        {
            return Verdict.No(Because.RuleError, asked.Recipient);
        }
#pragma warning restore CA1031
    }

    /// <summary>Whatever was allowed, what a court has said that the team shall not see is taken out of it. Source: "Restrictions: court direction".</summary>
    private static Verdict Kept(AgencyId holder, Recipient recipient, Verdict verdict)
        => verdict.Without(recipient.Restrictions.CategoriesKept(holder, recipient.Team));
}
