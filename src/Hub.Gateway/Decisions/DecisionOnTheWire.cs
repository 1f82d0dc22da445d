using System.Globalization;
using Hub.Contracts.Deciding;
using Hub.Domain.Deciding;
using Hub.Gateway.Calls;
using Hub.Gateway.Plans;
using Wire = Hub.Decisions.V1;

namespace Hub.Gateway.Decisions;

internal static class DecisionOnTheWire
{
    public static Wire.Decision Of(DecisionView decision)
    {
        var shown = new Wire.Decision
        {
            RecordedAt = WireTime.Instant(decision.At),
            PractitionerId = decision.Practitioner?.Value ?? "",
            RecipientTeamId = decision.Recipient?.ToString() ?? "",
            PlanId = decision.Plan,
            ToldType = decision.Type,
            Elements = { decision.Elements.Select(e => new Wire.DecidedElement { ElementId = e.Element, Content = e.Content is { } content ? ElementOnTheWire.Content(content) : null }) },
        };
        if (decision.Shared is { } why)
        {
            shown.Shared = Of(why);
        }
        else if (decision.NotShared is { } not)
        {
            shown.NotShared = new Wire.NotSharedReason
            {
                Because = not.Because,
                DetrimentTest = not.DetrimentTest,
                Adviser = not.Adviser,
                ReviewOn = not.ReviewOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            };
        }

        return shown;
    }

    private static Wire.Justification Of(Justification why) => new()
    {
        Ground = (Wire.StatutoryGround)why.Ground,
        Need = why.Need,
        DetrimentTest = why.DetrimentTest,
        LawfulBasis = (Wire.LawfulBasis)(why.LawfulBasis ?? default),
        ConfidentialityBasis = (Wire.ConfidentialityBasis)(why.ConfidentialityBasis ?? default),
    };
}
