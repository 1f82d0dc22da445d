using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Registration;

/// <summary>Many agencies tell of one child in the same moment.</summary>
public abstract class ManyAgenciesAtOnce(StoreKind kind)
{
    private const int Agencies = 8;

    [Fact]
    public async Task Meet_one_person_each_by_a_reference_of_its_own()
    {
        await using var hub = await RunningHub.Start(kind);
        var agencies = await Task.WhenAll(Enumerable.Range(0, Agencies).Select(i => hub.Agency($"agency-{i}")));
        for (var round = 0; round < 5; round++)
        {
            var sam = People.Sam(NhsNumbers.From(200 + (round * 10)));
            var children = await Task.WhenAll(agencies.Select(a => a.Register(sam)));
            Assert.Equal(Agencies, children.Distinct().Count());
            Assert.Equal((round + 1, (round + 1) * Agencies), (await hub.People("k_"), await hub.Events("k_")));
        }

        Assert.True((await hub.Audit()).IsWhole);
    }
}

/// <summary>On the embedded store.</summary>
public sealed class ManyAgenciesAtOnceOnEmbedded() : ManyAgenciesAtOnce(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class ManyAgenciesAtOnceOnPostgres() : ManyAgenciesAtOnce(StoreKind.Postgres);
