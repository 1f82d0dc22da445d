using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>What suspending and resuming have in common.</summary>
internal static class Suspension
{
    /// <summary>Who and what can neither be suspended nor resumed; null where it can.</summary>
    public static Decided? Refusal(AgreementFile file, Caller caller, Moment now)
        => file.Framework is { } framework
            ? framework.IsOverAt(now) ? Conflict("the agreement is over")
                : framework.Of(caller.Agency) is null ? Conflict("the agency is no member")
                : null
            : file.ToSee(caller) is not { } agreement ? Decided.Refuse(Domain.Refusal.Because(RefusalReason.NotKnown))
            : agreement.StateAt(now) switch
            {
                AgreementState.Draft => Conflict("is not signed yet"),
                AgreementState.InForce or AgreementState.Suspended => null,
                _ => Conflict("the agreement is over"),
            };

    /// <summary>Whether this agency has suspended it for its own part.</summary>
    public static bool IsBy(AgreementFile file, AgencyId agency)
        => file.Framework?.Of(agency) is { SuspendedAt: not null } || file.Agreement?.IsSuspendedBy(agency) == true;

    private static Decided Conflict(string rule) => Decided.Refuse(RefusalReason.StateConflict, "agreement_id", rule);
}
