using Hub.Agencies.V1;
using Hub.Children.V1;
using Hub.Client.Calls;

namespace Hub.Gateway.Tests.Stories.BadInput;

internal static class BadReads
{
    public static IReadOnlyList<Bad> All { get; } =
    [
        new("page of 101", s => s.List(r => r.PageSize = 101), "INVALID_FIELD", "page_size"),
        new("page of less than nothing", s => s.List(r => r.PageSize = -1), "INVALID_FIELD", "page_size"),
        Token("garbage", s => "not a token"),
        Token("base64 of nothing", s => new string('A', 80)),
        Token("cut short", s => s.Token[..^1]),
        Token("one character changed", s => BadPlans.Changed(s.Token)),
        Token("one character more", s => s.Token + "A"),
        Token("of another list", s => s.OtherToken),
        Token("of another agency", s => s.ClinicToken),
        Token("very long", s => new string('A', 10_000)),
        new("list: plan of another own person", s => s.List(r => (r.PlanId, r.PageToken) = (s.OtherPlan.PlanId, "")), "NOT_KNOWN", ""),
        new("list: plan of another agency", s => s.List(r => r.PlanId = s.ClinicPlan.PlanId), "INVALID_REFERENCE", "plan_id"),
        new("plan of another own person", s => s.Get(r => r.PlanId = s.OtherPlan.PlanId), "NOT_KNOWN", ""),
        new("plan of another agency", s => s.Get(r => r.PlanId = s.ClinicPlan.PlanId), "INVALID_REFERENCE", "plan_id"),
        new("person handle as plan", s => s.Get(r => r.PlanId = r.Person), "INVALID_REFERENCE", "plan_id"),
        new("person of another agency", s => s.Get(r => r.Person = s.ClinicChild), "INVALID_REFERENCE", "person"),
        new("an adult's handle for a child", async s => await s.Council.Children.GetChildAsync(new GetChildRequest { Child = s.Adult }), "INVALID_REFERENCE", "child"),
        new("agency that has no such key", async s => await s.Council.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = "No Agency" }), "INVALID_FIELD", "agency_id"),
        new("agency that is not there", async s => await s.Council.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = "nowhere" }), "NOT_KNOWN", ""),
        new("admitting under a bad key", s => s.Admit(r => r.AgencyId = "School!"), "INVALID_FIELD", "agency_id"),
        new("admitting under the registrar's key", s => s.Admit(r => r.AgencyId = "registrar"), "INVALID_FIELD", "agency_id"),
        new("admitting without a name", s => s.Admit(r => r.Name = " "), "INVALID_FIELD", "name"),
        new("admitting with a name of 201 bytes", s => s.Admit(r => r.Name = new string('n', 201)), "TOO_LARGE", "name"),
        new("admitting to an unknown sector", s => s.Admit(r => r.Sector = (Sector)99), "INVALID_FIELD", "sector"),
        new("admitting without a sector", s => s.Admit(r => r.Sector = Sector.Unspecified), "INVALID_FIELD", "sector"),
        new("admitting without a number to call", s => s.Admit(r => r.DutyNumber = ""), "INVALID_FIELD", "duty_number"),
        new("admitting with a number that cannot be dialled", s => s.Admit(r => r.DutyNumber = "ask Sam"), "INVALID_FIELD", "duty_number"),
        Connection("key that is none", "council", "abc", "INVALID_FIELD", "key_fingerprint"),
        Connection("key for an agency that is not there", "nowhere", new string('0', 64), "STATE_CONFLICT", "agency_id"),
        new("taking a key away that was never given", async s => await s.Hub.Registrar.Agencies.RevokeConnectionAsync(
            new RevokeConnectionRequest { RequestId = HubRequest.NewId(), AgencyId = "council", KeyFingerprint = new string('0', 64) }), "STATE_CONFLICT", "key_fingerprint"),
        new("practitioner that is none", async s => await s.Hub.Registrar.Agencies.RegisterPractitionerAsync(
            new RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = "council", PractitionerId = "sw 1" }), "INVALID_FIELD", "practitioner_id"),
    ];

    private static Bad Token(string what, Func<Scene, string> token) => new($"page token: {what}", s => s.List(r => r.PageToken = token(s)), "INVALID_PAGE_TOKEN", "page_token");

    private static Bad Connection(string what, string agency, string key, string reason, string field) => new(
        what,
        async s => await s.Hub.Registrar.Agencies.RegisterConnectionAsync(
            new RegisterConnectionRequest { RequestId = HubRequest.NewId(), AgencyId = agency, KeyFingerprint = key }),
        reason,
        field);
}
