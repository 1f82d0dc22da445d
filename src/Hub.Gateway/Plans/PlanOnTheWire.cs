using Hub.Contracts.Plans;
using Hub.Gateway.Calls;
using Wire = Hub.Plans.V1;

namespace Hub.Gateway.Plans;

internal static class PlanOnTheWire
{
    public static PlanDraft Draft(Wire.PlanContent? sent)
    {
        // An absent message and an empty one are the same on the wire.
        sent ??= new Wire.PlanContent();
        return new PlanDraft((int)sent.Type, sent.StartsOn, sent.EndsOn, [.. sent.Elements.Select(ElementOnTheWire.Draft)]);
    }

    public static Wire.Plan Of(PlanView plan) => new()
    {
        PlanId = plan.Plan,
        Etag = plan.Etag,
        Type = (Wire.PlanType)plan.Type,
        State = (Wire.PlanState)plan.State,
        StartsOn = WireTime.Date(plan.StartsOn),
        EndsOn = WireTime.Date(plan.EndsOn),
        Elements = { plan.Elements.Select(ElementOnTheWire.Of) },
        ChangedAt = WireTime.Instant(plan.ChangedAt),
    };

    public static Wire.PlanRevision Revision(RevisionView revision) => new()
    {
        Etag = revision.Etag,
        RecordedAt = WireTime.Instant(revision.At),
        PractitionerId = revision.Practitioner?.Value ?? "",
        State = (Wire.PlanState)revision.State,
        Changes = { revision.Changes.Select(ElementOnTheWire.Change) },
    };
}
