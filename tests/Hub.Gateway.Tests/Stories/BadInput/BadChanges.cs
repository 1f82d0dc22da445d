using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories.BadInput;

internal static class BadChanges
{
    private const string FirstElement = "operations[0].element_id";

    public static IReadOnlyList<Bad> All { get; } =
    [
        new("no request id", s => s.Revise(r => r.RequestId = ""), "INVALID_FIELD", "request_id"),
        new("stale etag", s => s.Revise(r => r.Etag = s.First.Etag), "STALE_VERSION", "etag"),
        new("no etag", s => s.Revise(r => r.Etag = ""), "INVALID_FIELD", "etag"),
        new("made-up etag", s => s.Revise(r => r.Etag = BadPlans.Changed(r.Etag)), "INVALID_FIELD", "etag"),
        new("etag of another plan", s => s.Revise(r => r.Etag = s.OtherPlan.Etag), "INVALID_FIELD", "etag"),
        new("etag of another agency", s => s.Revise(r => r.Etag = s.ClinicPlan.Etag), "INVALID_FIELD", "etag"),
        new("plan handle as etag", s => s.Revise(r => r.Etag = r.PlanId), "INVALID_FIELD", "etag"),
        new("person handle as plan", s => s.Revise(r => r.PlanId = r.Person), "INVALID_REFERENCE", "plan_id"),
        new("plan of another agency", s => s.Revise(r => r.PlanId = s.ClinicPlan.PlanId), "INVALID_REFERENCE", "plan_id"),
        new("plan of another own person", s => s.Revise(r => (r.PlanId, r.Etag) = (s.OtherPlan.PlanId, s.OtherPlan.Etag)), "NOT_KNOWN", ""),
        new("ended plan", s => s.Revise(r => (r.PlanId, r.Etag) = (s.Ended.PlanId, s.Ended.Etag)), "STATE_CONFLICT", "plan_id"),
        new("no operations", s => s.Revise(r => r.Operations.Clear()), "INVALID_FIELD", "operations"),
        new("65 operations", s => s.Revise(r => r.Operations.Add(Enumerable.Repeat(Add("more"), 64))), "TOO_LARGE", "operations"),
        new("plan of more than 64 elements", s => s.Revise(r => Set(r, Enumerable.Repeat(Add("more"), 62))), "TOO_LARGE", "operations"),
        new("operation that does nothing", s => s.Revise(r => Set(r, [new ElementOperation { ElementId = s.First.ElementIds[0] }])), "INVALID_ELEMENT", "operations[0]"),
        new("replacement without content", s => s.Revise(r => r.Operations[0].Replace.Element = null), "INVALID_ELEMENT", "operations[0].replace.element.kind"),
        new("addition that names an element", s => s.Revise(r => Set(r, [new ElementOperation { ElementId = s.First.ElementIds[0], Add = People.Element("a") }])), "INVALID_ELEMENT", FirstElement),
        new("addition with text of 4097 bytes", s => s.Revise(r => Set(r, [Add(new string('x', 4097))])), "TOO_LARGE", "operations[0].add.text"),
        new("made-up element", s => s.Revise(r => r.Operations[0].ElementId = new string('A', 43)), "INVALID_REFERENCE", FirstElement),
        new("plan handle as element", s => s.Revise(r => r.Operations[0].ElementId = r.PlanId), "INVALID_REFERENCE", FirstElement),
        new("element of another plan", s => s.Revise(r => r.Operations[0].ElementId = s.OtherPlan.ElementIds[0]), "INVALID_ELEMENT", FirstElement),
        new("one element twice", s => s.Revise(r => r.Operations.Add(new ElementOperation { ElementId = s.First.ElementIds[0], Remove = new RemoveElement() })), "INVALID_ELEMENT", "operations[1].element_id"),
        new("end: unknown state", s => s.End(r => r.State = (PlanState)99), "INVALID_FIELD", "state"),
        new("end: no state", s => s.End(r => r.State = PlanState.Unspecified), "INVALID_FIELD", "state"),
        new("end: state that is no end", s => s.End(r => r.State = PlanState.OnHold), "INVALID_FIELD", "state"),
        new("end before start", s => s.End(r => r.EndsOn = "2026-11-01"), "INVALID_FIELD", "ends_on"),
        new("end: reason of 4097 bytes", s => s.End(r => r.Because = new string('x', 4097)), "TOO_LARGE", "because"),
        new("end: U+0000 in the reason", s => s.End(r => r.Because = "\0"), "INVALID_FIELD", "because"),
        new("end: stale etag", s => s.End(r => r.Etag = s.First.Etag), "STALE_VERSION", "etag"),
        new("end: plan that has ended", s => s.End(r => (r.PlanId, r.Etag) = (s.Ended.PlanId, s.Ended.Etag)), "STATE_CONFLICT", "plan_id"),
        new("end: plan of another own person", s => s.End(r => (r.PlanId, r.Etag) = (s.OtherPlan.PlanId, s.OtherPlan.Etag)), "NOT_KNOWN", ""),
    ];

    private static ElementOperation Add(string text) => new() { Add = People.Element(text) };

    private static void Set(RevisePlanRequest request, IEnumerable<ElementOperation> operations)
    {
        request.Operations.Clear();
        request.Operations.Add(operations);
    }
}
