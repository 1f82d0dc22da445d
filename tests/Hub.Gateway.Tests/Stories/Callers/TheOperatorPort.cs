using System.Net;
using System.Text.Json;
using Hub.Children.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Refusals;
using Hub.Gateway.Tests.Wire;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Callers;

/// <summary>The operators' plain port, and what it says of how the hub is set.</summary>
public sealed class TheOperatorPort(EmbeddedHub place) : IClassFixture<EmbeddedHub>
{
    private const string Register = "hub.children.v1.ChildrenService/RegisterChild";

    [Theory]
    [InlineData(null)]
    [InlineData("localhost")]
    [InlineData("gateway")]
    [InlineData("hub.example:443")]
    public async Task Never_leads_to_the_agencies_calls_whatever_host_is_named(string? host)
    {
        await place.Hub.Agency("council");
        var written = await place.Hub.Events();
        using var http = new HttpClient();
        var named = host == "gateway" ? place.Hub.Options.Gateway.Listen : host;
        foreach (var path in new[] { Register, "hub.agencies.v1.AgenciesService/GetAgency", "grpc.health.v1.Health/Check", "", "metrics/../" + Register })
        {
            var message = new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = People.Sam() };
            using var request = new HttpRequestMessage(HttpMethod.Post, Operators(place.Hub, path))
            {
                Content = new ByteArrayContent(WireCaller.Frame(Google.Protobuf.MessageExtensions.ToByteArray(message), message.CalculateSize())),
            };
            request.Headers.Host = named;
            request.Headers.Add("hub-agency", "council");
            request.Headers.Add("hub-practitioner", "SW999001");
            request.Content.Headers.ContentType = new("application/grpc");
            using var answer = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(written, await place.Hub.Events());
    }

    [Fact]
    public async Task Speaks_no_HTTP_2()
    {
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetAsync(Operators(place.Hub, "health")));
    }

    [Fact]
    public async Task Is_not_part_of_the_agencies_port()
    {
        await place.Hub.Agency("council");
        using var caller = WireCaller.For(place.Hub, "council", "council");
        foreach (var path in new[] { "metrics", "health" })
        {
            Assert.NotEqual(200, (await caller.Ask(path, place.Hub.Options.Telemetry.Listen)).Http);
        }
    }

    [Fact]
    public async Task Says_that_unsigned_practitioners_are_taken()
    {
        var health = await Health(place.Hub);
        Assert.Contains("unsigned practitioners are accepted: development only", health.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()));
    }

    [Fact]
    public async Task Says_nothing_of_that_where_they_are_not_and_no_practitioner_is_believed()
    {
        await using var hub = await RunningHub.Start(StoreKind.Embedded, h => h.Options.Silo.Identity.AllowUnsignedPractitioners = false);
        Assert.Empty((await Health(hub)).GetProperty("warnings").EnumerateArray());
        var council = await hub.Agency("council");
        var written = await hub.Events();
        Assert.Equal("UNKNOWN_CALLER", (await Told.By(() => council.Register(People.Sam()))).Reason);
        Assert.Equal("UNKNOWN_CALLER", (await Told.By(async () => await council.Agencies.GetAgencyAsync(new() { AgencyId = "council" }))).Reason);
        Assert.Equal("UNKNOWN_CALLER", (await Told.By(() => hub.Client("council", "council").Register(People.Sam()))).Reason);
        await hub.Client("council", "council").Agencies.GetAgencyAsync(new() { AgencyId = "council" });
        Assert.Equal(written, await hub.Events());
    }

    private static Uri Operators(RunningHub hub, string path) => new($"http://{hub.Options.Telemetry.Listen}/{path}");

    private static async Task<JsonElement> Health(RunningHub hub)
    {
        using var http = new HttpClient();
        return JsonDocument.Parse(await http.GetStringAsync(Operators(hub, "health"))).RootElement;
    }
}
