using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Contracts.Agreements;
using Hub.Gateway.Calls;
using Wire = Hub.Agreements.V1;

namespace Hub.Gateway.Agreements;

/// <summary>Frameworks between proto and domain.</summary>
internal static class FrameworkOnTheWire
{
    public static FrameworkDraft Draft(ProposeFrameworkRequest request) => new(
        request.Name,
        request.LegalSource,
        [.. request.Sectors.Select(s => (int)s)],
        [.. request.Purposes.Select(p => (int)p)],
        [.. request.Categories.Select(c => (int)c)],
        request.StartsOn,
        request.EndsOn);

    public static Wire.Framework Of(AgreementView view)
    {
        var framework = view.Framework!;
        return new Wire.Framework
        {
            AgreementId = view.Handle,
            OwnerAgencyId = framework.Owner.Value,
            Name = framework.Name,
            LegalSource = framework.LegalSource,
            Sectors = { framework.Sectors.Select(s => (Sector)s) },
            Purposes = { framework.Purposes.Select(p => (Purpose)p) },
            Categories = { framework.Categories.Select(c => (Hub.Plans.V1.Category)c) },
            From = WireTime.Instant(framework.From),
            Until = framework.Until is { } until ? WireTime.Instant(until) : null,
            State = (AgreementState)view.State,
            IsMember = view.IsMember,
            Members =
            {
                framework.Members.Select(m => new FrameworkMember
                {
                    AgencyId = m.Agency.Value,
                    Since = WireTime.Instant(m.Since),
                    SuspendedAt = m.SuspendedAt is { } at ? WireTime.Instant(at) : null,
                }),
            },
        };
    }
}
