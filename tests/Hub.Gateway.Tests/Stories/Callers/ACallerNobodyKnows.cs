using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Refusals;
using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories.Callers;

/// <summary>A trusted certificate is not enough: key, agency and practitioner must be registered together.</summary>
public sealed class ACallerNobodyKnows(EmbeddedHub place) : IClassFixture<EmbeddedHub>
{
    public static TheoryData<string, string, string?, string?> Unknown => new()
    {
        { "a key that is not registered", "stranger", null, null },
        { "a key that is not registered, for an agency", "stranger", "council", "SW999001" },
        { "a key that names another agency", "council", "clinic", null },
        { "a key that names another agency and its practitioner", "council", "clinic", "NMC999002" },
        { "a key that names an agency that is not there", "council", "nowhere", null },
        { "a key that names its agency in other letters", "council", "COUNCIL", null },
        { "a key that names the registrar", "council", "registrar", null },
        { "a practitioner who is not registered", "council", "council", "SW999999" },
        { "a practitioner of another agency", "council", "council", "NMC999002" },
        { "a practitioner who is none", "council", "council", "sw 1; drop" },
        { "the registrar with a practitioner", "registrar", null, "SW999001" },
    };

    [Theory, MemberData(nameof(Unknown))]
    public async Task Is_told_one_and_the_same_whatever_is_wrong(string what, string key, string? agency, string? practitioner)
    {
        Assert.NotEmpty(what);
        var right = await place.Hub.Agency("council");
        await place.Hub.Agency("clinic", practitioner: "NMC999002");
        var written = await place.Hub.Events();
        var caller = place.Hub.Client(key, agency, practitioner);
        var reference = await Told.By(async () => await Register(place.Hub.Client("nobody")));
        Assert.Equal(("UNKNOWN_CALLER", 0), (reference.Reason, reference.Fields.Count));

        // The same for a call that is right otherwise, one about what is not there, and one that is wrong in itself.
        Assert.Equal(reference.Details, (await Told.By(async () => await Register(caller))).Details);
        Assert.Equal(reference.Details, (await Told.By(async () => await caller.Plans.GetPlanAsync(new GetPlanRequest()))).Details);
        Assert.Equal(reference.Details, (await Told.By(async () => await caller.Agencies.GetAgencyAsync(new() { AgencyId = "nowhere" }))).Details);
        Assert.Equal(reference.Details, (await Told.By(async () => await caller.Agencies.GetAgencyAsync(new() { AgencyId = "!" }))).Details);
        Assert.Equal(written, await place.Hub.Events());
        await right.Agencies.GetAgencyAsync(new() { AgencyId = "clinic" });
    }

    [Fact]
    public async Task A_key_may_leave_its_agency_out()
    {
        await place.Hub.Agency("council");
        await Register(place.Hub.Client("council", practitioner: "SW999001"));
    }

    [Fact]
    public async Task Without_a_practitioner_nothing_about_a_person_is_said_or_heard()
    {
        var council = await place.Hub.Agency("council");
        var child = await council.Register(People.Sam());
        var opened = await council.Plans.OpenPlanAsync(People.Protection(child));
        var written = await place.Hub.Events();
        var nameless = place.Hub.Client("council", "council");
        Func<Task>[] calls =
        [
            () => Register(nameless),
            async () => await nameless.Children.GetChildAsync(new GetChildRequest { Child = child }),
            async () => await nameless.Adults.RegisterAdultAsync(new() { RequestId = HubRequest.NewId(), Identity = People.Sam() }),
            async () => await nameless.Adults.GetAdultAsync(new() { Adult = child }),
            async () => await nameless.Plans.OpenPlanAsync(People.Protection(child)),
            async () => await nameless.Plans.GetPlanAsync(new GetPlanRequest { Person = child, PlanId = opened.PlanId }),
            async () => await nameless.Plans.RevisePlanAsync(new() { RequestId = HubRequest.NewId(), Person = child, PlanId = opened.PlanId, Etag = opened.Etag }),
            async () => await nameless.Plans.EndPlanAsync(new() { RequestId = HubRequest.NewId(), Person = child, PlanId = opened.PlanId, Etag = opened.Etag }),
            async () => await nameless.Plans.ListPlanRevisionsAsync(new() { Person = child, PlanId = opened.PlanId }),
            async () => await Register(place.Hub.Registrar),
        ];
        foreach (var call in calls)
        {
            Assert.Equal("UNKNOWN_CALLER", (await Told.By(call)).Reason);
        }

        Assert.Equal(written, await place.Hub.Events());
    }

    private static async Task Register(HubClient caller)
        => await caller.Children.RegisterChildAsync(new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = People.Sam() });
}
