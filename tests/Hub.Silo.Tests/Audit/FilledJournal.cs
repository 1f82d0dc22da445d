using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Silo.Audit;
using Hub.Silo.Journal;
using Hub.Silo.Tests.Owners;

namespace Hub.Silo.Tests.Audit;

/// <summary>A journal that real owners have filled, at rest, to be copied and tampered with.</summary>
public abstract class FilledJournal : IAsyncLifetime
{
    /// <summary>Stands in every content, view and decision.</summary>
    public const string Marker = "MARKER-WORDS";

    public abstract HubPlace Place { get; }

    /// <summary>A child with a plan in versions 3 to 6, of two agencies.</summary>
    public string Planned { get; private set; } = "";

    /// <summary>A child with two shared events, versions 2 and 3.</summary>
    public string Shared { get; private set; } = "";

    /// <summary>An adult, registered only.</summary>
    public string Adult { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await Place.InitializeAsync();
        await using var silo = await RunningSilo.Start(Place);
        foreach (var agency in new[] { Example.Council, Example.Trust })
        {
            await Example.Value(silo.Agency(agency.Value).Admit(Example.By(agency), new AdmitAgency($"Fictional {Marker}", 1, "999 0100")));
            await Example.Value(silo.Agency(agency.Value).RegisterPractitioner(Example.By(agency), new RegisterPractitioner("SW999001")));
        }

        Planned = Example.NewStream();
        var child = silo.Person(Planned);
        var record = Example.Register($"Examplechild {Marker}", Example.Number(1), reference: "C-1");
        await Example.Value(child.Register(Example.By(Example.Council), record));
        await Example.Value(child.Register(Example.By(Example.Trust), record));
        var plan = Example.NewPlan();
        await Example.Value(child.OpenPlan(Example.By(Example.Council), Example.Open(plan, Marker)));
        for (var revision = 1; revision <= 3; revision++)
        {
            await Example.Value(child.RevisePlan(Example.By(Example.Council), Example.Add(plan, revision, $"{Marker} {revision}")));
        }

        Adult = Example.NewStream(PersonKind.Adult);
        await Example.Value(silo.Person(Adult).Register(
            Example.By(Example.Council), Example.Register(Marker, Example.Number(2), PersonKind.Adult, "C-2")));

        Shared = await silo.Child(Example.Council, Marker);
        var direct = new BehindTheOwner(silo);
        var shared = Example.NewPlan();
        foreach (IEvent change in new IEvent[] { Example.Started(shared, Marker), Example.Changed(shared, 2, Marker) })
        {
            var rows = await direct.MakeShared(Shared, Example.By(Example.Council), change, Marker);
            Assert.Equal(OutcomeKind.Committed, (await direct.Commit(rows)).Kind);
        }
    }

    public Task DisposeAsync() => Place.DisposeAsync();

    public static async Task<AuditReport> Audit(HubPlace place)
    {
        await using var silo = await HubSilo.OpenToAudit(place.Options, TimeProvider.System, CancellationToken.None);
        return await silo.Audit(null, CancellationToken.None);
    }
}

public sealed class FilledPostgresJournal : FilledJournal
{
    public override HubPlace Place { get; } = new PostgresHubPlace();
}

public sealed class FilledSqliteJournal : FilledJournal
{
    public override HubPlace Place { get; } = new SqliteHubPlace();
}
