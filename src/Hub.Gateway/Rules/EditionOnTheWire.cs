using System.Globalization;
using Hub.Contracts.Rules;
using Hub.Domain.Rules;
using Hub.Domain.Sharing;
using Hub.Gateway.Calls;
using Hub.Rules.V1;
using Wire = Hub.Rules.V1;

namespace Hub.Gateway.Rules;

/// <summary>Editions of the rules between proto and domain.</summary>
internal static class EditionOnTheWire
{
    public static ProposeEdition Command(ProposeEditionRequest request) => new(
        request.Name,
        request.EffectiveOn,
        request.LegalSource,
        request.Because,
        [.. request.Needs.Select(r => new EditionRow((int)r.Role, [.. r.Categories.Select(c => (int)c)]))],
        [.. request.Sectors.Select(r => new EditionRow((int)r.Role, [.. r.Sectors.Select(s => (int)s)]))]);

    public static Wire.Edition Of(EditionView view)
    {
        var state = (Wire.EditionState)view.State;
        return view.Edition is not { } edition ? new Wire.Edition { Name = RoleNeeds.Edition, State = state } : new Wire.Edition
        {
            Name = edition.Name,
            EffectiveOn = edition.EffectiveOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            LegalSource = edition.LegalSource,
            Because = edition.Because,
            State = state,
            Proposal = edition.Proposal,
            ProposedBy = edition.ProposedBy.Value,
            ProposedAt = WireTime.Instant(edition.ProposedAt),
            ActivatedBy = edition.Activated?.By.Value ?? "",
            ActivatedAt = edition.Activated is { } second ? WireTime.Instant(second.At) : null,
        };
    }

    public static Wire.Edition With(this Wire.Edition edition, RuleTables tables)
    {
        edition.Needs.AddRange(tables.Needs.Select(r => new Wire.RoleNeed { Role = (Hub.Teams.V1.Role)r.Role, Categories = { r.Categories.ToArray().Select(c => (Hub.Plans.V1.Category)c) } }));
        edition.Sectors.AddRange(tables.Sectors.Select(r => new Wire.RoleSectors { Role = (Hub.Teams.V1.Role)r.Role, Sectors = { r.Sectors.Select(s => (Hub.Agencies.V1.Sector)s) } }));
        return edition;
    }
}
