using Hub.Children.V1;
using Hub.Gateway.Tests.Refusals;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.BadInput;

/// <summary>Whatever is wrong with a call: one refusal that names it, nothing written, and the hub goes on.</summary>
public abstract class EveryBadInput(SetScene place)
{
    private readonly Scene scene = place.Scene;

    public static TheoryData<string> Identities => Names(BadIdentities.All);

    public static TheoryData<string> Plans => Names(BadPlans.All);

    public static TheoryData<string> Changes => Names(BadChanges.All);

    public static TheoryData<string> Facts => Names(BadFacts.All);

    public static TheoryData<string> Alerts => Names(BadAlerts.All);

    public static TheoryData<string> Reads => Names(BadReads.All);

    [Theory, MemberData(nameof(Identities))]
    public Task In_an_identity_is_refused(string what) => Refused(BadIdentities.All.Single(b => b.What == what));

    [Theory, MemberData(nameof(Plans))]
    public Task In_a_new_plan_is_refused(string what) => Refused(BadPlans.All.Single(b => b.What == what));

    [Theory, MemberData(nameof(Changes))]
    public Task In_a_change_is_refused(string what) => Refused(BadChanges.All.Single(b => b.What == what));

    [Theory, MemberData(nameof(Reads))]
    public Task In_a_question_or_about_an_agency_is_refused(string what) => Refused(BadReads.All.Single(b => b.What == what));

    [Theory, MemberData(nameof(Facts))]
    public Task About_a_team_or_an_agreement_is_refused(string what) => Refused(BadFacts.All.Single(b => b.What == what));

    [Theory, MemberData(nameof(Alerts))]
    public Task In_what_is_told_is_refused(string what) => Refused(BadAlerts.All.Single(b => b.What == what));

    [Fact]
    public async Task Without_it_every_one_of_these_calls_is_taken()
    {
        var written = await place.Hub.Events();
        await scene.RegisterChild(r => r.ValidateOnly = true);
        await scene.RegisterAdult(r => r.ValidateOnly = true);
        await scene.Open(r => r.ValidateOnly = true);
        await scene.Revise(r => r.ValidateOnly = true);
        await scene.End(r => r.ValidateOnly = true);
        await scene.Admit(r => r.ValidateOnly = true);
        await scene.Team(r => (r.ValidateOnly, r.Name) = (true, "Another name"));
        await scene.Assign(r => r.ValidateOnly = true);
        await scene.EndRole(r => r.ValidateOnly = true);
        await scene.Propose(r => r.ValidateOnly = true);
        await scene.EndAgreement(r => r.ValidateOnly = true);
        await scene.Framework(r => r.ValidateOnly = true);
        await scene.Alert(r => r.ValidateOnly = true);
        await scene.Concern(r => r.ValidateOnly = true);
        await scene.DutyTeam(r => r.ValidateOnly = true);
        await scene.Get(_ => { });
        await scene.List(_ => { });
        Assert.Equal(written, await place.Hub.Events());
    }

    private static TheoryData<string> Names(IEnumerable<Bad> inputs) => [.. inputs.Select(b => b.What)];

    private async Task Refused(Bad input)
    {
        var written = await place.Hub.Events();
        var told = await Told.By(() => input.Call(scene));
        Assert.Equal((input.Reason, input.Field), (told.Reason, told.Fields is [var field, ..] ? field : ""));
        Assert.Equal(written, await place.Hub.Events());
        await scene.Council.Children.GetChildAsync(new GetChildRequest { Child = scene.Child });
    }
}

/// <summary>A hub with the scene set.</summary>
public abstract class SetScene(StoreKind kind) : HubOf(kind)
{
    internal Scene Scene { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Scene = await Scene.Set(Hub);
    }
}

/// <summary>On SQLite.</summary>
public sealed class EmbeddedScene() : SetScene(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresScene() : SetScene(StoreKind.Postgres);

/// <summary>On the embedded store.</summary>
public sealed class EveryBadInputOnEmbedded(EmbeddedScene place) : EveryBadInput(place), IClassFixture<EmbeddedScene>;

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class EveryBadInputOnPostgres(PostgresScene place) : EveryBadInput(place), IClassFixture<PostgresScene>;
