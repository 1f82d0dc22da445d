using System.Buffers.Text;
using Hub.Adults.V1;
using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Refusals;
using Hub.People.V1;

namespace Hub.Gateway.Tests.Stories.Registration;

/// <summary>Two agencies tell of somebody with the same number.</summary>
public abstract class OneNumberFromTwoAgencies(HubOf place) : IAsyncLifetime
{
    private HubClient council = null!;
    private HubClient clinic = null!;

    public async Task InitializeAsync()
    {
        council = await place.Hub.Agency("council");
        clinic = await place.Hub.Agency("clinic", practitioner: "NMC999002");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Born_on_one_day_with_one_name_they_are_one_person_whom_each_reads_in_its_own_words()
    {
        var before = await place.Hub.People("k_");
        var (first, second) = (People.Sam(NhsNumbers.From(1)), People.Sam(NhsNumbers.From(1)));
        (second.FamilyName, second.GivenNames[0]) = ("EXAMPLE", "Samuel");
        var known = await council.Register(first);
        var met = await clinic.Register(second);

        Assert.Equal(before + 1, await place.Hub.People("k_"));
        Assert.Equal(first, await Read(council, known));
        Assert.Equal(second, await Read(clinic, met));
        await NothingInCommon(known, met);
    }

    [Fact]
    public async Task Born_on_different_days_they_are_two_people()
    {
        var before = await place.Hub.People("k_");
        var (first, second) = (People.Sam(NhsNumbers.From(11)), People.Sam(NhsNumbers.From(11)));
        second.BirthDate = "2019-03-05";
        var known = await council.Register(first);
        var met = await clinic.Register(second);

        Assert.Equal(before + 2, await place.Hub.People("k_"));
        Assert.Equal(second, await Read(clinic, met));
        await NothingInCommon(known, met);
    }

    [Fact]
    public async Task With_contradicting_family_names_they_are_two_people()
    {
        var before = await place.Hub.People("k_");
        var second = People.Sam(NhsNumbers.From(21));
        second.FamilyName = "Sample";
        await council.Register(People.Sam(NhsNumbers.From(21)));
        await clinic.Register(second);
        Assert.Equal(before + 2, await place.Hub.People("k_"));
    }

    [Fact]
    public async Task A_child_and_an_adult_are_never_one()
    {
        var (children, adults) = (await place.Hub.People("k_"), await place.Hub.People("g_"));
        var sam = People.Sam(NhsNumbers.From(31));
        var child = await council.Register(sam);
        var adult = (await clinic.Adults.RegisterAdultAsync(new RegisterAdultRequest { RequestId = HubRequest.NewId(), Identity = sam })).Adult;
        var own = (await council.Adults.RegisterAdultAsync(new RegisterAdultRequest { RequestId = HubRequest.NewId(), Identity = sam })).Adult;

        Assert.Equal((children + 1, adults + 1), (await place.Hub.People("k_"), await place.Hub.People("g_")));
        Assert.Equal(3, new[] { child, adult, own }.Distinct().Count());
        var told = await Told.By(async () => await council.Adults.GetAdultAsync(new GetAdultRequest { Adult = child }));
        Assert.Equal(("INVALID_REFERENCE", "adult"), (told.Reason, Assert.Single(told.Fields)));
    }

    [Fact]
    public async Task A_reference_of_their_own_with_the_same_words_joins_nothing()
    {
        var before = await place.Hub.People("k_");
        var own = new Identifier { System = "urn:example:case", Value = "C-17" };
        var (first, second) = (People.Sam(), People.Sam());
        (first.Identifiers[0], second.Identifiers[0]) = (own, own);
        await council.Register(first);
        await clinic.Register(second);
        Assert.Equal(before + 2, await place.Hub.People("k_"));
    }

    private async Task NothingInCommon(string known, string met)
    {
        // The first two bytes are the key's number and the kind; of the rest not three bytes in a row may be the same.
        var (a, b) = (Base64Url.DecodeFromChars(known)[2..], Base64Url.DecodeFromChars(met)[2..]);
        Assert.DoesNotContain(Enumerable.Range(0, a.Length - 2), i => b.AsSpan().IndexOf(a.AsSpan(i, 3)) >= 0);
        foreach (var (agency, foreign) in new[] { (clinic, known), (council, met) })
        {
            var told = await Told.By(async () => await Read(agency, foreign));
            Assert.Equal(("INVALID_REFERENCE", "child"), (told.Reason, Assert.Single(told.Fields)));
        }
    }

    private static async Task<Identity> Read(HubClient agency, string child)
        => (await agency.Children.GetChildAsync(new GetChildRequest { Child = child })).Identity;
}

/// <summary>On the embedded store.</summary>
public sealed class OneNumberFromTwoAgenciesOnEmbedded(EmbeddedHub place) : OneNumberFromTwoAgencies(place), IClassFixture<EmbeddedHub>;

/// <summary>On PostgreSQL.</summary>
public sealed class OneNumberFromTwoAgenciesOnPostgres(PostgresHub place) : OneNumberFromTwoAgencies(place), IClassFixture<PostgresHub>;
