using Hub.Silo.Register;
using Hub.Silo.Tests.Owners;

namespace Hub.Silo.Tests.Register;

/// <summary>The host starts the lease before the silo, and ends it with the silo.</summary>
public abstract class ARunningSilosLease(HubPlace place)
{
    [Fact]
    public async Task Is_held_while_the_silo_runs()
    {
        SiloLease lease;
        await using (var silo = await RunningSilo.Start(place))
        {
            lease = silo.Service<SiloLease>();
            Assert.True(lease.IsValid);
        }

        Assert.False(lease.IsValid);
    }
}

public sealed class ARunningPostgresSilosLease(PostgresHubPlace place) : ARunningSilosLease(place), IClassFixture<PostgresHubPlace>;

public sealed class ARunningSqliteSilosLease(SqliteHubPlace place) : ARunningSilosLease(place), IClassFixture<SqliteHubPlace>;
