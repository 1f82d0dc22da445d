using Hub.Adults.V1;
using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Refusals;
using Hub.People.V1;

namespace Hub.Gateway.Tests.Stories.Registration;

/// <summary>An agency tells of a child whom it has told of before.</summary>
public abstract class RegisteringAgain(HubOf place) : IAsyncLifetime
{
    private HubClient council = null!;

    public async Task InitializeAsync() => council = await place.Hub.Agency("council");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task In_the_same_words_writes_nothing()
    {
        var sam = People.Sam(NhsNumbers.From(101));
        var child = await council.Register(sam);
        var written = await place.Hub.Events();
        Assert.Equal(child, await council.Register(sam));
        Assert.Equal(written, await place.Hub.Events());
    }

    [Fact]
    public async Task In_other_words_replaces_the_record_and_keeps_the_reference()
    {
        var sam = People.Sam(NhsNumbers.From(111));
        var child = await council.Register(sam);
        var written = await place.Hub.Events();
        sam.GivenNames.Add("Alex");
        Assert.Equal(child, await council.Register(sam));
        Assert.Equal(written + 1, await place.Hub.Events());
        Assert.Equal(sam, await Read(child));
    }

    [Fact]
    public async Task By_its_own_reference_finds_its_own_record_whatever_else_was_corrected()
    {
        var people = await place.Hub.People("k_");
        var own = new Identifier { System = "urn:example:case", Value = "C-1" };
        var sam = People.Sam(NhsNumbers.From(121));
        sam.Identifiers.Add(own);
        var child = await council.Register(sam);
        (sam.FamilyName, sam.Identifiers[0].Value) = ("Corrected", NhsNumbers.From(131));
        Assert.Equal(child, await council.Register(sam));
        (sam.BirthDate, sam.Identifiers[0].Value) = ("2019-03-05", NhsNumbers.From(141));
        Assert.Equal(child, await council.Register(sam));
        Assert.Equal(people + 1, await place.Hub.People("k_"));
        Assert.Equal(sam, await Read(child));
    }

    [Fact]
    public async Task Under_the_same_request_id_has_one_outcome()
    {
        var request = new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = Nameless() };
        var first = await council.Children.RegisterChildAsync(request);
        var written = await place.Hub.Events();
        Assert.Equal(first, await council.Children.RegisterChildAsync(request));
        await Restart();
        Assert.Equal(first, await council.Children.RegisterChildAsync(request));
        Assert.Equal(written, await place.Hub.Events());
    }

    [Fact]
    public async Task Under_the_same_request_id_with_other_words_is_refused_also_after_a_restart()
    {
        var request = new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = People.Sam(NhsNumbers.From(151)) };
        var child = (await council.Children.RegisterChildAsync(request)).Child;
        var written = await place.Hub.Events();
        foreach (var other in OtherWords())
        {
            var told = await Told.By(async () => await council.Children.RegisterChildAsync(new RegisterChildRequest { RequestId = request.RequestId, Identity = other }));
            Assert.Equal(("REQUEST_ID_REUSED", "request_id"), (told.Reason, Assert.Single(told.Fields)));
        }

        await Restart();
        foreach (var other in OtherWords())
        {
            var told = await Told.By(async () => await council.Children.RegisterChildAsync(new RegisterChildRequest { RequestId = request.RequestId, Identity = other }));
            Assert.Equal(("REQUEST_ID_REUSED", "request_id"), (told.Reason, Assert.Single(told.Fields)));
        }

        Assert.Equal(written, await place.Hub.Events());
        Assert.Equal(request.Identity, await Read(child));
    }

    [Fact]
    public async Task Under_the_request_id_of_a_child_an_adult_is_refused()
    {
        var request = new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = People.Sam(NhsNumbers.From(171)) };
        await council.Children.RegisterChildAsync(request);
        var written = await place.Hub.Events();
        var told = await Told.By(async () => await council.Adults.RegisterAdultAsync(
            new RegisterAdultRequest { RequestId = request.RequestId, Identity = request.Identity }));
        Assert.Equal("REQUEST_ID_REUSED", told.Reason);
        Assert.Equal(written, await place.Hub.Events());
    }

    [Fact]
    public async Task By_a_reference_that_it_gave_to_somebody_else_too_tells_of_two_people()
    {
        var (children, adults) = (await place.Hub.People("k_"), await place.Hub.People("g_"));
        var family = new Identifier { System = "urn:example:family", Value = "F-1" };
        var sam = new Identity { FamilyName = "Example", GivenNames = { "Sam" }, BirthDate = "2019-03-04", Identifiers = { family } };
        var alex = new Identity { FamilyName = "Sample", GivenNames = { "Alex" }, BirthDate = "2012-08-09", Identifiers = { family } };
        var first = await council.Register(sam);
        var second = await council.Register(alex);
        await council.Adults.RegisterAdultAsync(new RegisterAdultRequest { RequestId = HubRequest.NewId(), Identity = sam });
        Assert.Equal((children + 2, adults + 1), (await place.Hub.People("k_"), await place.Hub.People("g_")));
        Assert.Equal(first, await council.Register(sam));
        Assert.Equal(second, await council.Register(alex));
        Assert.Equal(alex, await Read(second));
    }

    // Another person, and the same person in other words.
    private static IEnumerable<Identity> OtherWords()
    {
        yield return People.Sam(NhsNumbers.From(161));
        var corrected = People.Sam(NhsNumbers.From(151));
        corrected.GivenNames.Add("Alex");
        yield return corrected;
        yield return Nameless();
    }

    private static Identity Nameless() => new() { FamilyName = "Example", BirthDate = "2020-01-02" };

    private async Task Restart()
    {
        await place.Hub.StopProcess();
        await place.Hub.StartProcess();
    }

    private async Task<Identity> Read(string child) => (await council.Children.GetChildAsync(new GetChildRequest { Child = child })).Identity;
}

/// <summary>On the embedded store.</summary>
public sealed class RegisteringAgainOnEmbedded(EmbeddedHub place) : RegisteringAgain(place), IClassFixture<EmbeddedHub>;

/// <summary>On PostgreSQL.</summary>
public sealed class RegisteringAgainOnPostgres(PostgresHub place) : RegisteringAgain(place), IClassFixture<PostgresHub>;
