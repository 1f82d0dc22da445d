using System.Diagnostics;
using System.Globalization;
using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Contracts.Rules;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Inbox;
using Hub.Domain.Rules;
using Hub.Silo.Cluster;
using Hub.Silo.Handles;
using Hub.Silo.Inbox;
using Hub.Silo.Register;
using Hub.Silo.Tests.Owners;

namespace Hub.Silo.Tests.Cluster;

/// <summary>Two silos of one cluster: what is committed through one is known to the other before anybody has the answer, and nothing that the other
/// gave rests on what was before.</summary>
public sealed class TwoSilosTogether : IAsyncLifetime
{
    private const string System = "case-system";
    private static readonly KeyFingerprint Connection = KeyFingerprint.TryParse(new string('c', 64))!;
    private readonly PostgresHubPlace place = new();
    private readonly List<RunningSilo> silos = [];
    private string child = "";

    private RunningSilo One => silos[0];

    public async Task InitializeAsync()
    {
        await place.InitializeAsync();
        silos.Add(await RunningSilo.Join(place));
        child = await LedChild.In(One);
        await Example.Value(One.Agency(Example.Council.Value).RegisterConnection(Example.By(Example.Council), new RegisterConnection(Connection.Value)));
        silos.Add(await RunningSilo.Join(place));
        await One.Service<Sightings>().Look(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        foreach (var silo in silos)
        {
            await silo.DisposeAsync();
        }

        await place.DisposeAsync();
    }

    [Fact]
    public async Task Know_what_registers_keep_before_anybody_has_the_answer()
    {
        foreach (var i in Enumerable.Range(0, 40))
        {
            var (through, other) = (silos[i % 2], silos[1 - (i % 2)]);
            var id = AgencyId.TryParse($"agency-{i}")!;
            var admitted = through.Agency(id.Value).Admit(Example.By(id), new AdmitAgency("Fictional", 1, "999 0100"));
            await Example.Value(through.Service<Silence>().After(admitted, AgencyFold.Key(id)));

            Assert.NotNull(other.Service<AgencyRegister>().ProfileOf(id));
            Assert.NotNull(through.Service<AgencyRegister>().ProfileOf(id));
        }
    }

    [Fact]
    public async Task Know_an_edition_of_the_rules_before_anybody_has_the_answer()
    {
        var (day, registrar) = (DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2), AgencyId.TryParse("registrar")!);
        var row = new EditionRow(1, [1]);
        var command = new ProposeEdition("spring", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "Made-up Act s.1", "Made up.", [row], [row]);
        var proposed = await Example.Value(One.Grains.GetGrain<IRules>(RuleFold.Stream).Propose(By("KEY-A"), command));
        var activated = silos[1].Grains.GetGrain<IRules>(RuleFold.Stream).Activate(By("KEY-B"), new ActivateEdition("spring", proposed.Proposal));
        await Example.Value(silos[1].Service<Silence>().After(activated, RuleFold.Stream));
        Assert.All(silos, s => Assert.Equal("spring", s.Service<EditionRegister>().At(Edition.Begin(day)).Edition));

        Caller By(string key) => Example.By(registrar) with { Practitioner = PractitionerId.TryParse(key) };
    }

    [Fact]
    public async Task Answer_a_narrowing_when_what_the_other_gave_is_received_or_discarded()
    {
        await using var told = await Told();

        // It is called back after a short grace, and until it is discarded nobody has an answer.
        var ending = told.EndThroughAnother();
        Assert.Equal(LineState.MustAbort, await told.Inbox.Watch(told.Line, TimeSpan.FromSeconds(20)));
        Assert.False(ending.IsCompleted);
        await told.Inbox.Ended(told.Line);
        await Example.Value(ending);
        Assert.Empty(await told.Take());
    }

    [Fact]
    public async Task Take_what_is_received_for_received()
    {
        await using var told = await Told();
        var ending = told.EndThroughAnother();
        await Example.Value(told.Inbox.Receive(Example.By(Example.Council), System, [.. told.Given]));
        await Example.Value(ending);
        Assert.Equal(LineState.Open, await told.Inbox.Watch(told.Line, TimeSpan.Zero));
    }

    [Fact]
    public async Task Wait_for_a_gateway_that_is_not_heard_any_more_until_it_holds_nothing()
    {
        await using var told = await Told();
        await told.Heart.Stop();
        var began = Stopwatch.GetTimestamp();
        await Example.Value(told.EndThroughAnother());
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 1.5, 3.3);
    }

    [Fact]
    public async Task Wait_for_a_silo_that_does_not_answer_as_long_as_its_lease_lasts_and_once_only()
    {
        var barrier = One.Service<ClusterBarrier>();
        var began = Stopwatch.GetTimestamp();
        await place.Run("insert into silo_lease (silo, until, sequence) values ('127.0.0.1:9@9', 1, 0)");
        Assert.True(await barrier.Falls("k_nobody"));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 3.2, 20);

        began = Stopwatch.GetTimestamp();
        Assert.True(await barrier.Falls("k_nobody"));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 3.2);

        // It renews: it is there again.
        began = Stopwatch.GetTimestamp();
        await place.Run("update silo_lease set until = 2 where silo = '127.0.0.1:9@9'");
        Assert.True(await barrier.Falls("k_nobody"));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 3.2, 20);
        await place.Run("delete from silo_lease where silo = '127.0.0.1:9@9'");
    }

    private async Task<Delivered> Told()
    {
        var inbox = One.Grains.GetGrain<IInbox>($"i_{LedChild.Team}");
        await Example.Value(inbox.RegisterSubscriber(Example.By(Example.Council), new RegisterSubscriber(System)));
        var line = await Example.Value(inbox.Subscribe(Example.By(Example.Council), System, polls: false, Heart.Gateway));
        var giving = silos.Find(s => s.Name == line.Silo)!;
        return await Delivered.To(child, inbox, line, await Heart.Of(giving), silos.Find(s => s != giving)!, giving);
    }

    /// <summary>A delivery that is on its way, and the silo that did not give it.</summary>
    private sealed record Delivered(string Child, IInbox Inbox, Subscription Line, Heart Heart, RunningSilo Other, RunningSilo Giving) : IAsyncDisposable
    {
        public List<DeliveryPlace> Given { get; private set; } = [];

        public static async Task<Delivered> To(string child, IInbox inbox, Subscription line, Heart heart, RunningSilo other, RunningSilo giving)
        {
            var told = new Delivered(child, inbox, line, heart, other, giving);
            await LedChild.Concern(other, child);
            told.Given = await told.Take();
            Assert.NotEmpty(told.Given);
            return told;
        }

        public async Task<List<DeliveryPlace>> Take()
        {
            var batch = await Inbox.Take(Example.By(Example.Council), Connection, Line, 64, Given.Count == 0 ? TimeSpan.FromSeconds(20) : TimeSpan.Zero);
            var handles = Giving.Service<HandleCodec>();
            return [.. (batch.Value?.Deliveries ?? []).Select(d => handles.ReadDelivery(Example.Council, d.Delivery)!.Value)];
        }

        public Task<Answer<Done>> EndThroughAnother()
        {
            var ended = Other.Person(Child).EndMember(Example.By(Example.Council), new EndMember($"{LedChild.Team}", (int)Hub.Domain.Teams.Role.LeadSocialWorker, "moved"));
            return Other.Service<Silence>().After(ended, Child);
        }

        public ValueTask DisposeAsync() => Heart.DisposeAsync();
    }
}
