using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Client;
using Hub.Gateway.Tests.Refusals;
using Hub.Gateway.Tests.Wire;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Agreements;

/// <summary>A council and a clinic agree, and a school is no party, through a real port.</summary>
public abstract class AgreementStory(StoreKind kind) : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private HubClient council = null!;
    private HubClient clinic = null!;
    private HubClient school = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, h => h.Clock = clock);
        council = await hub.Agency("council");
        clinic = await hub.Agency("clinic", Sector.AdultMentalHealth, "NMC999002");
        school = await hub.Agency("school", Sector.Education, "T999003");
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task An_agreement_is_proposed_signed_and_ended()
    {
        var own = await Propose(council, "clinic");
        var theirs = (await List(clinic)).Single();
        Assert.NotEqual(own, theirs.AgreementId);
        Assert.Equal(("council", "clinic", AgreementState.Draft), (theirs.ProposerAgencyId, theirs.PartnerAgencyId, theirs.State));
        Assert.Equal([Purpose.Safeguard], theirs.Purposes);
        Assert.Equal([Category.PlanContent], theirs.Gives);
        Assert.Equal([Category.HealthMental], theirs.Takes);

        await Refused("STATE_CONFLICT", "agreement_id", async () => await council.Agreements.SignAgreementAsync(Facts.Sign(own)));
        await clinic.Agreements.SignAgreementAsync(Facts.Sign(theirs.AgreementId));
        var signed = await Get(council, own);
        Assert.Equal(AgreementState.InForce, signed.State);
        Assert.True(signed.SignedAt >= signed.From);
        Assert.Null(signed.Until);

        await council.Agreements.EndAgreementAsync(Facts.EndOf(own));
        Assert.Equal(AgreementState.Terminated, (await Get(clinic, theirs.AgreementId)).State);
        await Refused("STATE_CONFLICT", "agreement_id", async () => await clinic.Agreements.SignAgreementAsync(Facts.Sign(theirs.AgreementId)));
        await Refused("STATE_CONFLICT", "agreement_id", async () => await clinic.Agreements.EndAgreementAsync(Facts.EndOf(theirs.AgreementId)));
        Assert.Equal(3, await hub.Events("s_"));
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task An_agreement_expires_by_the_clock()
    {
        var proposal = Facts.Agreement("clinic");
        proposal.EndsOn = clock.GetUtcNow().ToString("yyyy-MM-dd");
        var own = (await council.Agreements.ProposeAgreementAsync(proposal)).AgreementId;
        var theirs = (await List(clinic)).Single().AgreementId;
        await clinic.Agreements.SignAgreementAsync(Facts.Sign(theirs));
        clock.Forward(TimeSpan.FromDays(1));
        await AfterATurn.Over(council, "council/any-team");
        Assert.Equal(AgreementState.Expired, (await Get(council, own)).State);
        await AfterATurn.Settle(async () => await council.Agreements.ProposeAgreementAsync(proposal));

        // The hub says so by itself, and writes nothing after it.
        await Look.Until(async () => await hub.Events("s_") == 3);
        await Refused("STATE_CONFLICT", "agreement_id", async () => await council.Agreements.EndAgreementAsync(Facts.EndOf(own)));

        // The request came before: its outcome is the first one, though today it would be refused.
        Assert.Equal(own, (await council.Agreements.ProposeAgreementAsync(proposal)).AgreementId);
    }

    [Fact]
    public async Task Who_is_no_party_has_no_reference_and_no_list_that_tells_of_it()
    {
        var own = await Propose(council, "clinic");
        Assert.Empty(await List(school));
        foreach (var made in new[] { own, (await List(clinic)).Single().AgreementId, new string('A', 43), "" })
        {
            await Refused("INVALID_REFERENCE", "agreement_id", () => Get(school, made));
            await Refused("INVALID_REFERENCE", "agreement_id", async () => await school.Agreements.SignAgreementAsync(Facts.Sign(made)));
            await Refused("INVALID_REFERENCE", "agreement_id", async () => await school.Agreements.EndAgreementAsync(Facts.EndOf(made)));
        }

        await Refused("UNKNOWN_CALLER", "hub-practitioner", () => List(hub.Client("council")));
        await Refused("UNKNOWN_CALLER", null, () => List(hub.Registrar));
        await Refused("UNKNOWN_CALLER", null, () => Propose(hub.Registrar, "clinic"));
    }

    [Fact]
    public async Task What_is_not_there_any_more_is_not_known()
    {
        await hub.Keep("before");
        var own = await Propose(council, "clinic");
        await hub.GoBackTo("before");
        await Refused("NOT_KNOWN", null, () => Get(council, own));
        await Refused("NOT_KNOWN", null, async () => await council.Agreements.SignAgreementAsync(Facts.Sign(own)));
        await Refused("NOT_KNOWN", null, async () => await council.Agreements.EndAgreementAsync(Facts.EndOf(own)));
    }

    [Fact]
    public async Task Agreements_come_in_pages_whose_tokens_are_for_this_agency_only()
    {
        var made = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            made.Add(await Propose(council, i % 2 == 0 ? "clinic" : "school"));
        }

        var (seen, token) = (new List<string>(), "");
        do
        {
            var page = await council.Agreements.ListAgreementsAsync(new ListAgreementsRequest { PageSize = 3, PageToken = token });
            Assert.InRange(page.Agreements.Count, 1, 3);
            seen.AddRange(page.Agreements.Select(a => a.AgreementId));
            token = page.NextPageToken;
            if (token.Length > 0)
            {
                await Refused("INVALID_PAGE_TOKEN", "page_token", async () => await clinic.Agreements.ListAgreementsAsync(new ListAgreementsRequest { PageToken = token }));
            }
        }
        while (token.Length > 0);
        Assert.Equal(made.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Equal(seen, (await List(council)).Select(a => a.AgreementId));
        Assert.Equal(4, (await List(clinic)).Count);
    }

    [Fact]
    public async Task A_repeated_request_has_one_outcome_also_after_a_restart()
    {
        var propose = Facts.Agreement("clinic");
        var own = await council.Agreements.ProposeAgreementAsync(propose);
        var sign = Facts.Sign((await List(clinic)).Single().AgreementId);
        await clinic.Agreements.SignAgreementAsync(sign);
        Assert.Equal(own, await council.Agreements.ProposeAgreementAsync(propose));
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Equal(own, await council.Agreements.ProposeAgreementAsync(propose));
        await clinic.Agreements.SignAgreementAsync(sign);
        propose.Gives.Add(Category.SubstanceUse);
        await Refused("REQUEST_ID_REUSED", "request_id", async () => await council.Agreements.ProposeAgreementAsync(propose));
        Assert.Equal(2, await hub.Events("s_"));
        Assert.Equal(AgreementState.InForce, (await Get(council, own.AgreementId)).State);
    }

    [Fact]
    public async Task Validating_only_tells_what_would_be_refused_and_writes_nothing()
    {
        var propose = Facts.Agreement("clinic");
        propose.ValidateOnly = true;
        Assert.Equal(new ProposeAgreementResponse(), await council.Agreements.ProposeAgreementAsync(propose));
        propose.PartnerAgencyId = "nowhere";
        await Refused("INVALID_FIELD", "partner_agency_id", async () => await council.Agreements.ProposeAgreementAsync(propose));
        Assert.Empty(await List(council));
        (propose.ValidateOnly, propose.PartnerAgencyId) = (false, "clinic");
        var own = (await council.Agreements.ProposeAgreementAsync(propose)).AgreementId;
        var end = Facts.EndOf(own);
        end.ValidateOnly = true;
        await council.Agreements.EndAgreementAsync(end);
        Assert.Equal(AgreementState.Draft, (await Get(council, own)).State);
    }

    private static async Task<string> Propose(HubClient agency, string partner) => (await agency.Agreements.ProposeAgreementAsync(Facts.Agreement(partner))).AgreementId;

    private static async Task<Agreement> Get(HubClient agency, string agreement)
        => (await agency.Agreements.GetAgreementAsync(new GetAgreementRequest { AgreementId = agreement })).Agreement;

    private static async Task<IReadOnlyList<Agreement>> List(HubClient agency) => (await agency.Agreements.ListAgreementsAsync(new ListAgreementsRequest())).Agreements;

    private async Task Refused(string reason, string? field, Func<Task> call)
    {
        var written = await hub.Events();
        var told = await Told.By(call);
        Assert.Equal((reason, field), (told.Reason, told.Fields.SingleOrDefault()));
        Assert.Equal(written, await hub.Events());
    }
}

/// <summary>On the embedded store.</summary>
public sealed class AgreementStoryOnEmbedded() : AgreementStory(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class AgreementStoryOnPostgres() : AgreementStory(StoreKind.Postgres);
