using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Refusals;

namespace Hub.Gateway.Tests.Stories.Callers;

/// <summary>What an agency may not do to the register, and hears one answer for, there or not.</summary>
public sealed class AnAgencyThatOversteps(EmbeddedHub place) : IClassFixture<EmbeddedHub>, IAsyncLifetime
{
    private HubClient council = null!;

    public async Task InitializeAsync()
    {
        council = await place.Hub.Agency("council");
        await place.Hub.Agency("clinic", practitioner: "NMC999002");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("school")]
    [InlineData("clinic")]
    [InlineData("council")]
    [InlineData("registrar")]
    [InlineData("!")]
    public async Task Admits_nobody(string agency)
        => await Refused(async () => await council.Agencies.AdmitAgencyAsync(
            new AdmitAgencyRequest { RequestId = HubRequest.NewId(), AgencyId = agency, Name = "Fictional", Sector = Sector.Police, DutyNumber = "999" }));

    [Theory]
    [InlineData("clinic")]
    [InlineData("nowhere")]
    [InlineData("registrar")]
    public async Task Touches_nobody_elses_keys_and_practitioners(string agency)
    {
        var key = place.Hub.Authority.Fingerprint("clinic");
        await Refused(async () => await council.Agencies.RegisterConnectionAsync(
            new RegisterConnectionRequest { RequestId = HubRequest.NewId(), AgencyId = agency, KeyFingerprint = new string('a', 64) }));
        await Refused(async () => await council.Agencies.RevokeConnectionAsync(
            new RevokeConnectionRequest { RequestId = HubRequest.NewId(), AgencyId = agency, KeyFingerprint = key }));
        await Refused(async () => await council.Agencies.RegisterPractitionerAsync(
            new RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = agency, PractitionerId = "SW999001" }));
    }

    [Fact]
    public async Task Takes_no_key_that_is_registered_for_another()
    {
        var key = place.Hub.Authority.Fingerprint("clinic");
        var told = await Told.By(async () => await place.Hub.Registrar.Agencies.RegisterConnectionAsync(
            new RegisterConnectionRequest { RequestId = HubRequest.NewId(), AgencyId = "council", KeyFingerprint = key }));
        Assert.Equal(("STATE_CONFLICT", "key_fingerprint"), (told.Reason, Assert.Single(told.Fields)));
        await Told.By(async () => await place.Hub.Client("clinic", "council").Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = "clinic" }));
        await place.Hub.Client("clinic", "clinic").Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = "clinic" });
    }

    [Fact]
    public async Task Of_many_agencies_that_want_one_key_at_once_one_has_it()
    {
        var agencies = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i => (Name: $"agency-{i}", Client: await place.Hub.Agency($"agency-{i}"))));
        place.Hub.Authority.IssueClient("wanted");
        var key = place.Hub.Authority.Fingerprint("wanted");
        var outcomes = await Task.WhenAll(agencies.Select(async a =>
        {
            for (; ; )
            {
                var request = new RegisterConnectionRequest { RequestId = HubRequest.NewId(), AgencyId = a.Name, KeyFingerprint = key };
                var refused = await Record.ExceptionAsync(async () => await place.Hub.Registrar.Agencies.RegisterConnectionAsync(request));
                if (refused is null || (await Told.By(() => Task.FromException(refused))).Reason != "TRY_AGAIN")
                {
                    return (a.Name, Refused: refused);
                }
            }
        }));
        var winner = Assert.Single(outcomes, o => o.Refused is null);
        Assert.All(outcomes.Where(o => o.Refused is not null), o => Assert.Contains("STATE_CONFLICT", o.Refused!.Message, StringComparison.Ordinal));
        foreach (var agency in agencies)
        {
            var asks = async () => await place.Hub.Client("wanted", agency.Name).Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = "council" });
            if (agency.Name == winner.Name)
            {
                await asks();
            }
            else
            {
                Assert.Equal("UNKNOWN_CALLER", (await Told.By(asks)).Reason);
            }
        }
    }

    [Fact]
    public async Task Registers_its_practitioners_but_not_a_second_key()
    {
        place.Hub.Authority.IssueClient("council-next");
        var second = new RegisterConnectionRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = "council",
            KeyFingerprint = place.Hub.Authority.Fingerprint("council-next"),
        };
        await Refused(async () => await council.Agencies.RegisterConnectionAsync(second));
        await place.Hub.Registrar.Agencies.RegisterConnectionAsync(second);
        await council.Agencies.RegisterPractitionerAsync(new RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = "council", PractitionerId = "SW999003" });
        await place.Hub.Client("council-next", "council", "SW999003").Register(People.Sam());
    }

    private async Task Refused(Func<Task> call)
    {
        var written = await place.Hub.Events();
        var told = await Told.By(call);
        Assert.Equal(("UNKNOWN_CALLER", 0), (told.Reason, told.Fields.Count));
        Assert.Equal(written, await place.Hub.Events());
    }
}
