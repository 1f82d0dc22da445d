using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories.BadInput;

internal static class BadPlans
{
    public static IReadOnlyList<Bad> All { get; } =
    [
        Plan("unknown plan type", p => p.Type = (PlanType)99, "INVALID_FIELD", "plan.type"),
        Plan("no plan type", p => p.Type = PlanType.Unspecified, "INVALID_FIELD", "plan.type"),
        Plan("an adult's plan for a child", p => p.Type = PlanType.AdultMentalHealthCare, "INVALID_FIELD", "plan.type"),
        new("a child's plan for an adult", s => s.Open(r => r.Person = s.Adult), "INVALID_FIELD", "plan.type"),
        new("no plan", s => s.Open(r => r.Plan = null), "INVALID_FIELD", "plan.type"),
        Plan("end before start", p => p.EndsOn = "2026-11-01", "INVALID_FIELD", "plan.ends_on"),
        Plan("start that is no day", p => p.StartsOn = "tomorrow", "INVALID_FIELD", "plan.starts_on"),
        Element("unknown category", e => e.Category = (Category)99, "INVALID_ELEMENT", "category"),
        Element("negative category", e => e.Category = (Category)(-1), "INVALID_ELEMENT", "category"),
        Element("unknown kind", e => e.Kind = (ElementKind)99, "INVALID_ELEMENT", "kind"),
        Element("no kind", e => e.Kind = ElementKind.Unspecified, "INVALID_ELEMENT", "kind"),
        Element("empty text", e => e.Text = "", "INVALID_ELEMENT", "text"),
        Element("blank text", e => e.Text = " \n\t", "INVALID_ELEMENT", "text"),
        Element("U+0000 in the text", e => e.Text = "a\0b", "INVALID_ELEMENT", "text"),
        Element("4097 bytes of text", e => e.Text = new string('x', 4097), "TOO_LARGE", "text"),
        Element("4098 bytes in 1366 letters", e => e.Text = new string('€', 1366), "TOO_LARGE", "text"),
        Plan("65 elements", p => p.Elements.Add(Enumerable.Repeat(People.Element("more"), 64)), "TOO_LARGE", "plan.elements"),
        Plan("message of more than 256 KiB", p => p.Elements.Add(Enumerable.Repeat(People.Element(new string('x', 4096)), 64)), "TOO_LARGE", ""),
        Plan("message of more than 512 KiB", p => p.Elements.Add(Enumerable.Repeat(People.Element(new string('x', 4096)), 130)), "TOO_LARGE", ""),
        new("no request id", s => s.Open(r => r.RequestId = ""), "INVALID_FIELD", "request_id"),
        new("request id reused for other words", s => s.Open(r => r.RequestId = s.Opening.RequestId), "REQUEST_ID_REUSED", "request_id"),
        new("request id of the opening reused for a revision", s => s.Revise(r => r.RequestId = s.Opening.RequestId), "REQUEST_ID_REUSED", "request_id"),
        new("request id of the opening reused for the end", s => s.End(r => r.RequestId = s.Opening.RequestId), "REQUEST_ID_REUSED", "request_id"),
        new("person: nothing", s => s.Open(r => r.Person = ""), "INVALID_REFERENCE", "person"),
        new("person: made up", s => s.Open(r => r.Person = new string('A', 43)), "INVALID_REFERENCE", "person"),
        new("person: one character changed", s => s.Open(r => r.Person = Changed(r.Person)), "INVALID_REFERENCE", "person"),
        new("person: one character more", s => s.Open(r => r.Person += "A"), "INVALID_REFERENCE", "person"),
        new("person: other alphabet", s => s.Open(r => r.Person = new string('é', 43)), "INVALID_REFERENCE", "person"),
        new("person: another agency's", s => s.Open(r => r.Person = s.ClinicChild), "INVALID_REFERENCE", "person"),
        new("person: a plan's", s => s.Open(r => r.Person = s.Plan.PlanId), "INVALID_REFERENCE", "person"),
        new("person: an element's", s => s.Open(r => r.Person = s.First.ElementIds[0]), "INVALID_REFERENCE", "person"),
        new("person: an etag", s => s.Open(r => r.Person = s.Plan.Etag), "INVALID_REFERENCE", "person"),
    ];

    public static string Changed(string handle) => (handle[0] == 'A' ? 'B' : 'A') + handle[1..];

    private static Bad Plan(string what, Action<PlanContent> change, string reason, string field)
        => new(what, s => s.Open(r => change(r.Plan)), reason, field);

    private static Bad Element(string what, Action<PlanElementContent> change, string reason, string part)
        => new(what, s => s.Open(r => change(r.Plan.Elements[0])), reason, $"plan.elements[0].{part}");
}
