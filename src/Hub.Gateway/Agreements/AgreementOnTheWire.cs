using Hub.Agreements.V1;
using Hub.Contracts.Agreements;
using Hub.Gateway.Calls;
using Wire = Hub.Agreements.V1;

namespace Hub.Gateway.Agreements;

/// <summary>Agreements of two agencies between proto and domain.</summary>
internal static class AgreementOnTheWire
{
    public static AgreementDraft Draft(ProposeAgreementRequest request) => new(
        request.PartnerAgencyId,
        [.. request.Purposes.Select(p => (int)p)],
        [.. request.Gives.Select(c => (int)c)],
        [.. request.Takes.Select(c => (int)c)],
        request.StartsOn,
        request.EndsOn);

    public static Wire.Agreement Of(AgreementView view)
    {
        var agreement = view.Agreement!;
        return new Wire.Agreement
        {
            AgreementId = view.Handle,
            ProposerAgencyId = agreement.Proposer.Value,
            PartnerAgencyId = agreement.Partner.Value,
            Purposes = { agreement.Purposes.Select(p => (Purpose)p) },
            Gives = { agreement.Gives.Select(c => (Hub.Plans.V1.Category)c) },
            Takes = { agreement.Takes.Select(c => (Hub.Plans.V1.Category)c) },
            From = WireTime.Instant(agreement.From),
            Until = agreement.Until is { } until ? WireTime.Instant(until) : null,
            State = (AgreementState)view.State,
            SignedAt = agreement.SignedAt is { } signed ? WireTime.Instant(signed) : null,
            SuspendedByAgencyIds = { new[] { agreement.Proposer, agreement.Partner }.Where(agreement.IsSuspendedBy).Select(a => a.Value) },
        };
    }
}
