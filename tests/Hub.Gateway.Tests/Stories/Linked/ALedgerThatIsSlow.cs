using Hub.Agreements.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>A batch waits for its entry in the ledger, and meanwhile the world moves on. PostgreSQL only: there somebody else can hold the ledger
/// and nothing beside it.</summary>
public sealed class ALedgerThatIsSlow : IAsyncLifetime
{
    private const string Second = "second-system";
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Postgres);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Lets_nothing_through_that_was_decided_again_meanwhile()
    {
        await family.Agree(family.Trust, new ProposeAgreementRequest { PartnerAgencyId = "trust", Gives = { Category.PlanContent }, Takes = { Category.PlanContent } });
        await family.Council.Inbox.RegisterSubscriberAsync(new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = Family.ChildrensTeam, Subscriber = Second });
        await family.ReviseMother(People.Element("recalled", Category.HealthMental));
        await family.ReviseMother(People.Element("cut", Category.HealthMental), People.Element("released", Category.PlanContent));
        Task<IReadOnlyList<Delivery>> first;
        Task<FetchDeliveriesResponse> second;
        await using (await hub.HoldLedger())
        {
            first = Family.Fetch(family.Council, Family.ChildrensTeam);
            await Look.Until(async () => await hub.WaitsForLedger());
            var before = await hub.Events($"i_{Family.ChildrensTeam}");
            await family.EndAgreement();

            // The second system was never told of the link either: that is decided again too.
            second = family.Council.Inbox.FetchDeliveriesAsync(new FetchDeliveriesRequest { TeamId = Family.ChildrensTeam, Subscriber = Second, WaitSeconds = 10 }).ResponseAsync;
            await Look.Until(async () => await hub.Events($"i_{Family.ChildrensTeam}") == before + 3);
        }

        Assert.Equal(["released"], (await first).SelectMany(d => d.Elements).Select(e => e.Content.Text));
        Assert.Equal(["released"], (await second).Deliveries.SelectMany(d => d.Elements).Select(e => e.Content.Text));
    }

    [Fact]
    public async Task Loses_nothing_of_a_stream_that_took_over_meanwhile()
    {
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));
        var request = new SubscribeRequest { TeamId = Family.ChildrensTeam, Subscriber = Family.System };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Grpc.Core.AsyncServerStreamingCall<SubscribeResponse> first, second;
        await using (await hub.HoldLedger())
        {
            first = family.Council.Inbox.Subscribe(request);
            Assert.True(await first.ResponseStream.MoveNext(patience.Token));
            await Look.Until(async () => await hub.WaitsForLedger());
            second = hub.Client("council", "council", "SW999001").Inbox.Subscribe(request);
            Assert.True(await second.ResponseStream.MoveNext(patience.Token));
        }

        using (first)
        using (second)
        {
            Assert.True(await second.ResponseStream.MoveNext(patience.Token));
            Assert.Equal("Slept two hours.", Assert.Single(second.ResponseStream.Current.Deliveries).Elements[0].Content.Text);
        }
    }
}
