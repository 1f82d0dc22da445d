using Hub.Contracts.SafetyPlans;
using Hub.Gateway.Calls;
using Wire = Hub.Safetyplans.V1;

namespace Hub.Gateway.SafetyPlans;

internal static class InformeeOnTheWire
{
    public static InformeeDraft Draft(Wire.AgreeInformeeRequest sent) => new(
        sent.PlanId, sent.RelationshipId, [.. sent.Triggers.Select(t => (int)t)], sent.Words, sent.TelephoneNumber, (int)sent.ConsentGivenBy, sent.ConsentExplained);

    public static Wire.Informee Of(InformeeView shown) => new()
    {
        RelationshipId = shown.Relationship,
        PlanId = shown.Plan,
        Triggers = { shown.Triggers.Select(t => (Hub.Alerts.V1.AlertType)t) },
        Words = shown.Words,
        TelephoneNumber = shown.Number,
        AgreedAt = WireTime.Instant(shown.AgreedAt),
        ConsentState = (Hub.Consents.V1.ConsentState)shown.Consent.State,
        ConsentGivenBy = (Hub.Consents.V1.ConsentGiver)shown.Consent.By,
        ConsentExplained = shown.Consent.Explained,
        ConsentBecause = shown.Consent.Because,
        ConsentRecordedAt = WireTime.Instant(shown.Consent.At),
        ConsentAskAgainAt = shown.AskAgainAt is { } end ? WireTime.Instant(end) : null,
    };
}
