using System.Text.Json;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Refusals;
using Hub.Gateway.Tests.Stories.CommandLine;
using Hub.Rules.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Rules;

/// <summary>Who brings an edition of the rules in, and who reads it.</summary>
public sealed class TwoRegistrars : IAsyncLifetime
{
    private RunningHub hub = null!;
    private HubClient council = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded);
        council = await hub.Agency("council");
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task One_alone_cannot_activate_and_an_agency_can_do_neither()
    {
        var edition = await Like("spring", 2);
        Assert.Equal("UNKNOWN_CALLER", (await Told.By(async () => await council.Rules.ProposeEditionAsync(edition))).Reason);
        var proposal = (await Editions.First(hub).Rules.ProposeEditionAsync(edition)).Proposal;
        Assert.Equal(proposal, (await Editions.First(hub).Rules.ProposeEditionAsync(edition)).Proposal);
        var alone = await Told.By(async () => await Editions.First(hub).Rules.ActivateEditionAsync(Editions.Activate("spring", proposal)));
        Assert.Equal(("STATE_CONFLICT", "name"), (alone.Reason, Assert.Single(alone.Fields)));
        Assert.Equal("UNKNOWN_CALLER", (await Told.By(async () => await council.Rules.ActivateEditionAsync(Editions.Activate("spring", proposal)))).Reason);
        Assert.Equal("UNKNOWN_CALLER", (await Told.By(async () => await council.Rules.WithdrawEditionAsync(Withdraw("spring")))).Reason);
        Assert.Equal(EditionState.Proposed, await Editions.StateOf(council, "spring"));

        await Editions.Second(hub).Rules.ActivateEditionAsync(Editions.Activate("spring", proposal));
        var read = (await council.Rules.GetEditionAsync(new GetEditionRequest { Name = "spring" })).Edition;
        Assert.Equal((EditionState.Activated, proposal, edition.EffectiveOn, "Made-up Act s.1"), (read.State, read.Proposal, read.EffectiveOn, read.LegalSource));
        Assert.Equal((KeyOf("registrar"), KeyOf("registrar-2")), (read.ProposedBy, read.ActivatedBy));
        Assert.Equal((edition.Needs, edition.Sectors), (read.Needs, read.Sectors));
        Assert.Equal("STATE_CONFLICT", (await Told.By(async () => await Editions.First(hub).Rules.WithdrawEditionAsync(Withdraw("spring")))).Reason);
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task What_was_proposed_anew_or_withdrawn_is_activated_by_nobody()
    {
        var first = (await Editions.First(hub).Rules.ProposeEditionAsync(await Like("spring", 2))).Proposal;
        var second = (await Editions.First(hub).Rules.ProposeEditionAsync(await Like("spring", 3))).Proposal;
        Assert.Equal("STALE_VERSION", (await Told.By(async () => await Editions.Second(hub).Rules.ActivateEditionAsync(Editions.Activate("spring", first)))).Reason);
        await Editions.Second(hub).Rules.WithdrawEditionAsync(Withdraw("spring"));
        Assert.Equal("NOT_KNOWN", (await Told.By(async () => await Editions.Second(hub).Rules.ActivateEditionAsync(Editions.Activate("spring", second)))).Reason);
        Assert.Equal("NOT_KNOWN", (await Told.By(async () => await Editions.StateOf(council, "spring"))).Reason);
        var left = Assert.Single((await council.Rules.ListEditionsAsync(new ListEditionsRequest())).Editions);
        Assert.Equal((Editions.BuiltIn, EditionState.InForce, 0), (left.Name, left.State, left.Needs.Count));
    }

    [Fact]
    public async Task A_day_that_has_passed_and_an_unknown_role_are_refused_by_their_fields()
    {
        var edition = await Like("spring", -1);
        edition.Needs[1].Role = (Hub.Teams.V1.Role)99;
        edition.Sectors.Add(edition.Sectors[0]);
        var refused = await Told.By(async () => await Editions.First(hub).Rules.ProposeEditionAsync(edition));
        Assert.Equal("INVALID_FIELD", refused.Reason);
        Assert.Equal(["effective_on", "needs[1].role", $"sectors[{edition.Sectors.Count - 1}].role"], refused.Fields);
    }

    [Fact]
    public async Task The_built_in_edition_is_written_to_a_file_changed_proposed_and_activated_from_the_command_line()
    {
        var file = Path.Combine(Path.GetDirectoryName(hub.Authority.RootFile)!, "spring.json");
        Done(await HubProgram.Run(hub, "council", "SW999001", "rules", "write", Editions.BuiltIn, file));
        Assert.NotEqual(0, (await HubProgram.Run(hub, "council", "SW999001", "rules", "write", Editions.BuiltIn, file)).Code);
        var edition = ProposeEditionRequest.Parser.ParseJson(await File.ReadAllTextAsync(file));
        var wanted = await Like("spring", 2);
        Assert.Equal((wanted.Needs, wanted.Sectors), (edition.Needs, edition.Sectors));
        (edition.Name, edition.EffectiveOn, edition.LegalSource, edition.Because) = (wanted.Name, wanted.EffectiveOn, wanted.LegalSource, wanted.Because);
        await File.WriteAllTextAsync(file, edition.ToString());
        var proposal = JsonDocument.Parse(Done(await HubProgram.Run(hub, "registrar", "", "rules", "propose", file, "--json"))).RootElement.GetProperty("proposal").GetString()!;
        Assert.NotEqual(0, (await HubProgram.Run(hub, "registrar", "", "rules", "activate", "spring", "--proposal", proposal)).Code);
        Done(await HubProgram.Run(hub, "registrar-2", "", "rules", "activate", "spring", "--proposal", proposal, "--agency", "registrar"));
        Assert.Contains("EDITION_STATE_ACTIVATED", Done(await HubProgram.Run(hub, "council", "SW999001", "rules", "list", "--json")), StringComparison.Ordinal);
        Assert.Contains("spring", Done(await HubProgram.Run(hub, "council", "SW999001", "rules", "get", "spring")), StringComparison.Ordinal);
    }

    private static string Done((int Code, string Said, string Error) ran)
    {
        Assert.True(ran.Code == 0, ran.Error);
        return ran.Said;
    }

    private static WithdrawEditionRequest Withdraw(string name) => new() { RequestId = HubRequest.NewId(), Name = name, Because = "Made up." };

    private string KeyOf(string registrar) => $"KEY-{hub.Authority.Fingerprint(registrar)[..28].ToUpperInvariant()}";

    private Task<ProposeEditionRequest> Like(string name, int days) => Editions.Like(council, name, TimeProvider.System.GetUtcNow(), days);
}
