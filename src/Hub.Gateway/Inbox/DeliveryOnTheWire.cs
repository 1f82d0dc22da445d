using Hub.Contracts.Inbox;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Gateway.Calls;
using Hub.Gateway.People;
using Hub.Gateway.Plans;
using Wire = Hub.Inbox.V1;

namespace Hub.Gateway.Inbox;

internal static class DeliveryOnTheWire
{
    public static Wire.Delivery Of(DeliveryShown delivery) => new()
    {
        DeliveryId = delivery.Delivery,
        Child = delivery.SubjectKind == PersonKind.Child ? delivery.Subject : "",
        Adult = delivery.SubjectKind == PersonKind.Adult ? delivery.Subject : "",
        Type = delivery.Type,
        Severity = (Wire.Severity)delivery.Severity,
        HolderAgencyId = delivery.Holder.Value,
        HolderDutyNumber = delivery.HolderDutyNumber,
        LinkId = delivery.Link,
        PlanId = delivery.Plan,
        PlanType = (Hub.Plans.V1.PlanType)(delivery.PlanType ?? default),
        PlanState = (Hub.Plans.V1.PlanState)(delivery.PlanState ?? default),
        StartsOn = WireTime.Date(delivery.StartsOn),
        EndsOn = WireTime.Date(delivery.EndsOn),
        FromTeamId = delivery.From?.ToString() ?? "",
        AskedTeamId = delivery.Asked?.ToString() ?? "",
        Elements = { delivery.Elements.Select(ElementOnTheWire.Change) },
        MoreExists = delivery.MoreExists,
        RecordedAt = WireTime.Instant(delivery.At),
        AcknowledgeBy = delivery.AcknowledgeBy is { } by ? WireTime.Instant(by) : null,
        AboutDeliveryId = delivery.About,
        ForPractitionerId = delivery.For?.Value ?? "",
        ConcernId = delivery.Concern,
        ConcernIdentity = delivery.Identity is { } identity ? IdentityOnTheWire.Of(identity) : null,
        ConcernDescription = delivery.Description,
        Number = delivery.Number,
        AgreementId = delivery.Agreement,
        AgreementEndsOn = WireTime.Date(delivery.AgreementEndsOn),
        DecisionNeeded = delivery.Asks is { } asks ? Of(asks) : null,
        RestrictionId = delivery.Restriction,
        ReviewOn = WireTime.Date(delivery.ReviewOn),
        ContactRequested = delivery.Contact is { } contact ? Of(contact) : null,
    };

    private static Wire.ContactRequested Of(ContactShown contact) => new()
    {
        PractitionerId = contact.By?.Value ?? "",
        ActingForPractitionerId = contact.ActingFor?.Value ?? "",
        Words = contact.Words,
    };

    private static Wire.DecisionNeeded Of(DecisionShown asks) => new()
    {
        RecipientTeamId = asks.Recipient.ToString(),
        RecipientRole = (Hub.Teams.V1.Role)(asks.Role ?? default),
        RecipientDutyNumber = asks.DutyNumber,
        Because = asks.Because switch
        {
            Because.RuleError => Wire.DecisionCause.RuleError,
            Because.NoConsent => Wire.DecisionCause.NoConsent,
            Because.ConsentToBeAskedForAgain => Wire.DecisionCause.ConsentToBeAskedForAgain,
            _ => Wire.DecisionCause.NoAgreementInForce,
        },
        NewsType = asks.Type,
    };
}
